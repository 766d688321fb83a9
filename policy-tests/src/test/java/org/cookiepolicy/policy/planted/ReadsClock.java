package org.cookiepolicy.policy.planted;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks the rule that nobody reads a clock. */
public final class ReadsClock {
    private ReadsClock() {}

    /** Tells the day by a clock. */
    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
