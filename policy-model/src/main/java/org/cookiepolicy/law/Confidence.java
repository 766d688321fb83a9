package org.cookiepolicy.law;

/** How sure the register is of a provision. */
public enum Confidence {
    /** Checked against a source. */
    VERIFIED,
    /** From knowledge, confident. */
    KNOWN,
    /** Not sure; a decision that rests on it says so. */
    UNCERTAIN
}
