package org.cookiepolicy.policy;

/** The technique that stores on the device or reads from it. */
public enum Technology {
    /** A cookie of RFC 6265. */
    HTTP_COOKIE,
    /** The Web Storage of a browser, or a like store. */
    LOCAL_STORAGE,
    /** An image loaded to make the device report back. */
    PIXEL,
    /** An identifier of the device or its operating system. */
    DEVICE_IDENTIFIER,
    /** A script loaded from elsewhere. */
    TAG
}
