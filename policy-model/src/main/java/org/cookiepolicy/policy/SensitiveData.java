package org.cookiepolicy.policy;

/** Kinds of data that the law protects more strictly. */
public enum SensitiveData {
    /** Physical or mental health. */
    HEALTH,
    /** Reproductive or sexual health. */
    REPRODUCTIVE_HEALTH,
    /** A location precise to within some hundred metres. */
    PRECISE_GEOLOCATION,
    /** Biometric data used to identify. */
    BIOMETRIC,
    /** Genetic data. */
    GENETIC,
    /** Racial or ethnic origin. */
    ETHNIC_ORIGIN,
    /** Political opinions. */
    POLITICAL_OPINION,
    /** Religious or philosophical beliefs. */
    RELIGIOUS_BELIEF,
    /** Membership of a trade union. */
    TRADE_UNION,
    /** Sex life or sexual orientation. */
    SEXUAL_LIFE,
    /** Citizenship or immigration status. */
    IMMIGRATION_STATUS,
    /** Convictions and offences. */
    CRIMINAL_RECORD,
    /** Access to a financial account. */
    FINANCIAL_ACCOUNT
}
