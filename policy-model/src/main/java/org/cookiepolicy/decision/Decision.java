package org.cookiepolicy.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.value.Checks;

/**
 * The answer to one request, with its proof.
 *
 * <p>A decision is a pure function of the request and of the law: the same request under the same
 * law version gives an equal decision. It never rests on a clock.
 *
 * @param outcome allow or deny, not null
 * @param request the facts, every default day written out; not null
 * @param coverage what the register knows of the place, not null
 * @param verdicts each layer of each regime that applies, in a fixed order; not empty
 * @param duties what the operator owes, in a fixed order; may be empty
 * @param findings everything that the rules found, in a fixed order; may be empty
 * @param change what becomes of it on a later day; empty when no day is known on which it changes
 * @param policy the policy it was made under; empty for a cookie outside a policy
 * @param law the version of the law it was made under, not blank
 */
public record Decision(
        Outcome outcome,
        Request request,
        Coverage coverage,
        List<Verdict> verdicts,
        List<OwedDuty> duties,
        List<Finding> findings,
        Optional<Change> change,
        Optional<PolicyVersion> policy,
        String law) {
    /** Refuses missing and impossible values. */
    public Decision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(coverage, "coverage");
        verdicts = List.copyOf(verdicts);
        duties = List.copyOf(duties);
        findings = List.copyOf(findings);
        change.ifPresent(
                later ->
                        Checks.require(
                                later.from().isAfter(request.visit().at()),
                                "change",
                                "must come after the day of the operation"));
        Objects.requireNonNull(policy, "policy");
        Checks.text(law, "law");
        Checks.require(!verdicts.isEmpty(), "verdicts", "a decision rests on one verdict at least");
        boolean passes = verdicts.stream().allMatch(v -> v.outcome() == Outcome.ALLOW);
        Checks.require(
                passes == (outcome == Outcome.ALLOW),
                "outcome",
                "does not follow from the verdicts");
    }

    /**
     * Decides: judges what the rules found.
     *
     * @param request the facts, every default day written out; not null
     * @param coverage what the register knows of the place, not null
     * @param home the regime of the place where the visitor is, not null
     * @param findings everything that the rules found, in any order; not null
     * @param law the version of the law, not blank
     * @return the decision, not null
     */
    public static Decision of(
            Request request,
            Coverage coverage,
            Regime home,
            Collection<Finding> findings,
            String law) {
        Judge.Judgement judgement = Judge.judge(home, request.cookie().personalData(), findings);
        boolean passes = judgement.verdicts().stream().allMatch(v -> v.outcome() == Outcome.ALLOW);
        return new Decision(
                passes ? Outcome.ALLOW : Outcome.DENY,
                request,
                coverage,
                judgement.verdicts(),
                judgement.duties(),
                findings.stream().sorted().distinct().toList(),
                Optional.empty(),
                Optional.empty(),
                law);
    }

    /**
     * Returns whether the cookie may be set or read.
     *
     * @return true when the outcome is allow
     */
    public boolean isAllowed() {
        return outcome == Outcome.ALLOW;
    }

    /**
     * Returns the duties without the provisions that bring them.
     *
     * @return the duties in the order of their declaration; may be empty
     */
    public Set<Duty> dutySet() {
        Set<Duty> set = EnumSet.noneOf(Duty.class);
        duties.forEach(owed -> set.add(owed.duty()));
        return Collections.unmodifiableSet(set);
    }

    /**
     * Returns the provisions that this cites, whether they were decisive or not.
     *
     * @return the ids in order, each once; empty when nothing was found to apply
     */
    public Set<String> provisions() {
        Set<String> ids = new TreeSet<>();
        findings.forEach(finding -> ids.add(finding.basis().provision()));
        return Collections.unmodifiableSet(ids);
    }

    /**
     * Returns the verdicts that decided: those that fail, or all when none does.
     *
     * @return the verdicts, not empty
     */
    public List<Verdict> decisive() {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).toList();
    }

    /**
     * Returns the readings of contested points that the decisive verdicts rest on.
     *
     * @return the readings by point; empty when nothing contested mattered
     */
    public Map<ContestedPoint, Reading> readings() {
        Map<ContestedPoint, Reading> readings = new EnumMap<>(ContestedPoint.class);
        bases().forEach(basis -> readings.putAll(basis.readings()));
        return Collections.unmodifiableMap(readings);
    }

    /**
     * Returns the provisions that the decisive verdicts rest on and that the register is not sure
     * of.
     *
     * @return the provisions in a fixed order; may be empty
     */
    public List<Basis> uncertain() {
        return bases().filter(basis -> basis.confidence() == Confidence.UNCERTAIN)
                .distinct()
                .toList();
    }

    /**
     * Returns the rules of the house that had something to say, decisive or not. They are not law.
     *
     * @return the rules in a fixed order, each once; empty when the decision rests on law alone
     */
    public List<Basis> houseRules() {
        return findings.stream().map(Finding::basis).filter(Basis::isOfHouse).distinct().toList();
    }

    /**
     * Returns the provisions of the law whose demands a rule of the house took away here, as it
     * declares.
     *
     * @return the ids of the provisions by the id of the rule of the house, in order; empty when
     *     the law was applied as it stands
     */
    public Map<String, Set<String>> loosened() {
        Map<String, Set<String>> loosened = new TreeMap<>();
        for (Finding relief : findings) {
            for (Finding demand : findings) {
                if (Judge.loosens(relief, demand) && !isEnded(relief)) {
                    loosened.computeIfAbsent(relief.basis().provision(), id -> new TreeSet<>())
                            .add(demand.basis().provision());
                }
            }
        }
        return Collections.unmodifiableMap(loosened);
    }

    /** Whether an exemption ended with an objection of the visitor. */
    private boolean isEnded(Finding exemption) {
        return findings.stream()
                .anyMatch(
                        f ->
                                f.type() == FindingType.EXEMPTION_ENDED
                                        && f.basis()
                                                .provision()
                                                .equals(exemption.basis().provision())
                                        && f.basis().layer() == exemption.basis().layer()
                                        && f.basis().regime().equals(exemption.basis().regime()));
    }

    private Stream<Basis> bases() {
        return decisive().stream().flatMap(v -> v.findings().stream()).map(Finding::basis);
    }

    /**
     * Returns the decision in plain English, with the clause behind each answer.
     *
     * @return some lines of text, each ended by a line feed; not empty
     */
    public String why() {
        return Explanation.of(this);
    }

    /**
     * Returns this decision as made under a policy.
     *
     * @param version the policy and its revision, not null
     * @return the decision, not null
     */
    public Decision under(PolicyVersion version) {
        return new Decision(
                outcome,
                request,
                coverage,
                verdicts,
                duties,
                findings,
                change,
                Optional.of(version),
                law);
    }

    /**
     * Returns this decision as one that changes on a later day.
     *
     * @param later what becomes of it, not null
     * @return the decision, not null
     */
    public Decision changing(Change later) {
        return new Decision(
                outcome,
                request,
                coverage,
                verdicts,
                duties,
                findings,
                Optional.of(later),
                policy,
                law);
    }
}
