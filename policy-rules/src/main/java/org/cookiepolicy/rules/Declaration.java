package org.cookiepolicy.rules;

import java.util.Objects;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.value.Checks;

/**
 * An entry of the list {@code loosens} of a house: that one of its provisions takes away from law.
 *
 * @param provision the id of the provision of the house, not blank
 * @param loosening what it takes away from, why, and who answers for it; not null
 */
public record Declaration(String provision, Loosening loosening) {
    /** Refuses missing and impossible values. */
    public Declaration {
        Checks.text(provision, "provision");
        Objects.requireNonNull(loosening, "loosening");
    }
}
