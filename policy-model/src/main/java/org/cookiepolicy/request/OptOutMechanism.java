package org.cookiepolicy.request;

/** Whether a request to opt out has effect. */
public enum OptOutMechanism {
    /** It has. */
    WORKING,
    /** A request cannot be completed. */
    BROKEN,
    /** Requests are taken and do not reach the trackers. */
    NOT_LINKED
}
