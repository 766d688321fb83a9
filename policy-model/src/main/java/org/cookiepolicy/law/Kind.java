package org.cookiepolicy.law;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Tokens;

/**
 * What a provision does. The rules give each kind its meaning; this only names them and says which
 * {@link Terms} each may have.
 */
public enum Kind {
    /** Says that a layer has no rule in a place. */
    NO_RULE(),
    /** Demands consent for what is not exempt. */
    CONSENT(),
    /** Allows what the visitor was told of and has not objected to. */
    OPT_OUT("notice", "notice-any"),
    /** Demands that the visitor be told, and lets nobody object. */
    NOTICE("notice", "notice-any"),
    /** Takes purposes out of what its layer demands. */
    EXEMPTION(
            "sole-purpose",
            "safeguards",
            "parties",
            "lifespan",
            "lifespan-contested",
            "actions",
            "notice",
            "not-shared",
            "not-sensitive",
            "no-recipients",
            "unless-objected"),
    /** Takes exemptions of its layer away from the purposes it is about. */
    EXEMPTION_LIMIT(),
    /** Ends exemptions of its layer for the purposes it is about once the visitor objected. */
    RIGHT_TO_OBJECT(),
    /** Says what consent has to be. */
    CONSENT_STANDARD("demands", "expressions", "lifespan", "created-from"),
    /** Accepts consent although a demand is not met. */
    WAIVER("demands", "expressions"),
    /** Gives a signal of the browser the effect of an objection. */
    SIGNAL("signals", "unless-consented"),
    /** Forbids, whatever the visitor chose. */
    PROHIBITION(),
    /** Brings duties and decides nothing. */
    DUTY(),
    /** Says what follows from taking consent back. */
    WITHDRAWAL(),
    /** Brings duties once the visitor objected. */
    OBJECTION(),
    /** Says for how long not to ask again after a refusal or an objection. */
    REFUSAL_MEMORY("lifespan"),
    /** Makes an opt-out last as it was promised. */
    LASTING_OPT_OUT(),
    /** Makes a choice reach every device of a known account. */
    ALL_DEVICES(),
    /** Demands a ground for personal data to leave for another country. */
    TRANSFER_RULE("destinations"),
    /** Gives such a ground. */
    TRANSFER_GROUND(
            "destinations",
            "except-destinations",
            "mechanisms",
            "supplementary-measures",
            "disclosed-transfer");

    private final Set<String> terms;

    Kind(String... terms) {
        this.terms = Set.of(terms);
    }

    /**
     * Returns the terms that a provision of this kind may have.
     *
     * @return their names as documents spell them; may be empty
     */
    public Set<String> terms() {
        return terms;
    }

    /**
     * Returns whether a provision of this kind says what its layer demands, if only that it demands
     * nothing. A layer without one is not covered.
     *
     * @return true for rules, false for exemptions from them and for what goes with them
     */
    public boolean isGoverning() {
        return switch (this) {
            case NO_RULE, CONSENT, OPT_OUT, NOTICE -> true;
            default -> false;
        };
    }

    /**
     * Returns what a provision of this kind takes away from. A rule of the house that does so has
     * to be declared.
     *
     * @return the kinds of the provisions whose demands it meets or waives; empty when it only adds
     *     demands and duties, or says that there are none
     */
    public Set<Kind> loosens() {
        return switch (this) {
            case EXEMPTION -> EnumSet.of(CONSENT, OPT_OUT, NOTICE);
            case WAIVER -> EnumSet.of(CONSENT_STANDARD);
            case TRANSFER_GROUND -> EnumSet.of(TRANSFER_RULE);
            case NO_RULE,
                    CONSENT,
                    OPT_OUT,
                    NOTICE,
                    EXEMPTION_LIMIT,
                    RIGHT_TO_OBJECT,
                    CONSENT_STANDARD,
                    SIGNAL,
                    PROHIBITION,
                    DUTY,
                    WITHDRAWAL,
                    OBJECTION,
                    REFUSAL_MEMORY,
                    LASTING_OPT_OUT,
                    ALL_DEVICES,
                    TRANSFER_RULE ->
                    EnumSet.noneOf(Kind.class);
        };
    }

    /**
     * Refuses terms that say nothing in a provision of this kind: no rule would read them.
     *
     * @param given the terms, not null
     * @throws org.cookiepolicy.value.InvalidValueException naming the first term that is out of
     *     place
     */
    void check(Terms given) {
        for (String term : given.given()) {
            Checks.require(
                    terms.contains(term),
                    term,
                    "a provision of kind `" + Tokens.of(this) + "` has no such term");
        }
        Checks.require(
                (this != CONSENT_STANDARD && this != WAIVER) || !given.demands().isEmpty(),
                "demands",
                "a provision of kind `"
                        + Tokens.of(this)
                        + "` has to say what it demands: one or more of "
                        + EnumSet.allOf(Demand.class).stream()
                                .map(demand -> "`" + Tokens.of(demand) + "`")
                                .collect(Collectors.joining(", ")));
        Checks.require(
                !given.demands().contains(Demand.AFFIRMATIVE) || !given.expressions().isEmpty(),
                "expressions",
                "what is about `affirmative` has to say which expressions, such as `pre-ticked`");
        Checks.require(
                !given.demands().contains(Demand.RECENT) || given.lifespan().isPresent(),
                "lifespan",
                "what demands `recent` has to say how long consent lasts, such as `P12M`");
        Checks.require(
                this != SIGNAL || !given.signals().isEmpty(),
                "signals",
                "a provision of kind `signal` has to say which signals");
        Checks.require(
                this != REFUSAL_MEMORY || given.lifespan().isPresent(),
                "lifespan",
                "a provision of kind `refusal-memory` has to say how long");
    }
}
