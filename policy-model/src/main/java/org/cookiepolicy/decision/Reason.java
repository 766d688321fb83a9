package org.cookiepolicy.decision;

/** Why a layer of law passes or does not. */
public enum Reason {
    /** Passes: the layer has no rule here. */
    NO_RULE,
    /** Passes: each purpose is exempt. */
    EXEMPT,
    /** Passes: the visitor validly agreed to what is not exempt. */
    CONSENTED,
    /** Passes: the visitor was told as the law demands and has not objected. */
    TOLD_AND_NOT_OBJECTED,
    /** Passes: there is a ground for each transfer. */
    GROUNDED,
    /** Fails: forbidden, whatever the visitor chose. */
    PROHIBITED,
    /** Fails: the visitor has not agreed to a purpose that needs consent. */
    NO_CONSENT,
    /** Fails: the agreement lacks what the law demands. */
    CONSENT_DEFECTIVE,
    /** Fails: the visitor objected. */
    OBJECTED,
    /** Fails: the visitor was not told what the law demands. */
    NOT_TOLD,
    /** Fails: data leave for another country without a ground. */
    NO_GROUND,
    /** Fails: the register has nothing to say, and what is not known is denied. */
    NOT_COVERED
}
