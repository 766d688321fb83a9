package org.cookiepolicy.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How long something is kept: until the browser session ends, or for an ISO 8601 period or duration
 * such as {@code P13M} or {@code PT3H}.
 *
 * <p>Lifespans are ordered by length. A month counts as a twelfth of 365.2425 days, so that {@code
 * P1Y} and {@code P12M} are as long as each other; a session is shorter than everything else.
 *
 * @param period the part in years, months and days; not null, not negative
 * @param time the part in hours, minutes and seconds; not null, not negative
 */
@SuppressWarnings("JavaPeriodGetDays") // the months are looked at as well
public record Lifespan(Period period, Duration time) implements Comparable<Lifespan> {
    /** Kept until the browser session ends. */
    public static final Lifespan SESSION = new Lifespan(Period.ZERO, Duration.ZERO);

    private static final double DAYS_PER_MONTH = 365.2425 / 12;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final Pattern ISO =
            Pattern.compile("P(?<date>(\\d+[YMWD])*)(T(?<time>(\\d+[HMS])+))?");
    private static final int LONGEST_IN_YEARS = 1_000;

    /** Refuses negative parts and lifespans of more than a thousand years. */
    public Lifespan {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(time, "time");
        if (period.isNegative() || time.isNegative()) {
            throw new InvalidValueException("lifespan", "a lifespan cannot be negative");
        }
        if (period.toTotalMonths() / 12 + period.getDays() / 365 + time.toDays() / 365
                > LONGEST_IN_YEARS) {
            throw new InvalidValueException(
                    "lifespan", "a lifespan of more than a thousand years is not believable");
        }
    }

    /**
     * Reads a lifespan.
     *
     * @param text {@code session}, or an ISO 8601 period or duration in whole units; not null
     * @return the lifespan, not null
     * @throws InvalidValueException when the text is neither, or its length is zero
     */
    public static Lifespan parse(String text) {
        if (text.equals("session")) {
            return SESSION;
        }
        if (text.length() > 1 && ISO.matcher(text).matches()) {
            int t = text.indexOf('T');
            try {
                String date = t < 0 ? text : text.substring(0, t);
                Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
                Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t));
                if (period.isZero() && time.isZero()) {
                    throw new InvalidValueException(
                            "lifespan", "`" + text + "` is no time at all", "session");
                }
                return new Lifespan(period, time);
            } catch (DateTimeException | ArithmeticException e) {
                // Falls through: numbers too large for the JDK's types are not lifespans either.
            }
        }
        throw new InvalidValueException(
                "lifespan",
                "`"
                        + text
                        + "` is neither `session` nor an ISO 8601 period such as `P13M` or `PT3H`");
    }

    /**
     * Returns whether this ends with the browser session.
     *
     * @return true for a session, false for everything that outlives it
     */
    public boolean isSession() {
        return equals(SESSION);
    }

    /**
     * Returns whether this is no longer than the other.
     *
     * @param limit the other lifespan, not null
     * @return true when this ends first or at the same time
     */
    public boolean isAtMost(Lifespan limit) {
        return compareTo(limit) <= 0;
    }

    /**
     * Returns the last day on which something kept from the given day on still counts.
     *
     * @param start the first day, not null
     * @return the day, not null; the start itself for a session or a part of a day
     */
    public LocalDate lastDay(LocalDate start) {
        return start.plus(period).plusDays(time.toDays());
    }

    @Override
    public int compareTo(Lifespan other) {
        return Double.compare(seconds(), other.seconds());
    }

    /**
     * Returns the text that {@link #parse} reads.
     *
     * @return {@code session} or the ISO 8601 form, not null
     */
    @Override
    public String toString() {
        if (isSession()) {
            return "session";
        }
        if (time.isZero()) {
            return period.toString();
        }
        String hours = time.toString().substring(1);
        return period.isZero() ? "P" + hours : period + hours;
    }

    private double seconds() {
        return (period.toTotalMonths() * DAYS_PER_MONTH + period.getDays()) * SECONDS_PER_DAY
                + time.toSeconds();
    }
}
