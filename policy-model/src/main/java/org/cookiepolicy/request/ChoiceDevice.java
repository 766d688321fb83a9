package org.cookiepolicy.request;

/** The device on which a choice was expressed. */
public enum ChoiceDevice {
    /** The device of the request. */
    THIS,
    /** Another device of the visitor. */
    OTHER
}
