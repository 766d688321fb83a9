package org.cookiepolicy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table of text in columns of limited width; what is wider goes on in the next line. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Integer> limits;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Creates a table with the greatest width of each column. */
    TextTable(List<Integer> limits) {
        this.limits = List.copyOf(limits);
    }

    /** A text and its colour, which takes no room. */
    record Cell(String text, UnaryOperator<String> colour) {
        static Cell of(String text) {
            return new Cell(text, UnaryOperator.identity());
        }
    }

    /** Adds a row with a cell for each column. */
    void add(List<Cell> row) {
        rows.add(List.copyOf(row));
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < limits.size(); column++) {
            int width = 0;
            for (List<Cell> row : rows) {
                for (String line : wrap(row.get(column).text(), limits.get(column))) {
                    width = Math.max(width, line.length());
                }
            }
            widths.add(width);
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> append(row, widths, text));
        return text.toString();
    }

    private void append(List<Cell> row, List<Integer> widths, StringBuilder text) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < row.size(); column++) {
            List<String> lines = wrap(row.get(column).text(), limits.get(column));
            height = Math.max(height, lines.size());
            cells.add(lines);
        }
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder();
            int blanks = 0;
            for (int column = 0; column < row.size(); column++) {
                List<String> lines = cells.get(column);
                String part = line < lines.size() ? lines.get(line) : "";
                // Blanks wait until something follows them, so that no line ends with any.
                if (!part.isEmpty()) {
                    out.append(" ".repeat(blanks)).append(row.get(column).colour().apply(part));
                    blanks = 0;
                }
                blanks += widths.get(column) - part.length() + GAP.length();
            }
            text.append(out).append('\n');
        }
    }

    /** Breaks a text at its blanks and line feeds; a word that is too wide stays whole. */
    static List<String> wrap(String text, int limit) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > 0 && line.length() + 1 + word.length() > limit) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
