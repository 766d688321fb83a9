package org.cookiepolicy.policy;

/**
 * Whether using a cookie is a sale, sharing or targeted-advertising disclosure in the sense of the
 * state laws of the United States.
 */
public enum Disclosure {
    /** Not stated; derived from purposes, party and recipients. */
    DERIVED,
    /** Stated to be one. */
    SOLD_OR_SHARED,
    /** Stated not to be one. */
    NOT_SOLD_OR_SHARED
}
