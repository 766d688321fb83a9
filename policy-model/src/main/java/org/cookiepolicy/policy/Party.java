package org.cookiepolicy.policy;

/** Whose cookie it is, seen from the page the visitor opened. */
public enum Party {
    /** Set by the site itself. */
    FIRST,
    /** Set by or for another site. */
    THIRD
}
