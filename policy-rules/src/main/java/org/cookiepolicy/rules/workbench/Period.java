package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Days in a row.
 *
 * @param from the first day, not null
 * @param until the first day after; empty: there is no end
 */
public record Period(LocalDate from, Optional<LocalDate> until) {
    /** More places than this are not all named in a sentence. */
    private static final int MOST_PLACES = 12;

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

    /** The periods of each place in some places or others. */
    static Map<Jurisdiction, List<Period>> join(
            Map<Jurisdiction, List<Period>> some, Map<Jurisdiction, List<Period>> others) {
        Map<Jurisdiction, List<Period>> joined = new TreeMap<>(some);
        others.forEach((place, periods) -> joined.merge(place, periods, Period::inOrder));
        return joined;
    }

    private static List<Period> inOrder(List<Period> some, List<Period> others) {
        List<Period> all =
                Stream.concat(some.stream(), others.stream())
                        .distinct()
                        .sorted(Comparator.comparing(Period::from))
                        .toList();
        return join(List.of(), all);
    }

    /** Places with their periods as a part of a sentence, those with the same ones together. */
    static String inWords(Map<Jurisdiction, List<Period>> where) {
        Map<List<Period>, List<String>> byPeriods = new LinkedHashMap<>();
        where.forEach(
                (place, periods) ->
                        byPeriods
                                .computeIfAbsent(periods, p -> new ArrayList<>())
                                .add(place.code()));
        return byPeriods.entrySet().stream()
                .map(
                        entry ->
                                codes(entry.getValue())
                                        + " "
                                        + entry.getKey().stream()
                                                .map(Period::toString)
                                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
    }

    private static String codes(List<String> codes) {
        return codes.size() <= MOST_PLACES
                ? String.join(", ", codes)
                : String.join(", ", codes.subList(0, MOST_PLACES - 2))
                        + " and "
                        + (codes.size() - MOST_PLACES + 2)
                        + " more places";
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
