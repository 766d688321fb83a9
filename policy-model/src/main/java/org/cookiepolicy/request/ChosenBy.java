package org.cookiepolicy.request;

/** Who made a choice. */
public enum ChosenBy {
    /** The visitor. */
    VISITOR,
    /** A holder of parental responsibility. */
    PARENT
}
