package org.cookiepolicy.decision;

import java.util.List;
import java.util.Objects;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;

/**
 * Whether one layer of law of one regime passes, or a rule of the house in it, and why. The law is
 * judged by itself, and each rule of the house by itself beside it, so that a further rule of the
 * house only ever adds something that has to pass.
 *
 * @param regime the regime, not null
 * @param layer the layer, not null
 * @param origin whose demands they are, not null
 * @param outcome allow when it passes, not null
 * @param reason why, not null
 * @param findings the findings that decided; empty only when nothing was found
 */
public record Verdict(
        Regime regime,
        Layer layer,
        Origin origin,
        Outcome outcome,
        Reason reason,
        List<Finding> findings) {
    /** Refuses missing and impossible values. */
    public Verdict {
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        findings = List.copyOf(findings);
    }

    /**
     * Returns whether a rule of the house is judged, and not the law.
     *
     * @return true for the house
     */
    public boolean isOfHouse() {
        return origin == Origin.HOUSE;
    }

    /** This verdict as one on a rule of the house. */
    Verdict ofHouse() {
        return new Verdict(regime, layer, Origin.HOUSE, outcome, reason, findings);
    }
}
