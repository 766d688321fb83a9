package org.cookiepolicy.request;

/** What is done to the device. */
public enum Operation {
    /** Storing information on it. */
    SET,
    /** Gaining access to information stored on it. */
    READ
}
