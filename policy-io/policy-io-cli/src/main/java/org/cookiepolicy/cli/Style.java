package org.cookiepolicy.cli;

import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.value.Tokens;

/**
 * Colour, or none of it.
 *
 * @param coloured whether escape sequences are written
 */
record Style(boolean coloured) {
    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";

    String heading(String text) {
        return in(BOLD, text);
    }

    String good(String text) {
        return in(GREEN, text);
    }

    String bad(String text) {
        return in(RED, text);
    }

    /** Colours a text by an outcome. */
    String of(Outcome outcome, String text) {
        return outcome == Outcome.ALLOW ? good(text) : bad(text);
    }

    /** The word for an outcome in its colour. */
    String of(Outcome outcome) {
        return of(outcome, Tokens.of(outcome));
    }

    private String in(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
