package org.cookiepolicy.policy;

/** The ground on which personal data go to another country. */
public enum TransferMechanism {
    /** The country is held to protect data adequately. */
    ADEQUACY,
    /**
     * The recipient is certified under the part of the Data Privacy Framework that covers the
     * visitor.
     */
    DATA_PRIVACY_FRAMEWORK,
    /** Standard contractual clauses, or an equal instrument of the country of origin. */
    STANDARD_CONTRACTUAL_CLAUSES,
    /** There is no ground. */
    NONE
}
