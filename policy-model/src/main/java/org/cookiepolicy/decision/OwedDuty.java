package org.cookiepolicy.decision;

import java.util.Comparator;
import java.util.Objects;
import org.cookiepolicy.law.Duty;

/**
 * A duty and the provision that brings it.
 *
 * @param duty the duty, not null
 * @param basis the provision, not null
 */
public record OwedDuty(Duty duty, Basis basis) implements Comparable<OwedDuty> {
    /** Refuses missing and impossible values. */
    public OwedDuty {
        Objects.requireNonNull(duty, "duty");
        Objects.requireNonNull(basis, "basis");
    }

    /** An order that does not depend on the order in which duties were found. */
    private static final Comparator<OwedDuty> ORDER =
            Comparator.comparing(OwedDuty::duty)
                    .thenComparing(owed -> owed.basis.regime())
                    .thenComparing(owed -> owed.basis.layer())
                    .thenComparing(owed -> owed.basis.provision())
                    .thenComparing(owed -> owed.basis.origin());

    @Override
    public int compareTo(OwedDuty other) {
        return ORDER.compare(this, other);
    }
}
