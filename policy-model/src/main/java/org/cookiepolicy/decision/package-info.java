/**
 * The answer: what the rules found, and the decision that follows.
 *
 * <p>Start at {@link org.cookiepolicy.decision.Decision}. {@code Judge} is the one total function
 * that turns findings into an outcome, and {@link org.cookiepolicy.decision.Decision#of
 * Decision.of} is the way in.
 */
@NullMarked
package org.cookiepolicy.decision;

import org.jspecify.annotations.NullMarked;
