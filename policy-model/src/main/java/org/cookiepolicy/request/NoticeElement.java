package org.cookiepolicy.request;

/** Something that the visitor has been told beforehand. */
public enum NoticeElement {
    /** Clear and comprehensive information. */
    GIVEN,
    /** A simple and free means to object. */
    OBJECTION_OFFERED,
    /** That an objection is kept for good. */
    OBJECTION_LASTS,
    /** Content, recipient and purpose, made public. */
    PUBLISHED,
    /** Prominent information beside the control that the visitor used. */
    BESIDE_CONTROL
}
