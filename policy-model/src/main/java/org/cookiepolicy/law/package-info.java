/**
 * The vocabulary of the law: provisions, the layers they belong to, what they demand and the duties
 * they bring.
 *
 * <p>Start at {@link org.cookiepolicy.law.Provision}. What each {@link org.cookiepolicy.law.Kind
 * kind} of provision means is said by the rules, not here.
 */
@NullMarked
package org.cookiepolicy.law;

import org.jspecify.annotations.NullMarked;
