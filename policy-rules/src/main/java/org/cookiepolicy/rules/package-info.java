/**
 * The engine: reads the law, runs the rules, and decides.
 *
 * <p>How one decision comes about: {@link org.cookiepolicy.rules.PolicyEngine} asks the {@link
 * org.cookiepolicy.rules.Register} which provisions reach the visitor on the day, hands them as
 * {@link org.cookiepolicy.rules.Law} facts to the rules together with {@link
 * org.cookiepolicy.rules.Access}, {@link org.cookiepolicy.rules.Choice} and the facts of the
 * request, collects what the rules add to {@link org.cookiepolicy.rules.Findings}, and lets {@link
 * org.cookiepolicy.decision.Decision#of} judge.
 */
@NullMarked
package org.cookiepolicy.rules;

import org.jspecify.annotations.NullMarked;
