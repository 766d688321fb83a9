package org.cookiepolicy.decision;

/** What a finding says. The comment of each constant says what it is about. */
public enum FindingType {
    /** The layer has no rule here; about nothing. */
    UNREGULATED,
    /** Consent is needed unless exempt; about a purpose. */
    CONSENT_REQUIRED,
    /** Allowed while told and not objected to; about a purpose. */
    OPT_OUT_APPLIES,
    /** Allowed when told; about a purpose. */
    NOTICE_REQUIRED,
    /** The layer demands nothing for it; about a purpose. */
    EXEMPT,
    /**
     * An exemption would or does apply, and the cookie is kept longer than it allows; about a
     * purpose.
     */
    OVERLONG,
    /**
     * An exemption would apply but for an objection of the visitor; about what the objection is.
     */
    EXEMPTION_ENDED,
    /** The visitor agreed; about a purpose. */
    CONSENTED,
    /** The agreement lacks what the law demands; about a demand. */
    CONSENT_DEFECTIVE,
    /** The law of the place accepts the agreement all the same; about a demand. */
    DEFECT_WAIVED,
    /** The visitor objected; about what the objection is. */
    OBJECTION,
    /**
     * The visitor objected, which stands unless a valid consent replaces it or prevails over it;
     * about what the objection is.
     */
    EARLIER_OBJECTION,
    /** The visitor took consent back; about nothing. */
    WITHDRAWN,
    /** The visitor was not told what the law demands; about the elements of the notice. */
    NOT_TOLD,
    /** Forbidden, whatever the visitor chose; about nothing. */
    PROHIBITED,
    /** A duty; about the duty. */
    DUTY_OWED,
    /** Data leave for a country for which a ground is needed; about a recipient. */
    TRANSFER_RESTRICTED,
    /** There is such a ground; about a recipient. */
    TRANSFER_GROUNDED
}
