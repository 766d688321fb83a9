package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Days in a row.
 *
 * @param from the first day, not null
 * @param until the first day after; empty: there is no end
 */
public record Period(LocalDate from, Optional<LocalDate> until) {
    /** Refuses null. */
    public Period {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /**
     * Returns whether a day belongs to the period.
     *
     * @param day the day, not null
     * @return true from its first day on and before the first day after it
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until.isEmpty() || day.isBefore(until.get()));
    }

    /** Periods in order followed by later ones, in which those that meet are one. */
    static List<Period> join(List<Period> first, List<Period> later) {
        List<Period> joined = new ArrayList<>(first);
        for (Period period : later) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).until().filter(period.from()::equals).isPresent()) {
                joined.set(last, new Period(joined.get(last).from(), period.until()));
            } else {
                joined.add(period);
            }
        }
        return List.copyOf(joined);
    }

    /**
     * Returns the period in words.
     *
     * @return such as {@code from 2026-02-05} or {@code from 2021-01-01 until 2026-02-05}, the last
     *     of which is the first day after; not blank
     */
    @Override
    public String toString() {
        return "from " + from + until.map(day -> " until " + day).orElse("");
    }
}
