package org.cookiepolicy.request;

/** How far a choice was announced to reach. */
public enum ChoiceScope {
    /** The device on which it was made. */
    DEVICE,
    /** Every device on which the visitor is logged in. */
    ACCOUNT
}
