package org.cookiepolicy.policy;

import java.time.LocalDate;
import java.util.Objects;
import org.cookiepolicy.value.Checks;

/**
 * One published state of a policy.
 *
 * @param version its number as published, not blank
 * @param date the day it was published, not null
 * @param description what changed, not blank
 */
public record Revision(String version, LocalDate date, String description) {
    /** Refuses missing and impossible values. */
    public Revision {
        Checks.text(version, "version");
        Objects.requireNonNull(date, "date");
        Checks.text(description, "description");
    }
}
