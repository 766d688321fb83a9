package org.cookiepolicy.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.value.Tokens;

/** A decision in plain English. */
final class Explanation {
    private final Decision decision;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Decision decision) {
        this.decision = decision;
    }

    static String of(Decision decision) {
        Explanation explanation = new Explanation(decision);
        explanation.explain();
        return explanation.text.toString();
    }

    private void explain() {
        outcome();
        coverage();
        decision.verdicts().forEach(this::verdict);
        duties();
        house();
        readings();
        uncertain();
        change();
        line("Made under law version " + decision.law() + policy() + ".");
    }

    private void outcome() {
        Cookie cookie = decision.request().cookie();
        line(
                (decision.isAllowed() ? "Allowed" : "Denied")
                        + ": "
                        + (decision.request().operation() == Operation.SET ? "setting" : "reading")
                        + " `"
                        + cookie.name()
                        + "` ("
                        + String.join(", ", cookie.purposes().stream().map(Tokens::of).toList())
                        + ") on "
                        + decision.request().visit().at()
                        + " for a visitor in "
                        + decision.request().visit().visitor().location()
                        + ".");
    }

    private void coverage() {
        switch (decision.coverage()) {
            case NOT_COVERED ->
                    line(
                            "The register does not cover "
                                    + decision.request().visit().visitor().location()
                                    + " yet; the strictest reading was taken.");
            case UNKNOWN_PLACE -> line("The place of the visitor is not known.");
            case COVERED -> {
                // Nothing to add: this is what a reader expects.
            }
        }
    }

    private void verdict(Verdict verdict) {
        line(
                (verdict.outcome() == Outcome.ALLOW ? "  passes  " : "  FAILS   ")
                        + layer(verdict.layer())
                        + ", "
                        + regime(verdict)
                        + ": "
                        + reason(verdict)
                        + ".");
        Set<Basis> bases = new LinkedHashSet<>();
        verdict.findings().forEach(finding -> bases.add(finding.basis()));
        bases.forEach(basis -> line("            " + basis.source() + " <" + basis.link() + ">"));
    }

    private static String layer(Layer layer) {
        return switch (layer) {
            case DEVICE -> "access to the device";
            case PERSONAL_DATA -> "personal data";
            case SALE -> "sale, sharing and targeted advertising";
            case MINORS -> "protection of minors";
            case TRANSFER -> "transfer to another country";
        };
    }

    private static String regime(Verdict verdict) {
        Regime regime = verdict.regime();
        String whose = verdict.isOfHouse() ? "rule of the house for " : "law of ";
        String by =
                switch (regime.reach()) {
                    case LOCATION -> "where the visitor is";
                    case RESIDENCE -> "where the visitor lives";
                    case ESTABLISHMENT -> "where the operator is established";
                };
        return regime.reach() == Reach.LOCATION
                ? whose + regime.place()
                : whose + regime.place() + " (" + by + ")";
    }

    private static String reason(Verdict verdict) {
        String about = String.join(", ", about(verdict));
        return switch (verdict.reason()) {
            case NO_RULE -> "there is no rule of this kind";
            case EXEMPT -> "exempt: " + about;
            case CONSENTED -> "the visitor agreed to " + about;
            case TOLD_AND_NOT_OBJECTED -> "the visitor was told as demanded and has not objected";
            case GROUNDED -> "there is a ground for each transfer: " + about;
            case PROHIBITED -> "forbidden, whatever the visitor chose";
            case NO_CONSENT ->
                    "consent is needed and was not given for "
                            + String.join(", ", about(verdict, FindingType.CONSENT_REQUIRED));
            case CONSENT_DEFECTIVE ->
                    "the consent is not valid; the "
                            + (verdict.isOfHouse() ? "house" : "law")
                            + " demands: "
                            + String.join(", ", about(verdict, FindingType.CONSENT_DEFECTIVE));
            case OBJECTED -> "the visitor objected: " + objections(verdict);
            case NOT_TOLD -> "the visitor was not told: " + about;
            case NO_GROUND -> "data leave without a ground for the transfer to " + about;
            case NOT_COVERED -> "the register has no rule, and what is not known is denied";
        };
    }

    private static String objections(Verdict verdict) {
        Set<String> objections = about(verdict, FindingType.OBJECTION);
        objections.addAll(about(verdict, FindingType.EARLIER_OBJECTION));
        return String.join(", ", objections);
    }

    private static Set<String> about(Verdict verdict) {
        Set<String> about = new TreeSet<>();
        verdict.findings().forEach(finding -> about.add(finding.about()));
        return about;
    }

    private static Set<String> about(Verdict verdict, FindingType type) {
        Set<String> about = new TreeSet<>();
        verdict.findings().stream()
                .filter(finding -> finding.type() == type)
                .forEach(finding -> about.add(finding.about()));
        return about;
    }

    private void duties() {
        if (decision.duties().isEmpty()) {
            return;
        }
        Map<String, List<String>> sources = new LinkedHashMap<>();
        for (OwedDuty owed : decision.duties()) {
            List<String> list =
                    sources.computeIfAbsent(Tokens.of(owed.duty()), duty -> new ArrayList<>());
            if (!list.contains(owed.basis().source())) {
                list.add(owed.basis().source());
            }
        }
        line("Duties, met already or not:");
        sources.forEach((duty, list) -> line("  " + duty + " (" + String.join("; ", list) + ")"));
    }

    /** What is not law, and what of the law was set aside, by whom and why. */
    private void house() {
        if (decision.houseRules().isEmpty()) {
            return;
        }
        line("Rules of the house, which are not law:");
        Map<String, Set<String>> loosened = decision.loosened();
        Map<String, Basis> rules = new LinkedHashMap<>();
        decision.houseRules().forEach(rule -> rules.putIfAbsent(rule.provision(), rule));
        rules.forEach(
                (id, rule) -> {
                    line("  " + id + " (" + rule.instrument() + ", " + rule.citation() + ")");
                    Set<String> law = loosened.getOrDefault(id, Set.of());
                    if (!law.isEmpty()) {
                        rule.loosening().ifPresent(why -> line(loosened(why, law)));
                    }
                });
    }

    private static String loosened(Loosening loosening, Set<String> law) {
        return "    takes away from law, "
                + String.join(", ", law)
                + ": "
                + loosening.reason()
                + " (decided by "
                + loosening.decidedBy()
                + " on "
                + loosening.decidedOn()
                + ")";
    }

    private void readings() {
        decision.readings()
                .forEach(
                        (point, reading) ->
                                line(
                                        "Contested point "
                                                + Tokens.of(point)
                                                + ": the "
                                                + Tokens.of(reading)
                                                + " reading was taken."));
    }

    private void uncertain() {
        Set<String> ids = new TreeSet<>();
        decision.uncertain().forEach(basis -> ids.add(basis.provision()));
        if (!ids.isEmpty()) {
            line(
                    "Rests on provisions the register is not sure of: "
                            + String.join(", ", ids)
                            + ".");
        }
    }

    private void change() {
        decision.change()
                .ifPresent(
                        change ->
                                line(
                                        "By what is known today this changes on "
                                                + change.from()
                                                + ": "
                                                + changed(change)
                                                + "."));
    }

    private String changed(Change change) {
        if (change.outcome() != decision.outcome()) {
            return change.outcome() == Outcome.ALLOW
                    ? "allowed from then on"
                    : "denied from then on";
        }
        return "the same outcome, with the duties "
                + String.join(", ", change.duties().stream().map(Tokens::of).toList());
    }

    private String policy() {
        return decision.policy()
                .map(version -> ", policy " + version.id() + " revision " + version.revision())
                .orElse("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
