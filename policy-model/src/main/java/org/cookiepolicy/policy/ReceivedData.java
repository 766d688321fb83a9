package org.cookiepolicy.policy;

/** What reaches a recipient. */
public enum ReceivedData {
    /** Personal data, if the cookie holds any. */
    PERSONAL,
    /**
     * Data that can no longer be related to a person by anyone. Says nothing of what is stored on
     * the device.
     */
    ANONYMISED
}
