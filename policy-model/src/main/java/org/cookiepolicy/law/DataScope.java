package org.cookiepolicy.law;

/** The data that a provision is about. */
public enum DataScope {
    /** Any information. */
    ANY,
    /** Personal data only. */
    PERSONAL,
    /** Only information that is not personal data. */
    OTHER
}
