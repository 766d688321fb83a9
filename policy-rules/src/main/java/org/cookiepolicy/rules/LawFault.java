package org.cookiepolicy.rules;

import java.util.Objects;
import org.cookiepolicy.document.Problem;

/**
 * Something wrong with a law, for tools that sort by what it is.
 *
 * @param type what it is, not null
 * @param problem where it stands and what to do about it, not null
 */
public record LawFault(Type type, Problem problem) {
    /** Refuses null. */
    public LawFault {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(problem, "problem");
    }

    /** What may be wrong. Names are kept, since tools remember them. */
    public enum Type {
        /** A file is neither a part of the register nor rules, or its name is taken. */
        FILE,
        /** The register says something that it cannot say. */
        REGISTER,
        /** The rules say something that rules may not say. */
        RULES,
        /** A place that the register covers has days without law. */
        GAP,
        /** Two provisions contradict each other. */
        OVERLAP,
        /** A place has law of its own beside that of a group that stands in for it. */
        STAND_IN,
        /** Consent is demanded, and nothing says what it has to be. */
        UNDEFINED_CONSENT,
        /** A condition of a rule is met by no provision. */
        NEVER_MET,
        /** A provision is read by no rule. */
        NEVER_READ
    }
}
