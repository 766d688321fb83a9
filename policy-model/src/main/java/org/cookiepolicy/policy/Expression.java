package org.cookiepolicy.policy;

/** How a choice was expressed. */
public enum Expression {
    /** By a clear affirmative act. */
    AFFIRMATIVE,
    /** By leaving a ticked box as it was. */
    PRE_TICKED,
    /** By scrolling. */
    SCROLLING,
    /** By using the service further. */
    CONTINUED_USE,
    /** By what the browser was set to. */
    BROWSER_SETTINGS,
    /** By closing the banner. */
    BANNER_CLOSED,
    /** By a button that reads as closing. */
    ACCEPT_AND_CLOSE,
    /** By a request whose sender was not verified. */
    UNVERIFIED_REQUEST
}
