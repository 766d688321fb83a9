package org.cookiepolicy.decision;

/** What a decision says. */
public enum Outcome {
    /** The cookie may be set or read. */
    ALLOW,
    /** It may not. */
    DENY
}
