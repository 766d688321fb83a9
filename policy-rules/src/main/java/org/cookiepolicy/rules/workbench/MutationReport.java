package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which edits of the law the scenarios notice.
 *
 * @param scenarios how many scenarios there were
 * @param tallies how edits fared, by what they change; sorted, not empty
 * @param survivors the edits that no scenario notices, in the order of the files; may be empty
 * @param equivalents the edits that no scenario could notice, in the order of the files; may be
 *     empty
 */
public record MutationReport(
        int scenarios,
        List<Tally> tallies,
        List<Survivor> survivors,
        List<Equivalent> equivalents) {
    /** Copies the lists. */
    public MutationReport {
        tallies = List.copyOf(tallies);
        survivors = List.copyOf(survivors);
        equivalents = List.copyOf(equivalents);
    }

    /**
     * How the edits of one kind fared.
     *
     * @param part what they change, such as {@code from}; not null
     * @param noticed how many a scenario notices
     * @param survived how many none notices
     * @param equivalent how many none could notice
     * @param refused how many were no law
     */
    public record Tally(String part, int noticed, int survived, int equivalent, int refused) {
        private Tally plus(Tally other) {
            return new Tally(
                    part,
                    noticed + other.noticed,
                    survived + other.survived,
                    equivalent + other.equivalent,
                    refused + other.refused);
        }

        /**
         * Returns the share of edits that a scenario notices, among those that one could.
         *
         * @return the share in percent; 100 where there is none to notice
         */
        public double percent() {
            int mutants = noticed + survived;
            return mutants == 0 ? 100 : 100.0 * noticed / mutants;
        }
    }

    /**
     * An edit that no scenario notices.
     *
     * @param edit the edit, not null
     * @param scenarios for how many scenarios other laws applied or something else was found, and
     *     still what they expect came out
     */
    public record Survivor(Edit edit, int scenarios) {
        /**
         * Returns the edit in a line.
         *
         * @return the edit, and how near scenarios came to it; not null
         */
        @Override
        public String toString() {
            return edit
                    + (scenarios == 0
                            ? " (no scenario is touched)"
                            : " (touches "
                                    + scenarios
                                    + (scenarios == 1 ? " scenario" : " scenarios")
                                    + ", fails none)");
        }
    }

    /**
     * An edit that no scenario could notice.
     *
     * @param edit the edit, not null
     * @param reason why, not null
     */
    public record Equivalent(Edit edit, String reason) {
        /**
         * Returns the edit in a line.
         *
         * @return the edit and why it changes nothing, not null
         */
        @Override
        public String toString() {
            return edit + " (" + reason + ")";
        }
    }

    /**
     * Returns how all edits fared.
     *
     * @return the sum of the tallies, not null
     */
    public Tally total() {
        return tallies.stream().reduce(new Tally("all", 0, 0, 0, 0), Tally::plus);
    }

    /**
     * Returns whether enough edits are noticed.
     *
     * @param minimum the share in percent
     * @return true when at least so many are
     */
    public boolean reaches(double minimum) {
        return total().percent() >= minimum;
    }

    /**
     * Returns the counts as a table in plain text.
     *
     * @return some lines, each ended by a line feed; not empty
     */
    public String summary() {
        List<Tally> rows = new ArrayList<>(tallies);
        rows.add(total());
        int width = rows.stream().mapToInt(row -> row.part().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        String format = "%-" + width + "s %8s %9s %11s %8s %9s%n".replace("%n", "\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        format,
                        "",
                        "noticed",
                        "survived",
                        "equivalent",
                        "refused",
                        "percent"));
        for (Tally row : rows) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            format,
                            row.part(),
                            row.noticed(),
                            row.survived(),
                            row.equivalent(),
                            row.refused(),
                            percent(row)));
        }
        return text.toString();
    }

    /** A share that is short of the whole is never rounded to it. */
    private static String percent(Tally row) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(row.percent() * 10) / 10);
    }
}
