package org.cookiepolicy.rules.workbench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cookiepolicy.rules.Register;

/**
 * What scenarios have seen of a law.
 *
 * @param requests how many requests were shown
 * @param counts how much was seen, by what was looked for; in a fixed order
 * @param files what was seen of each file, in the order of their names
 */
public record ScenarioCoverageReport(int requests, Map<String, Count> counts, List<OfFile> files) {
    /** Copies the parts. */
    public ScenarioCoverageReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        files = List.copyOf(files);
    }

    /**
     * How much was seen.
     *
     * @param seen how many of what was looked for
     * @param of how many were looked for
     */
    public record Count(int seen, int of) {
        Count plus(Count other) {
            return new Count(seen + other.seen, of + other.of);
        }

        /**
         * Returns the share in percent.
         *
         * @return the share; 100 where nothing was looked for
         */
        public double percent() {
            return of == 0 ? 100 : 100.0 * seen / of;
        }

        /**
         * Returns the count in words.
         *
         * @return such as {@code 3 of 4 (75.0 %)}, never rounded up; not null
         */
        @Override
        public String toString() {
            double floor = Math.floor(percent() * 10) / 10;
            return seen + " of " + of + String.format(Locale.ROOT, " (%.1f %%)", floor);
        }
    }

    /**
     * Something that was never seen.
     *
     * @param origin where it stands, not null
     * @param subject the rule or provision, not null
     * @param words what was never seen of it, not null
     */
    public record Missed(Register.Source origin, String subject, String words) {
        /**
         * Returns what was missed in a line.
         *
         * @return where, what and how; not null
         */
        @Override
        public String toString() {
            return origin + ": " + subject + ": " + words;
        }
    }

    /**
     * What was seen of a file.
     *
     * @param file its name, not null
     * @param count how much, not null
     * @param missed what was never seen, in the order of the lines; may be empty
     */
    public record OfFile(String file, Count count, List<Missed> missed) {
        /** Copies the list. */
        public OfFile {
            missed = List.copyOf(missed);
        }
    }

    /**
     * Returns how much was seen of all of it.
     *
     * @return the sum of the counts, not null
     */
    public Count total() {
        return counts.values().stream().reduce(new Count(0, 0), Count::plus);
    }

    /**
     * Returns what was never seen, and the counts, in plain text.
     *
     * @return some lines, each ended by a line feed; not empty
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (OfFile file : files) {
            file.missed().forEach(missed -> text.append(missed).append('\n'));
        }
        text.append(requests).append(" scenarios have seen\n");
        counts.forEach(
                (kind, count) ->
                        text.append("  ").append(kind).append(": ").append(count).append('\n'));
        text.append("  all: ").append(total()).append('\n');
        return text.toString();
    }

    /**
     * Returns a page that shows what was never seen, by file. It needs nothing beside itself.
     *
     * @return a page in HTML, not null
     */
    public String html() {
        return new ScenarioCoveragePage(this).html();
    }
}
