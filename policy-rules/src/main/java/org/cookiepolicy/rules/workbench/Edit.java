package org.cookiepolicy.rules.workbench;

import java.util.Comparator;
import java.util.Objects;
import org.cookiepolicy.rules.Register;

/**
 * A change of the law in one place.
 *
 * @param origin where it was made, not null
 * @param subject the provision, the member of a group or the rule that was changed, not null
 * @param part what was changed of it, by which edits are counted, such as {@code from}; not null
 * @param words what was done, not null
 */
public record Edit(Register.Source origin, String subject, String part, String words)
        implements Comparable<Edit> {
    private static final Comparator<Edit> ORDER =
            Comparator.comparing((Edit edit) -> edit.origin().file())
                    .thenComparing(edit -> edit.origin().line())
                    .thenComparing(Edit::subject)
                    .thenComparing(Edit::words);

    /** Refuses null. */
    public Edit {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(words, "words");
    }

    /** Edits stand in the order of the files and lines. */
    @Override
    public int compareTo(Edit other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the edit in a line.
     *
     * @return where, what and how; not null
     */
    @Override
    public String toString() {
        return origin + ": " + subject + ": " + words;
    }
}
