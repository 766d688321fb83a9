package org.cookiepolicy.law;

/** Who made a rule. */
public enum Origin {
    /** The law. */
    LAW,
    /** The house: the service itself, which may ask more of itself than the law does. */
    HOUSE
}
