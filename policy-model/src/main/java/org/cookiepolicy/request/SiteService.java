package org.cookiepolicy.request;

/** The kind of service, where the law depends on it. */
public enum SiteService {
    /** Any other service. */
    GENERAL,
    /** A service listed under Art 27-12 of the Telecommunications Business Act of Japan. */
    LISTED_TELECOM_SERVICE,
    /** A social network or another online platform for user content. */
    SOCIAL_NETWORK,
    /** A health service. */
    HEALTH
}
