package org.cookiepolicy.law;

/** What the operator owes, met already or not. */
public enum Duty {
    /** Tell clearly and comprehensively of the storage and its purpose. */
    INFORM,
    /** Tell of the processing of personal data; no condition of storage. */
    INFORM_OF_PROCESSING,
    /** Offer a way to object. */
    OFFER_OPT_OUT,
    /** Obey the opt-out. */
    HONOUR_SIGNAL,
    /** Show whether the signal was honoured. */
    SHOW_SIGNAL_STATUS,
    /** Give the notice at collection. */
    NOTICE_AT_COLLECTION,
    /** Keep proof of the consent. */
    RECORD_CONSENT,
    /** Let consent be withdrawn as easily as it was given. */
    OFFER_WITHDRAWAL,
    /** Ask for a new choice. */
    ASK_AGAIN,
    /** Do not ask for another choice for now. */
    DO_NOT_ASK_AGAIN,
    /** Obtain the consent of a parent. */
    OBTAIN_PARENTAL_CONSENT,
    /** Obtain the consent of the minor. */
    OBTAIN_MINOR_OPT_IN,
    /** Delete what was stored. */
    DELETE,
    /** Apply the choice on every device. */
    APPLY_TO_ALL_DEVICES,
    /** Publish what is sent, to whom and why. */
    PUBLISH,
    /** Shorten the lifespan. */
    LIMIT_LIFESPAN,
    /** Stop the transfer. */
    STOP_TRANSFER,
    /** Check that the ground of the transfer still stands. */
    CHECK_TRANSFER,
    /** Tell of the joint controllership. */
    INFORM_OF_JOINT_CONTROLLERSHIP,
    /** Limit the use of sensitive data. */
    LIMIT_SENSITIVE_DATA,
    /** Tell the visitor that signal and choice conflict. */
    TELL_OF_CONFLICT,
    /** Make the way to opt out work. */
    REPAIR_MECHANISM,
    /** Keep the opt-out for as long as was promised. */
    KEEP_OPT_OUT
}
