package org.cookiepolicy.rules.workbench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills tables with as many cases as are to be decided, and counts what was looked at. */
final class Tally {
    private final Map<Table.Sampling, Integer> tables = new EnumMap<>(Table.Sampling.class);
    private long looked;
    private long decided;

    Tally() {}

    /**
     * Shares a number of cases among tables, so that small ones leave more for others.
     *
     * @param toFill the tables
     * @param total how many cases are decided at most, about
     * @param mostOfEach how many of one table at most, about
     */
    void fill(List<Table> toFill, long total, long mostOfEach) {
        List<Table> inOrder = toFill.stream().sorted(Comparator.comparing(Table::product)).toList();
        long left = total;
        for (int i = 0; i < inOrder.size(); i++) {
            Table table = inOrder.get(i);
            table.fill(Math.min(mostOfEach, left / (inOrder.size() - i)));
            left -= table.decided();
            looked += table.size();
            decided += table.decided();
            tables.merge(table.sampling(), 1, Integer::sum);
        }
    }

    /** How many tables were filled. */
    int tables() {
        return tables.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many cases were looked at. */
    long looked() {
        return looked;
    }

    /** How many of them were decided; the others are the same for sure. */
    long decided() {
        return decided;
    }

    /** Of how many tables every combination was looked at. */
    int complete() {
        return tables.getOrDefault(Table.Sampling.NONE, 0);
    }

    /** Of how many tables only some combinations were looked at, by which; in order. */
    Map<String, Integer> sampled() {
        Map<String, Integer> sampled = new LinkedHashMap<>();
        tables.forEach(
                (sampling, count) -> {
                    if (sampling != Table.Sampling.NONE) {
                        sampled.put(sampling.words(), count);
                    }
                });
        return sampled;
    }
}
