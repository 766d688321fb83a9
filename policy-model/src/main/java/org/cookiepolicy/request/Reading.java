package org.cookiepolicy.request;

/** Which of two readings of a contested point of law is taken. */
public enum Reading {
    /** The one under which less is allowed; the default. */
    STRICT,
    /** The other one. */
    LENIENT
}
