package org.cookiepolicy.decision;

/** What the register knows of the place of the visitor. */
public enum Coverage {
    /** The law of the place is in the register. */
    COVERED,
    /** The register does not cover the place yet; the strictest reading was taken. */
    NOT_COVERED,
    /** The place is not known. */
    UNKNOWN_PLACE
}
