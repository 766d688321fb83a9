package org.cookiepolicy.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a constructor or a {@code parse} method that refuses an impossible value.
 *
 * <p>Carries the name of the fact that was refused, as documents spell it, and a name that was
 * probably meant, so that a reader of documents can point at the place and suggest a mend.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String fact;
    private final String reason;
    private final @Nullable String suggestion;

    /**
     * Creates the exception.
     *
     * @param fact the name of the fact in documents, such as {@code lifespan}; not null
     * @param reason what is wrong with it, in lower case, with the value in back ticks; not null
     */
    public InvalidValueException(String fact, String reason) {
        this(fact, reason, null);
    }

    /**
     * Creates the exception with a suggestion.
     *
     * @param fact the name of the fact in documents; not null
     * @param reason what is wrong with it; not null
     * @param suggestion the value that was probably meant; null when there is none
     */
    public InvalidValueException(String fact, String reason, @Nullable String suggestion) {
        super(fact + ": " + reason);
        this.fact = Objects.requireNonNull(fact, "fact");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.suggestion = suggestion;
    }

    /**
     * Returns the name of the refused fact as documents spell it, or the way to it from what was
     * refused, such as {@code cookies[1].category}.
     *
     * @return the name, not null
     */
    public String fact() {
        return fact;
    }

    /**
     * Returns what is wrong with the value.
     *
     * @return the reason, not null, without the name of the fact
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the value that was probably meant.
     *
     * @return the suggestion, or null when there is none
     */
    public @Nullable String suggestion() {
        return suggestion;
    }
}
