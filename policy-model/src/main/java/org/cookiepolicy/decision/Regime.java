package org.cookiepolicy.decision;

import java.util.Comparator;
import java.util.Objects;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.value.Jurisdiction;

/**
 * The law of one place as it reaches a visitor in one way.
 *
 * @param reach by what it reaches the visitor, not null
 * @param place the place, not null
 */
public record Regime(Reach reach, Jurisdiction place) implements Comparable<Regime> {
    private static final Comparator<Regime> ORDER =
            Comparator.comparing(Regime::reach).thenComparing(Regime::place);

    /** Refuses missing and impossible values. */
    public Regime {
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(place, "place");
    }

    @Override
    public int compareTo(Regime other) {
        return ORDER.compare(this, other);
    }
}
