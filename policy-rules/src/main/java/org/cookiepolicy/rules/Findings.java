package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.FindingType;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.value.Tokens;

/**
 * What rules may do: add findings. Each method adds one finding that rests on the provision given;
 * the name of the rule is noted by the engine.
 */
public final class Findings {
    private final Cookie cookie;
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> fired = new HashSet<>();
    private String rule = "";
    private boolean ofHouse;

    Findings(Cookie cookie) {
        this.cookie = cookie;
    }

    void firing(String name, boolean isOfHouse) {
        rule = name;
        ofHouse = isOfHouse;
        fired.add(name);
    }

    /** The names of the rules that fired, whether they found something or not. */
    Set<String> fired() {
        return Set.copyOf(fired);
    }

    List<Finding> found() {
        return List.copyOf(found);
    }

    private void add(FindingType type, Law law, String about) {
        Basis basis = law.basis(cookie);
        // What a rule of the house finds is of the house, whatever provision it points at.
        found.add(
                new Finding(type, rule, ofHouse ? basis.ofHouse(Optional.empty()) : basis, about));
    }

    /**
     * The layer has no rule.
     *
     * @param law the provision that says so
     */
    public void unregulated(Law law) {
        add(FindingType.UNREGULATED, law, "");
    }

    /**
     * Consent is needed for a purpose unless it is exempt.
     *
     * @param law the provision that demands it
     * @param purpose the purpose
     */
    public void consentRequired(Law law, Purpose purpose) {
        add(FindingType.CONSENT_REQUIRED, law, Tokens.of(purpose));
    }

    /**
     * A purpose is allowed while the visitor was told and has not objected.
     *
     * @param law the provision that says so
     * @param purpose the purpose
     */
    public void optOutApplies(Law law, Purpose purpose) {
        add(FindingType.OPT_OUT_APPLIES, law, Tokens.of(purpose));
    }

    /**
     * A purpose is allowed when the visitor was told.
     *
     * @param law the provision that says so
     * @param purpose the purpose
     */
    public void noticeRequired(Law law, Purpose purpose) {
        add(FindingType.NOTICE_REQUIRED, law, Tokens.of(purpose));
    }

    /**
     * A purpose is exempt.
     *
     * @param law the exemption
     * @param purpose the purpose
     */
    public void exempt(Law law, Purpose purpose) {
        add(FindingType.EXEMPT, law, Tokens.of(purpose));
    }

    /**
     * The cookie is kept longer than an exemption allows.
     *
     * @param law the exemption
     * @param purpose the purpose that it is about
     */
    public void overlong(Law law, Purpose purpose) {
        add(FindingType.OVERLONG, law, Tokens.of(purpose));
    }

    /**
     * An exemption ends with the objection of the visitor.
     *
     * @param law the exemption
     * @param objection what the objection is
     */
    public void exemptionEnded(Law law, String objection) {
        add(FindingType.EXEMPTION_ENDED, law, objection);
    }

    /**
     * Another provision takes an exemption away. Where that is a provision of the house, so is the
     * finding.
     *
     * @param by the provision that takes it away
     * @param law the exemption
     * @param why by what it is taken away
     */
    public void exemptionEndedBy(Law by, Law law, String why) {
        if (!by.isOfHouse()) {
            add(FindingType.EXEMPTION_ENDED, law, why);
            return;
        }
        Basis basis = law.basis(cookie).ofHouse(Optional.empty());
        String about = why + ", by `" + by.getId() + "`";
        found.add(new Finding(FindingType.EXEMPTION_ENDED, rule, basis, about));
    }

    /**
     * The visitor agreed to a purpose.
     *
     * @param law the provision under which that matters
     * @param purpose the purpose
     */
    public void consented(Law law, Purpose purpose) {
        add(FindingType.CONSENTED, law, Tokens.of(purpose));
    }

    /**
     * The agreement of the visitor lacks what a provision demands.
     *
     * @param law the provision
     * @param demand what it demands
     */
    public void consentDefective(Law law, Demand demand) {
        add(FindingType.CONSENT_DEFECTIVE, law, Tokens.of(demand));
    }

    /**
     * The law accepts the agreement although a demand is not met.
     *
     * @param law the provision that accepts it
     * @param demand what is not met
     */
    public void defectWaived(Law law, Demand demand) {
        add(FindingType.DEFECT_WAIVED, law, Tokens.of(demand));
    }

    /**
     * The visitor objected.
     *
     * @param law the provision that makes the objection count
     * @param objection what the objection is, such as {@code objected} or {@code gpc}
     */
    public void objection(Law law, String objection) {
        add(FindingType.OBJECTION, law, objection);
    }

    /**
     * The visitor objected before, and agreed since.
     *
     * @param law the provision that makes the objection count
     */
    public void earlierObjection(Law law) {
        add(FindingType.EARLIER_OBJECTION, law, "an earlier objection");
    }

    /**
     * The visitor objected, which stands unless there is a valid consent.
     *
     * @param law the provision that makes the objection count
     * @param objection what the objection is
     */
    public void objectionUnlessConsented(Law law, String objection) {
        add(FindingType.EARLIER_OBJECTION, law, objection);
    }

    /**
     * The visitor took consent back.
     *
     * @param law the provision that says what follows
     */
    public void withdrawn(Law law) {
        add(FindingType.WITHDRAWN, law, "");
    }

    /**
     * The visitor was not told what the law demands.
     *
     * @param law the provision that demands it
     */
    public void notTold(Law law) {
        Set<NoticeElement> all = law.terms().notice();
        Set<NoticeElement> any = law.terms().noticeAny();
        String elements =
                String.join(" and ", all.stream().map(Tokens::of).toList())
                        + (all.isEmpty() || any.isEmpty() ? "" : " and ")
                        + String.join(" or ", any.stream().map(Tokens::of).toList());
        add(FindingType.NOT_TOLD, law, elements);
    }

    /**
     * The visitor was not offered a way to object, whatever the notice says.
     *
     * @param law the provision that demands one
     */
    public void notOffered(Law law) {
        add(FindingType.NOT_TOLD, law, Tokens.of(NoticeElement.OBJECTION_OFFERED));
    }

    /**
     * The access is forbidden, whatever the visitor chose.
     *
     * @param law the provision that forbids it
     */
    public void prohibited(Law law) {
        add(FindingType.PROHIBITED, law, "");
    }

    /**
     * The operator owes every duty that a provision brings.
     *
     * @param law the provision
     */
    public void dutiesOwed(Law law) {
        law.duties().forEach(duty -> dutyOwed(law, duty));
    }

    /**
     * The operator owes a duty.
     *
     * @param law the provision that it follows from
     * @param duty the duty
     */
    public void dutyOwed(Law law, Duty duty) {
        add(FindingType.DUTY_OWED, law, Tokens.of(duty));
    }

    /**
     * Personal data leave for a country for which a ground is needed.
     *
     * @param law the provision that demands a ground
     * @param recipient who receives them
     */
    public void transferRestricted(Law law, Recipient recipient) {
        add(FindingType.TRANSFER_RESTRICTED, law, recipient.name());
    }

    /**
     * There is a ground for a transfer.
     *
     * @param law the provision that gives it
     * @param recipient who receives the data
     */
    public void transferGrounded(Law law, Recipient recipient) {
        add(FindingType.TRANSFER_GROUNDED, law, recipient.name());
    }
}
