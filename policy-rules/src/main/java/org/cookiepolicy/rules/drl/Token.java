package org.cookiepolicy.rules.drl;

import org.cookiepolicy.document.Position;

/**
 * A word or sign of a rule file.
 *
 * @param kind what it is
 * @param text how it is written; of text, what stands between the quotes
 * @param position where it begins
 * @param first whether nothing but white space stands before it on its line
 * @param close whether it stands right after the one before, with nothing between
 */
record Token(Kind kind, String text, Position position, boolean first, boolean close) {
    /** What a token is. */
    enum Kind {
        /** A name or a word of the rule language. */
        WORD,
        /** The name of a variable, with its {@code $}. */
        VARIABLE,
        /** A whole number without a sign. */
        NUMBER,
        /** Text in quotes. */
        TEXT,
        /** Anything else. */
        SIGN,
        /** The end of the file. */
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }

    /** The token as an author knows it, for messages. */
    String written() {
        return switch (kind) {
            case END -> "the end of the file";
            case TEXT -> "text";
            default -> "`" + text + "`";
        };
    }
}
