package org.cookiepolicy.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.FindingType;
import org.cookiepolicy.decision.Reason;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.value.Tokens;

/**
 * Decisions in few words, for tables and summaries. The whole proof in sentences is {@link
 * Decision#why()}.
 */
final class Words {
    private Words() {}

    /** A number and what is counted. */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** Why a layer passes or not, such as {@code no consent: audience-measurement}. */
    static String why(Verdict verdict) {
        String about =
                telling(verdict).stream()
                        .map(Finding::about)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "));
        String phrase = (verdict.isOfHouse() ? "house: " : "") + phrase(verdict.reason());
        // What was told is the same for every purpose, and naming them would say nothing more.
        boolean complete = about.isEmpty() || verdict.reason() == Reason.TOLD_AND_NOT_OBJECTED;
        return complete ? phrase : phrase + ": " + about;
    }

    private static String phrase(Reason reason) {
        return switch (reason) {
            case NO_RULE -> "no rule of this kind";
            case EXEMPT -> "exempt";
            case CONSENTED -> "agreed";
            case TOLD_AND_NOT_OBJECTED -> "told, not objected";
            case GROUNDED -> "transfer has a ground";
            case PROHIBITED -> "forbidden";
            case NO_CONSENT -> "no consent";
            case CONSENT_DEFECTIVE -> "consent lacks";
            case OBJECTED -> "objected";
            case NOT_TOLD -> "not told";
            case NO_GROUND -> "no ground for the transfer";
            case NOT_COVERED -> "no rule known, so denied";
        };
    }

    /** The findings that say why, without those that only say what was asked. */
    private static List<Finding> telling(Verdict verdict) {
        return verdict.findings().stream()
                .filter(
                        finding ->
                                switch (verdict.reason()) {
                                    case CONSENT_DEFECTIVE ->
                                            finding.type() == FindingType.CONSENT_DEFECTIVE;
                                    case OBJECTED ->
                                            finding.type() == FindingType.OBJECTION
                                                    || finding.type()
                                                            == FindingType.EARLIER_OBJECTION;
                                    default -> true;
                                })
                .toList();
    }

    /** The clauses behind a verdict, each once. */
    static List<Basis> bases(Verdict verdict) {
        Map<String, Basis> bases = new LinkedHashMap<>();
        telling(verdict).forEach(f -> bases.putIfAbsent(f.basis().source(), f.basis()));
        return List.copyOf(bases.values());
    }

    /** The layer, and the place whose law it is where that is not the place of the visitor. */
    static String layer(Verdict verdict) {
        String layer = Tokens.of(verdict.layer()).replace('-', ' ');
        Reach reach = verdict.regime().reach();
        return reach == Reach.LOCATION
                ? layer
                : layer + " by " + Tokens.of(reach) + " in " + verdict.regime().place();
    }

    /**
     * The verdicts that a reader of a table has to know: each that fails with a reason of its own;
     * or where none does, the one that took the most to pass.
     */
    static List<Verdict> main(Decision decision) {
        if (decision.isAllowed()) {
            Verdict main = decision.verdicts().get(0);
            for (Verdict verdict : decision.verdicts()) {
                main = weight(verdict.reason()) > weight(main.reason()) ? verdict : main;
            }
            return List.of(main);
        }
        Map<String, Verdict> failing = new LinkedHashMap<>();
        decision.decisive().forEach(verdict -> failing.putIfAbsent(why(verdict), verdict));
        return new ArrayList<>(failing.values());
    }

    private static int weight(Reason reason) {
        return switch (reason) {
            case CONSENTED -> 4;
            case TOLD_AND_NOT_OBJECTED -> 3;
            case EXEMPT -> 2;
            case GROUNDED -> 1;
            default -> 0;
        };
    }

    /** The purposes of the cookie. */
    static String purposes(Decision decision) {
        return decision.request().cookie().purposes().stream()
                .map((Purpose purpose) -> Tokens.of(purpose))
                .collect(Collectors.joining(", "));
    }

    /** The visitor by title, place and day. */
    static String visitor(NamedVisit visitor) {
        return visitor.title()
                + " ("
                + visitor.visit().visitor().location()
                + ", "
                + visitor.visit().at()
                + ")";
    }
}
