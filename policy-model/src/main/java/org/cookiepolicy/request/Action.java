package org.cookiepolicy.request;

/** What the visitor did that bears on the decision. */
public enum Action {
    /** Asked for the service explicitly. */
    REQUESTED_SERVICE,
    /** Signed in. */
    LOGGED_IN,
    /** Asked to stay signed in. */
    TICKED_REMEMBER_ME,
    /** Started playback. */
    PRESSED_PLAY,
    /** Chose a setting of the interface. */
    CHOSE_SETTING,
    /** Asked for emergency help. */
    ASKED_FOR_EMERGENCY_HELP,
    /** Is logged in to the social network concerned. */
    NETWORK_MEMBER
}
