package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The laws of one set of circumstances over time. Between two days of change they are the same for
 * every day, so they are found once for each period that is asked for, and kept.
 */
final class Timeline {
    private final NavigableSet<LocalDate> days;
    private final Function<LocalDate, List<Law>> lawsOn;
    private final Map<LocalDate, List<Law>> found = new ConcurrentHashMap<>();

    /**
     * Creates a timeline.
     *
     * @param days the days on which the laws may change
     * @param lawsOn finds the laws of a day
     */
    Timeline(Collection<LocalDate> days, Function<LocalDate, List<Law>> lawsOn) {
        this.days = new TreeSet<>(days);
        this.lawsOn = lawsOn;
    }

    /** The laws of a day. */
    List<Law> on(LocalDate day) {
        LocalDate period = Optional.ofNullable(days.floor(day)).orElse(LocalDate.MIN);
        // Whoever comes first finds them; that two may do so at once does no harm.
        return found.computeIfAbsent(period, lawsOn);
    }

    /** The days after a day on which the laws may change, in order. */
    Collection<LocalDate> after(LocalDate day) {
        return days.tailSet(day, false);
    }
}
