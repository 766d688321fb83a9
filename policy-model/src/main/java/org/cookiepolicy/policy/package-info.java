/**
 * A cookie policy: who the operator is, which cookies there are, what they are used for and who
 * receives their data.
 *
 * <p>Start at {@link org.cookiepolicy.policy.CookiePolicy} for a whole policy and at {@link
 * org.cookiepolicy.policy.Cookie} for one cookie.
 */
@NullMarked
package org.cookiepolicy.policy;

import org.jspecify.annotations.NullMarked;
