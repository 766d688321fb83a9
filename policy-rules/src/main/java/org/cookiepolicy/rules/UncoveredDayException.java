package org.cookiepolicy.rules;

import java.time.LocalDate;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Thrown for a day before the first for which the register has the law of a place. What the law was
 * is then not known, and is not guessed.
 */
public final class UncoveredDayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Jurisdiction place;
    private final LocalDate day;
    private final LocalDate coveredFrom;

    UncoveredDayException(Jurisdiction place, LocalDate day, LocalDate coveredFrom) {
        super(
                "the register has the law of `"
                        + place
                        + "` from "
                        + coveredFrom
                        + " on, and nothing for "
                        + day);
        this.place = place;
        this.day = day;
        this.coveredFrom = coveredFrom;
    }

    /**
     * Returns the place.
     *
     * @return the place of the visitor, not null
     */
    public Jurisdiction place() {
        return place;
    }

    /**
     * Returns the day of the operation.
     *
     * @return the day that is not covered, not null
     */
    public LocalDate day() {
        return day;
    }

    /**
     * Returns the first day that is covered.
     *
     * @return the day, not null
     */
    public LocalDate coveredFrom() {
        return coveredFrom;
    }
}
