package org.cookiepolicy.law;

/** A signal that the browser sends. */
public enum SignalKind {
    /** Global Privacy Control. */
    GPC,
    /** Do Not Track. */
    DNT
}
