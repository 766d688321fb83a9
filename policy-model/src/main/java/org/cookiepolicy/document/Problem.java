package org.cookiepolicy.document;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a document, and where.
 *
 * @param file the name of the document, not null
 * @param position where it stands, not null
 * @param path the way to it from the root, such as {@code cookies[3].purposes[0]}; empty for the
 *     root
 * @param message what is wrong, in lower case, with what was written in back ticks; not null
 * @param suggestion what was probably meant; null when there is no telling
 */
public record Problem(
        String file, Position position, String path, String message, @Nullable String suggestion)
        implements Serializable {
    /** Refuses missing parts. */
    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    /**
     * Returns the problem as one line.
     *
     * @return {@code file:line:column: message at path; did you mean `this`?}, not null
     */
    @Override
    public String toString() {
        return file
                + ":"
                + position
                + ": "
                + message
                + (path.isEmpty() ? "" : " at " + path)
                + (suggestion == null ? "" : "; did you mean `" + suggestion + "`?");
    }
}
