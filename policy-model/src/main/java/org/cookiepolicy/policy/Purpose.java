package org.cookiepolicy.policy;

/** What a cookie is really used for. The operator's own label never decides; the purposes do. */
public enum Purpose {
    /** Keeps what the visitor entered: a form, a shopping basket. */
    USER_INPUT,
    /** Recognises a visitor who signed in. */
    AUTHENTICATION,
    /**
     * Protects the service that the visitor asked for, for instance from repeated failed sign-ins.
     */
    SECURITY,
    /** Detects fraud against the service that the visitor asked for. */
    FRAUD_PREVENTION,
    /** Holds technical data needed to play audio or video. */
    MULTIMEDIA_PLAYBACK,
    /** Keeps a visitor on the same server. */
    LOAD_BALANCING,
    /** Remembers how the visitor chose to see the service, such as a language. */
    UI_CUSTOMISATION,
    /** Adapts the service to preferences inferred by profiling. */
    UI_INFERENCE,
    /** Stores the choice the visitor made about cookies, and nothing else. */
    CONSENT_RECORD,
    /** Counts the free articles that were read. */
    PAYWALL_METERING,
    /** Finds a visitor who asked for emergency help. */
    EMERGENCY_LOCATION,
    /** Counts and describes the audience of the service. */
    AUDIENCE_MEASUREMENT,
    /** Shows variants of the service and compares them. */
    AB_TESTING,
    /** Research into products or people beyond audience measurement. */
    RESEARCH,
    /** Lets a member of a social network share content. */
    SOCIAL_SHARING,
    /** Follows members and non-members of a social network. */
    SOCIAL_TRACKING,
    /** Loads other tags. */
    TAG_MANAGEMENT,
    /** Advertising chosen by the content of the page alone. */
    CONTEXTUAL_ADVERTISING,
    /** Advertising chosen by what the visitor did over time. */
    BEHAVIOURAL_ADVERTISING,
    /** Limits how often an advertisement is shown. */
    FREQUENCY_CAPPING,
    /** Detects false clicks on advertisements. */
    CLICK_FRAUD_DETECTION,
    /** Credits a sale to the partner who referred the visitor. */
    AFFILIATE_ATTRIBUTION,
    /** Measures what advertisements achieve. */
    ADVERTISING_MEASUREMENT,
    /** Targets or delivers political advertising. */
    POLITICAL_ADVERTISING,
    /** Recognises one visitor on several devices. */
    CROSS_DEVICE_LINKING,
    /** Tells whether and when an e-mail was opened. */
    EMAIL_TRACKING,
    /** Builds a profile of what the visitor views or does. */
    PROFILING,
    /** Protects services that the visitor did not ask for. */
    THIRD_PARTY_SECURITY,
    /** Support for internal operations in the sense of COPPA, 16 CFR 312.2. */
    INTERNAL_OPERATIONS,
    /** What it is used for is not known; such a cookie is allowed nowhere. */
    UNKNOWN
}
