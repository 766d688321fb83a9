package org.cookiepolicy.decision;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.value.Checks;

/**
 * What becomes of a decision on the first later day on which the same request would be decided
 * otherwise: because a provision that is enacted already begins or ends, or because the choice of
 * the visitor has become too old by then.
 *
 * @param from the day, not null
 * @param outcome the outcome from that day on, not null
 * @param duties the duties from that day on; may be empty
 */
public record Change(LocalDate from, Outcome outcome, Set<Duty> duties) {
    /** Refuses null. */
    public Change {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(outcome, "outcome");
        duties = Checks.copy(Duty.class, duties);
    }
}
