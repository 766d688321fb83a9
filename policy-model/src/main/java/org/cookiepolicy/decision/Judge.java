package org.cookiepolicy.decision;

import static org.cookiepolicy.decision.FindingType.CONSENTED;
import static org.cookiepolicy.decision.FindingType.CONSENT_DEFECTIVE;
import static org.cookiepolicy.decision.FindingType.CONSENT_REQUIRED;
import static org.cookiepolicy.decision.FindingType.DEFECT_WAIVED;
import static org.cookiepolicy.decision.FindingType.DUTY_OWED;
import static org.cookiepolicy.decision.FindingType.EARLIER_OBJECTION;
import static org.cookiepolicy.decision.FindingType.EXEMPT;
import static org.cookiepolicy.decision.FindingType.EXEMPTION_ENDED;
import static org.cookiepolicy.decision.FindingType.NOTICE_REQUIRED;
import static org.cookiepolicy.decision.FindingType.NOT_TOLD;
import static org.cookiepolicy.decision.FindingType.OBJECTION;
import static org.cookiepolicy.decision.FindingType.OPT_OUT_APPLIES;
import static org.cookiepolicy.decision.FindingType.OVERLONG;
import static org.cookiepolicy.decision.FindingType.PROHIBITED;
import static org.cookiepolicy.decision.FindingType.TRANSFER_GROUNDED;
import static org.cookiepolicy.decision.FindingType.TRANSFER_RESTRICTED;
import static org.cookiepolicy.decision.FindingType.UNREGULATED;
import static org.cookiepolicy.decision.FindingType.WITHDRAWN;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.value.Tokens;

/**
 * Turns findings into verdicts and duties. This is the whole of it: total, pure, and blind to the
 * order of the findings.
 *
 * <p>Each layer of each regime must pass. In a layer, denial overrides; a demand is met only by a
 * finding that says so; and a layer that has to be governed and has no finding at all is denied.
 *
 * <p>The law is judged by itself, with what a house declares to take away from it. Each demand of a
 * rule of the house is judged by itself beside it, and so is the law under what the house asks of
 * consent and takes for an objection. All must pass. So a rule of the house that takes nothing away
 * from law adds verdicts and leaves the others as they are, whatever it says.
 */
final class Judge {
    /** Layers that every place has to have an answer for. */
    private static final Set<Layer> GOVERNED = EnumSet.of(Layer.DEVICE, Layer.PERSONAL_DATA);

    private static final Set<Duty> OF_CONSENT_GIVEN =
            EnumSet.of(Duty.RECORD_CONSENT, Duty.OFFER_WITHDRAWAL);

    private final Regime regime;
    private final boolean isHome;
    private final boolean personalData;

    /** Those of the regime, in order. */
    private final List<Finding> findings;

    private Judge(Regime regime, boolean isHome, boolean personalData, List<Finding> findings) {
        this.regime = regime;
        this.isHome = isHome;
        this.personalData = personalData;
        this.findings = findings;
    }

    /** What follows from findings. */
    record Judgement(List<Verdict> verdicts, List<OwedDuty> duties) {
        Judgement {
            verdicts = List.copyOf(verdicts);
            duties = List.copyOf(duties);
        }
    }

    /**
     * Decides.
     *
     * @param home the regime of the place where the visitor is, which has to be governed; not null
     * @param personalData whether the cookie holds personal data
     * @param findings everything that the rules found, not null
     * @return the verdicts and duties, not null
     */
    static Judgement judge(Regime home, boolean personalData, Collection<Finding> findings) {
        SortedMap<Regime, List<Finding>> regimes = new TreeMap<>();
        regimes.put(home, new ArrayList<>());
        findings.stream()
                .sorted()
                .distinct()
                .forEach(
                        finding ->
                                regimes.computeIfAbsent(
                                                finding.basis().regime(), r -> new ArrayList<>())
                                        .add(finding));
        List<Verdict> verdicts = new ArrayList<>();
        Set<OwedDuty> duties = new TreeSet<>();
        regimes.forEach(
                (regime, own) ->
                        new Judge(regime, regime.equals(home), personalData, own)
                                .judge(verdicts, duties));
        return new Judgement(verdicts, List.copyOf(duties));
    }

    /** Adds what follows for one regime: what others find does not matter to it. */
    private void judge(List<Verdict> verdicts, Set<OwedDuty> duties) {
        Judge law = those(Judge::countsAsLaw);
        boolean fails = false;
        for (Layer layer : Layer.values()) {
            boolean must =
                    isHome
                            && GOVERNED.contains(layer)
                            && (personalData || layer != Layer.PERSONAL_DATA);
            boolean has = law.all(layer).anyMatch(Judge::decides);
            List<Verdict> ofLayer = new ArrayList<>();
            if (must || has) {
                Verdict verdict = law.layer(layer);
                ofLayer.add(verdict);
                duties.addAll(law.owedForLifespan(verdict));
                stricter(verdict).ifPresent(ofLayer::add);
            }
            ofLayer.addAll(house(layer));
            ofLayer.forEach(verdict -> duties.addAll(duties(verdict)));
            fails |= ofLayer.stream().anyMatch(verdict -> verdict.outcome() == Outcome.DENY);
            verdicts.addAll(ofLayer);
            all(layer)
                    .filter(finding -> finding.type() == DUTY_OWED)
                    .forEach(finding -> duties.add(new OwedDuty(dutyOf(finding), finding.basis())));
        }
        if (fails) {
            duties.addAll(owedAfterWithdrawal());
        }
    }

    /** The same question on some of the findings. */
    private Judge those(Predicate<Finding> some) {
        List<Finding> chosen = findings.stream().filter(some).toList();
        return chosen.size() == findings.size()
                ? this
                : new Judge(regime, isHome, personalData, chosen);
    }

    /** What the law says, and what a house declares to take away from it. */
    private static boolean countsAsLaw(Finding finding) {
        return !finding.basis().isOfHouse() || finding.basis().loosening().isPresent();
    }

    /**
     * The law that passes, judged again under what the house asks of consent, takes for an
     * objection and no longer holds to be exempt; empty when it passes then, too.
     */
    private Optional<Verdict> stricter(Verdict law) {
        if (law.outcome() == Outcome.DENY) {
            return Optional.empty();
        }
        // What the house lets visitors object to is judged with the rule that says so.
        Set<String> demanding = demanding(law.layer());
        Judge judge =
                those(
                        f ->
                                countsAsLaw(f)
                                        || f.type() == CONSENT_DEFECTIVE
                                        || f.type() == EXEMPTION_ENDED
                                        || ((f.type() == OBJECTION || f.type() == EARLIER_OBJECTION)
                                                && !demanding.contains(f.basis().provision())));
        Verdict verdict = judge.layer(law.layer());
        return verdict.outcome() == Outcome.DENY
                ? Optional.of(verdict.ofHouse())
                : Optional.empty();
    }

    /** Each rule of the house that demands something, judged by itself. */
    private List<Verdict> house(Layer layer) {
        return demanding(layer).stream()
                .map(
                        provision ->
                                those(f -> isOf(provision, f) || matters(f)).layer(layer).ofHouse())
                .toList();
    }

    private Set<String> demanding(Layer layer) {
        return provisions(all(layer).filter(f -> !countsAsLaw(f)).filter(Judge::decides).toList());
    }

    private static boolean isOf(String provision, Finding finding) {
        return !countsAsLaw(finding)
                && finding.basis().provision().equals(provision)
                && (decides(finding) || finding.type() == CONSENTED || finding.type() == NOT_TOLD);
    }

    /** What a demand of the house is judged with. No exemption of the law reaches it. */
    private static boolean matters(Finding finding) {
        return switch (finding.type()) {
            case OBJECTION, EARLIER_OBJECTION, CONSENT_DEFECTIVE, EXEMPTION_ENDED -> true;
            case DEFECT_WAIVED, TRANSFER_GROUNDED -> countsAsLaw(finding);
            case EXEMPT -> finding.basis().loosening().isPresent();
            case UNREGULATED,
                    CONSENT_REQUIRED,
                    OPT_OUT_APPLIES,
                    NOTICE_REQUIRED,
                    OVERLONG,
                    CONSENTED,
                    WITHDRAWN,
                    NOT_TOLD,
                    PROHIBITED,
                    DUTY_OWED,
                    TRANSFER_RESTRICTED ->
                    false;
        };
    }

    private Verdict layer(Layer layer) {
        List<Finding> prohibitions = of(layer, PROHIBITED);
        if (!prohibitions.isEmpty()) {
            return deny(layer, Reason.PROHIBITED, prohibitions);
        }
        List<Finding> ungrounded = ungrounded(layer);
        if (!ungrounded.isEmpty()) {
            return deny(layer, Reason.NO_GROUND, ungrounded);
        }
        List<Finding> exemptions = exemptions(layer);
        List<Finding> demands = demands(layer);
        List<Finding> open = open(demands, exemptions);
        List<Finding> consent = only(CONSENT_REQUIRED, open);
        List<Finding> optOut = only(OPT_OUT_APPLIES, open);
        List<Finding> notice = only(NOTICE_REQUIRED, open);
        if (!consent.isEmpty()) {
            Verdict verdict = consented(layer, consent);
            if (verdict.outcome() == Outcome.DENY) {
                return verdict;
            }
        }
        if (!optOut.isEmpty()) {
            Verdict verdict = notObjected(layer, optOut);
            if (verdict.outcome() == Outcome.DENY || consent.isEmpty()) {
                return verdict;
            }
        }
        if (!consent.isEmpty()) {
            return consented(layer, consent);
        }
        if (!notice.isEmpty()) {
            List<Finding> untold = of(layer, NOT_TOLD);
            return untold.isEmpty()
                    ? allow(layer, Reason.TOLD_AND_NOT_OBJECTED, notice)
                    : deny(layer, Reason.NOT_TOLD, untold);
        }
        // Without a demand there is nothing to be exempt from: the other purposes may be governed
        // by a law that is not known.
        List<Finding> applied = applied(exemptions, demands);
        if (!applied.isEmpty() && !demands.isEmpty()) {
            return allow(layer, Reason.EXEMPT, applied);
        }
        List<Finding> grounds =
                applied(of(layer, TRANSFER_GROUNDED), of(layer, TRANSFER_RESTRICTED));
        if (!grounds.isEmpty()) {
            return allow(layer, Reason.GROUNDED, grounds);
        }
        List<Finding> unregulated = of(layer, UNREGULATED);
        return unregulated.isEmpty()
                ? deny(layer, Reason.NOT_COVERED, List.of())
                : allow(layer, Reason.NO_RULE, unregulated);
    }

    /** Whether consent carries the purposes that are not exempt. */
    private Verdict consented(Layer layer, List<Finding> required) {
        List<Finding> objections = objections(layer, required);
        if (!objections.isEmpty()) {
            return deny(layer, Reason.OBJECTED, join(objections, required));
        }
        List<Finding> given = consent(layer, required);
        List<Finding> missing = open(required, given);
        if (!missing.isEmpty()) {
            return deny(layer, Reason.NO_CONSENT, join(missing, parental()));
        }
        List<Finding> defects = defects();
        return defects.isEmpty()
                ? allow(layer, Reason.CONSENTED, join(given, waivers()))
                : deny(layer, Reason.CONSENT_DEFECTIVE, join(defects, required));
    }

    /** Whether telling, and letting object, carries the purposes that are not exempt. */
    private Verdict notObjected(Layer layer, List<Finding> applies) {
        List<Finding> objections = objections(layer, applies);
        if (!objections.isEmpty()) {
            return deny(layer, Reason.OBJECTED, objections);
        }
        List<Finding> given = consent(layer, applies);
        if (open(applies, given).isEmpty() && defects().isEmpty()) {
            return allow(layer, Reason.CONSENTED, join(given, applies));
        }
        Set<String> provisions = provisions(applies);
        List<Finding> untold =
                of(layer, NOT_TOLD).stream()
                        .filter(finding -> provisions.contains(finding.basis().provision()))
                        .toList();
        return untold.isEmpty()
                ? allow(layer, Reason.TOLD_AND_NOT_OBJECTED, applies)
                : deny(layer, Reason.NOT_TOLD, untold);
    }

    /** Exemptions that stand; one that ends with an objection falls with any objection to it. */
    private List<Finding> exemptions(Layer layer) {
        Set<String> ended = provisions(of(layer, EXEMPTION_ENDED));
        return of(layer, EXEMPT).stream()
                .filter(finding -> !ended.contains(finding.basis().provision()))
                .toList();
    }

    /** Objections in a layer, with earlier ones that the choice made since does not replace. */
    private List<Finding> objections(Layer layer, List<Finding> demands) {
        List<Finding> objections = new ArrayList<>(of(layer, OBJECTION));
        boolean replaced = defects().isEmpty() && open(demands, consent(layer, demands)).isEmpty();
        if (!replaced) {
            objections.addAll(of(layer, EARLIER_OBJECTION));
        }
        return objections;
    }

    private List<Finding> consent(Layer layer, List<Finding> demands) {
        Set<String> wanted = about(demands);
        return of(layer, CONSENTED).stream()
                .filter(finding -> wanted.contains(finding.about()))
                .toList();
    }

    /** Defects of the consent in any layer of a regime: there is one consent for all of them. */
    private List<Finding> defects() {
        return open(
                findings.stream().filter(f -> f.type() == CONSENT_DEFECTIVE).toList(), waivers());
    }

    /** That a parent has to give the consent is to be known before anybody is asked. */
    private List<Finding> parental() {
        return defects().stream()
                .filter(finding -> finding.about().equals(Tokens.of(Demand.PARENTAL)))
                .toList();
    }

    private List<Finding> waivers() {
        return findings.stream().filter(f -> f.type() == DEFECT_WAIVED).toList();
    }

    private List<Finding> ungrounded(Layer layer) {
        return open(of(layer, TRANSFER_RESTRICTED), of(layer, TRANSFER_GROUNDED));
    }

    /** Duties of the provisions that decided a layer, met already or not. */
    private static List<OwedDuty> duties(Verdict verdict) {
        return verdict.findings().stream()
                .flatMap(
                        finding ->
                                finding.basis().duties().stream()
                                        .filter(duty -> isOwed(duty, verdict, finding))
                                        .map(duty -> new OwedDuty(duty, finding.basis())))
                .toList();
    }

    /** What was stored must go when the visitor took consent back and nothing else carries it. */
    private List<OwedDuty> owedAfterWithdrawal() {
        return findings.stream()
                .filter(f -> f.type() == WITHDRAWN)
                .map(Finding::basis)
                .flatMap(basis -> basis.duties().stream().map(duty -> new OwedDuty(duty, basis)))
                .toList();
    }

    /** Consent that was not given is neither to be recorded nor to be withdrawn. */
    private static boolean isOwed(Duty duty, Verdict verdict, Finding finding) {
        return finding.type() != CONSENT_REQUIRED
                || verdict.reason() == Reason.CONSENTED
                || !OF_CONSENT_GIVEN.contains(duty);
    }

    /** A shorter lifespan would exempt the cookie, or is owed although it is exempt. */
    private List<OwedDuty> owedForLifespan(Verdict verdict) {
        if (verdict.reason() == Reason.CONSENTED) {
            return List.of();
        }
        List<Finding> exemptions = exemptions(verdict.layer());
        Set<String> exempt = about(exemptions);
        Set<String> exempting = provisions(exemptions);
        return of(verdict.layer(), OVERLONG).stream()
                .filter(
                        finding ->
                                !exempt.contains(finding.about())
                                        || exempting.contains(finding.basis().provision()))
                .map(finding -> new OwedDuty(Duty.LIMIT_LIFESPAN, finding.basis()))
                .toList();
    }

    private static boolean decides(Finding finding) {
        return switch (finding.type()) {
            case UNREGULATED,
                    CONSENT_REQUIRED,
                    OPT_OUT_APPLIES,
                    NOTICE_REQUIRED,
                    PROHIBITED,
                    TRANSFER_RESTRICTED ->
                    true;
            case EXEMPT,
                    OVERLONG,
                    EXEMPTION_ENDED,
                    CONSENTED,
                    CONSENT_DEFECTIVE,
                    DEFECT_WAIVED,
                    OBJECTION,
                    EARLIER_OBJECTION,
                    WITHDRAWN,
                    NOT_TOLD,
                    DUTY_OWED,
                    TRANSFER_GROUNDED ->
                    false;
        };
    }

    private Stream<Finding> all(Layer layer) {
        return findings.stream().filter(f -> f.basis().layer() == layer);
    }

    private List<Finding> of(Layer layer, FindingType type) {
        return all(layer).filter(finding -> finding.type() == type).toList();
    }

    private List<Finding> demands(Layer layer) {
        return all(layer)
                .filter(
                        f ->
                                f.type() == CONSENT_REQUIRED
                                        || f.type() == OPT_OUT_APPLIES
                                        || f.type() == NOTICE_REQUIRED)
                .toList();
    }

    private static List<Finding> only(FindingType type, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.type() == type).toList();
    }

    /** The demands that nothing meets. */
    private static List<Finding> open(List<Finding> demands, List<Finding> reliefs) {
        return demands.stream()
                .filter(demand -> reliefs.stream().noneMatch(relief -> meets(relief, demand)))
                .toList();
    }

    /**
     * The reliefs that speak for themselves. What a house declares takes away from what it names
     * and says nothing where that demands nothing.
     */
    private static List<Finding> applied(List<Finding> reliefs, List<Finding> demands) {
        return reliefs.stream()
                .filter(
                        relief ->
                                relief.basis().loosening().isEmpty()
                                        || demands.stream()
                                                .anyMatch(demand -> meets(relief, demand)))
                .toList();
    }

    /**
     * Returns whether a rule of the house took away a demand, as it declares.
     *
     * @param relief what may take away, not null
     * @param demand the demand, not null
     * @return true when both are of the same regime and about the same
     */
    static boolean loosens(Finding relief, Finding demand) {
        boolean together =
                switch (relief.type()) {
                    case EXEMPT ->
                            demand.basis().layer() == relief.basis().layer()
                                    && (demand.type() == CONSENT_REQUIRED
                                            || demand.type() == OPT_OUT_APPLIES
                                            || demand.type() == NOTICE_REQUIRED);
                    case DEFECT_WAIVED -> demand.type() == CONSENT_DEFECTIVE;
                    case TRANSFER_GROUNDED ->
                            demand.basis().layer() == relief.basis().layer()
                                    && demand.type() == TRANSFER_RESTRICTED;
                    default -> false;
                };
        return together
                && relief.basis().loosening().isPresent()
                && relief.basis().regime().equals(demand.basis().regime())
                && meets(relief, demand);
    }

    /** Whether a finding meets a demand: of the law that of the law, of the house what it names. */
    private static boolean meets(Finding relief, Finding demand) {
        Basis basis = relief.basis();
        boolean reaches =
                basis.loosening()
                        .map(loosening -> loosening.law().contains(demand.basis().provision()))
                        .orElse(
                                basis.origin() == demand.basis().origin()
                                        || relief.type() == TRANSFER_GROUNDED);
        return reaches && relief.about().equals(demand.about());
    }

    private static Set<String> about(List<Finding> findings) {
        Set<String> about = new TreeSet<>();
        findings.forEach(finding -> about.add(finding.about()));
        return about;
    }

    private static Set<String> provisions(List<Finding> findings) {
        Set<String> provisions = new TreeSet<>();
        findings.forEach(finding -> provisions.add(finding.basis().provision()));
        return provisions;
    }

    private static List<Finding> join(List<Finding> first, List<Finding> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Duty dutyOf(Finding finding) {
        return Tokens.find(Duty.class, finding.about()).orElseThrow();
    }

    private Verdict allow(Layer layer, Reason reason, List<Finding> because) {
        return new Verdict(regime, layer, Origin.LAW, Outcome.ALLOW, reason, because);
    }

    private Verdict deny(Layer layer, Reason reason, List<Finding> because) {
        return new Verdict(regime, layer, Origin.LAW, Outcome.DENY, reason, because);
    }
}
