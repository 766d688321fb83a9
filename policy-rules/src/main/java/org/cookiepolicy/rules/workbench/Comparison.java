package org.cookiepolicy.rules.workbench;

import java.util.Optional;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.PolicyEngine;

/** Decides requests before and after something changed. */
interface Comparison {
    /** Whether the decisions are the same, which can be told without making them. */
    boolean isSurelySame(Request request);

    /** Both decisions; empty when outcome, duties and proof are the same. */
    Optional<Witness> decide(Request request);

    /**
     * Compares two laws.
     *
     * @param before the first law
     * @param after the second law
     * @param rules the rules by which they differ
     */
    static Comparison ofLaws(PolicyEngine before, PolicyEngine after, RuleDiff rules) {
        return new Comparison() {
            @Override
            public boolean isSurelySame(Request request) {
                return before.appliesSameLaw(after, request)
                        && (rules.areSame() || !rules.mayFire(before.lawsFor(request)));
            }

            @Override
            public Optional<Witness> decide(Request request) {
                return Witness.of(before, after, request);
            }
        };
    }
}
