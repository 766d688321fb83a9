package org.cookiepolicy.request;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Who operates the site.
 *
 * @param country where the operator is established; empty when not stated
 * @param outsideScopeOf jurisdictions whose size or revenue thresholds it does not meet; may be
 *     empty
 */
public record Operator(Optional<Jurisdiction> country, Set<Jurisdiction> outsideScopeOf) {
    /** Refuses missing and impossible values. */
    public Operator {
        Checks.require(
                country.isEmpty() || !(country.get().isSubdivision() || country.get().isUnknown()),
                "country",
                "must be an ISO 3166-1 country");
        outsideScopeOf = Collections.unmodifiableSet(new TreeSet<>(outsideScopeOf));
    }

    /** An operator of whom nothing is known. */
    public static final Operator UNKNOWN = new Operator(Optional.empty(), Set.of());

    /**
     * Returns an operator established in a country.
     *
     * @param country an ISO 3166-1 code, not null
     * @return the operator, not null
     */
    public static Operator in(String country) {
        return new Operator(Optional.of(Jurisdiction.of(country)), Set.of());
    }
}
