package org.cookiepolicy.request;

/** What depended on the choice. */
public enum ConsentCondition {
    /** Nothing. */
    FREE,
    /** Access: there was no way in without consent. */
    WALL,
    /** A fee: access without consent had to be paid for. */
    PAY_OR_CONSENT
}
