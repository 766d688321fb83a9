package org.cookiepolicy.policy;

/**
 * What the operator does to keep the effect on privacy small. A safeguard that is not stated is not
 * there.
 */
public enum Safeguard {
    /** The sole purpose is the operator's own statistics. */
    OWN_STATISTICS_ONLY,
    /** Only anonymous statistics come out. */
    ANONYMOUS_STATISTICS,
    /** The data are not matched with other processing. */
    NO_CROSS_MATCHING,
    /** No identifier follows the visitor to other sites. */
    NO_CROSS_SITE_IDENTIFIER,
    /** The provider does not use the data for itself. */
    NO_PROVIDER_REUSE,
    /** Nobody else gets the data, except to help improve the service. */
    NOT_SHARED,
    /** At least the last octet of the IP address is removed. */
    IP_MASKED,
    /** The effect on privacy is small or none. */
    LOW_PRIVACY_IMPACT,
    /** The statistics contain no personal data. */
    NON_PERSONAL_STATISTICS,
    /** An identifier and no other personal data. */
    IDENTIFIER_ONLY
}
