package org.cookiepolicy.policy;

import java.util.Objects;

/**
 * The ground on which personal data go to a recipient in another country.
 *
 * @param mechanism the ground, not null
 * @param supplementaryMeasures whether measures beyond the clauses keep authorities of that country
 *     out
 * @param disclosed whether the visitor was told of the transfer
 */
public record Transfer(
        TransferMechanism mechanism, boolean supplementaryMeasures, boolean disclosed) {
    /** Refuses missing and impossible values. */
    public Transfer {
        Objects.requireNonNull(mechanism, "mechanism");
    }

    /**
     * Returns a transfer on the given ground, without supplementary measures and not disclosed.
     *
     * @param mechanism the ground, not null
     * @return the transfer, not null
     */
    public static Transfer by(TransferMechanism mechanism) {
        return new Transfer(mechanism, false, false);
    }
}
