package org.cookiepolicy.scenario;

import java.util.Objects;
import java.util.Set;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.value.Checks;

/**
 * What the law requires of a decision.
 *
 * @param outcome the outcome, not null
 * @param duties duties the decision must carry; it may carry more; may be empty
 */
public record Expectation(Outcome outcome, Set<Duty> duties) {
    /** Refuses missing and impossible values. */
    public Expectation {
        Objects.requireNonNull(outcome, "outcome");
        duties = Checks.copy(Duty.class, duties);
    }
}
