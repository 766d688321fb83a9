package org.cookiepolicy.policy;

import java.util.Objects;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Who decides why and how data are processed, and answers for the cookies (GDPR Art 4(7)).
 *
 * @param name the legal name, not blank
 * @param country where it is established, not null
 * @param description anything else; may be empty
 */
public record Controller(String name, Jurisdiction country, String description) {
    /** Refuses missing and impossible values. */
    public Controller {
        Checks.text(name, "name");
        Objects.requireNonNull(description, "description");
        Checks.require(
                !country.isSubdivision() && !country.isUnknown(),
                "country",
                "must be an ISO 3166-1 country");
    }
}
