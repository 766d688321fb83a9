/**
 * Tools for those who write rules and register: they ask the engine what a part of the law does.
 *
 * <p>{@link org.cookiepolicy.rules.workbench.Situations} makes requests that a provision is about;
 * {@link org.cookiepolicy.rules.workbench.Witness} finds among them one that two laws decide
 * differently; {@link org.cookiepolicy.rules.workbench.LawDiff} says who is affected when one law
 * replaces another, and {@link org.cookiepolicy.rules.workbench.PolicyDiff} when one policy does;
 * {@link org.cookiepolicy.rules.workbench.ScenarioCoverage} which parts of the law scenarios have
 * seen; and {@link org.cookiepolicy.rules.workbench.Mutation} which changes of it they would
 * notice. Nothing here decides anything, and the engine knows nothing of this package.
 */
@NullMarked
package org.cookiepolicy.rules.workbench;

import org.jspecify.annotations.NullMarked;
