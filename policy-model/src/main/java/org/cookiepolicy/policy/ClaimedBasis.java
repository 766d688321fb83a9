package org.cookiepolicy.policy;

/** The legal basis that the operator invokes. It never decides and never excludes an exemption. */
public enum ClaimedBasis {
    /** Consent of the visitor. */
    CONSENT,
    /** A legitimate interest of the operator. */
    LEGITIMATE_INTEREST,
    /** A law that is only proposed. */
    PROPOSED_LAW
}
