package org.cookiepolicy.rules;

import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Duty;

/**
 * What rules of a house may do: forbid, object, find fault with consent, and bring duties. There is
 * no method here by which a rule of a house could allow anything, so none has to be looked for.
 * What takes away from law is a provision that the house declares, never a rule.
 */
public final class HouseFindings {
    private final Findings findings;

    HouseFindings(Findings findings) {
        this.findings = findings;
    }

    /**
     * The house forbids the access, whatever the visitor chose.
     *
     * @param law the provision that it rests on
     */
    public void prohibited(Law law) {
        findings.prohibited(law);
    }

    /**
     * The house takes something for an objection. It counts wherever the layer lets visitors object
     * or asks for consent.
     *
     * @param law the provision that it rests on
     * @param objection what the objection is
     */
    public void objection(Law law, String objection) {
        findings.objection(law, objection);
    }

    /**
     * The agreement of the visitor lacks what the house demands.
     *
     * @param law the provision that it rests on
     * @param demand what the house demands
     */
    public void consentDefective(Law law, Demand demand) {
        findings.consentDefective(law, demand);
    }

    /**
     * The house owes itself every duty that a provision brings.
     *
     * @param law the provision
     */
    public void dutiesOwed(Law law) {
        findings.dutiesOwed(law);
    }

    /**
     * The house owes itself a duty.
     *
     * @param law the provision that it rests on
     * @param duty the duty
     */
    public void dutyOwed(Law law, Duty duty) {
        findings.dutyOwed(law, duty);
    }
}
