package org.cookiepolicy.scenario;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.value.Checks;

/**
 * What the law requires of a decision.
 *
 * @param outcome the outcome, not null
 * @param duties duties the decision must carry; it may carry more; may be empty
 * @param provisions the ids of provisions the decision must cite; it may cite more; may be empty
 * @param exactly whether the decision may carry no other duty and, where provisions are named, cite
 *     no other provision
 */
public record Expectation(
        Outcome outcome, Set<Duty> duties, Set<String> provisions, boolean exactly) {
    /** Refuses missing and impossible values. */
    public Expectation {
        Objects.requireNonNull(outcome, "outcome");
        duties = Checks.copy(Duty.class, duties);
        provisions = Collections.unmodifiableSet(new TreeSet<>(provisions));
        provisions.forEach(id -> Checks.text(id, "provisions"));
    }

    /**
     * Expects an outcome and some duties at least.
     *
     * @param outcome the outcome, not null
     * @param duties duties the decision must carry; may be empty
     */
    public Expectation(Outcome outcome, Set<Duty> duties) {
        this(outcome, duties, Set.of(), false);
    }

    /**
     * Expects what was decided, and nothing else.
     *
     * @param decision the decision, not null
     * @return its outcome, all its duties and all provisions it cites, exactly; not null
     */
    public static Expectation exactly(Decision decision) {
        return new Expectation(decision.outcome(), decision.dutySet(), decision.provisions(), true);
    }
}
