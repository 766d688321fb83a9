package org.cookiepolicy.law;

/** By what a law reaches a visitor. */
public enum Reach {
    /** By where the visitor is. */
    LOCATION,
    /** By where the visitor lives. */
    RESIDENCE,
    /** By where the operator is established. */
    ESTABLISHMENT
}
