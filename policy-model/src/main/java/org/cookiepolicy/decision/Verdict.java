package org.cookiepolicy.decision;

import java.util.List;
import java.util.Objects;
import org.cookiepolicy.law.Layer;

/**
 * Whether one layer of law of one regime passes, and why.
 *
 * @param regime the regime, not null
 * @param layer the layer, not null
 * @param outcome allow when it passes, not null
 * @param reason why, not null
 * @param findings the findings that decided; empty only when nothing was found
 */
public record Verdict(
        Regime regime, Layer layer, Outcome outcome, Reason reason, List<Finding> findings) {
    /** Refuses missing and impossible values. */
    public Verdict {
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        findings = List.copyOf(findings);
    }
}
