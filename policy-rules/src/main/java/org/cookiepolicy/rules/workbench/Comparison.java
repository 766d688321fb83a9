package org.cookiepolicy.rules.workbench;

import java.util.Optional;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.PolicyEngine;

/**
 * Decides requests under two laws.
 *
 * @param before the first law
 * @param after the second law
 * @param sameRules whether both have the same rules
 */
record Comparison(PolicyEngine before, PolicyEngine after, boolean sameRules) {
    /** Whether the decisions are the same without making them: the same law is read alike. */
    boolean isSurelySame(Request request) {
        return sameRules && before.appliesSameLaw(after, request);
    }

    /** Both decisions; empty when outcome, duties and proof are the same. */
    Optional<Witness> decide(Request request) {
        return Witness.of(before, after, request);
    }
}
