package org.cookiepolicy.policy;

import java.util.Objects;
import org.cookiepolicy.value.Checks;

/**
 * The claim of a policy that something visitors do is consent. Whether it is one is for the law.
 *
 * @param expression how consent is said to be expressed, not null
 * @param statement what the policy says, in other words; not blank
 */
public record ClaimedConsent(Expression expression, String statement) {
    /** Refuses missing and impossible values. */
    public ClaimedConsent {
        Objects.requireNonNull(expression, "expression");
        Checks.text(statement, "statement");
    }
}
