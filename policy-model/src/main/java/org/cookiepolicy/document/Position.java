package org.cookiepolicy.document;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place in a text.
 *
 * @param line the line, from 1 on; 0 when not known
 * @param column the column in characters, from 1 on; 0 when not known
 */
public record Position(int line, int column) implements Comparable<Position>, Serializable {
    /** The place of what stands in no text, such as a value about to be written. */
    public static final Position NONE = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the place as compilers print it.
     *
     * @return {@code line:column}, not null
     */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
