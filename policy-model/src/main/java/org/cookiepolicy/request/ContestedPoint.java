package org.cookiepolicy.request;

/**
 * A point on which authorities or courts disagree. Each has a strict reading, the default, and a
 * lenient one.
 */
public enum ContestedPoint {
    /** Strict: Global Privacy Control is honoured where no law demands it. */
    GPC_WHERE_NOT_BINDING,
    /** Strict: the signal prevails over consent given to the site. */
    GPC_OVER_CONSENT,
    /** Strict: consent given to avoid a fee is not free. */
    PAY_OR_CONSENT,
    /** Strict: consent ends after the time that the regulator recommends. */
    CONSENT_LIFETIME_GUIDANCE,
    /** Strict: no new request within the time that the regulator recommends. */
    REFUSAL_MEMORY_GUIDANCE,
    /** Strict: storing other than personal data needs consent despite a defective statute. */
    NON_PERSONAL_STORAGE,
    /** Strict: own statistics are no part of the service requested. */
    AUDIENCE_MEASUREMENT_GERMANY,
    /** Strict: the recommended lifespan is a condition of the exemption. */
    AUDIENCE_MEASUREMENT_LIFETIME,
    /** Strict: the exemption for own statistics does not cover A/B tests. */
    AB_TESTING_FRANCE,
    /** Strict: a tag manager needs consent. */
    TAG_MANAGER,
    /** Strict: an overlong lifespan ends the exemption. */
    EXEMPT_LIFETIME,
    /** Strict: sharing buttons need consent for members too. */
    SOCIAL_MEMBER_EXEMPTION,
    /** Strict: behavioural advertising needs consent although linked to nobody. */
    UNLINKED_BEHAVIOURAL_KOREA,
    /** Strict: tracking needs consent where only a general personal data law applies. */
    PERSONAL_DATA_LAW_TRACKING,
    /** Strict: legitimate interest does not carry own statistics. */
    OWN_ANALYTICS_BRAZIL,
    /** Strict: the strictest law is assumed for an unknown place. */
    UNKNOWN_JURISDICTION,
    /** Strict: consent is needed on islands without a cookie rule. */
    BRITISH_ISLANDS,
    /** Strict: consent that cannot be proved does not count. */
    PROOF_OF_CONSENT,
    /** Lenient: national practice older than the ruling counts until replaced. */
    IMPLIED_CONSENT_BEFORE_PLANET49,
    /** Strict: a string made after the deadline without disclosed vendors is invalid. */
    TCF_DISCLOSED_VENDORS,
    /** Strict: advertising on profiles built across sites needs consent. */
    CROSS_SITE_ADVERTISING_SWITZERLAND,
    /** Strict: disclosing sensitive context for advertising breaks purpose limitation. */
    SENSITIVE_CONTEXT_CALIFORNIA,
    /**
     * Strict: the ban on targeted advertising to minors holds while a suit against it is pending.
     */
    MINORS_SOUTH_CAROLINA,
    /** Strict: a law binds although the operator is below its thresholds. */
    OPERATOR_THRESHOLDS
}
