package org.cookiepolicy.request;

/** The choice that the visitor made. */
public enum ConsentStatus {
    /** Agreed. */
    GRANTED,
    /** Declined. */
    REFUSED,
    /** Took an earlier agreement back. */
    WITHDRAWN,
    /** Opted out. */
    OBJECTED
}
