package org.cookiepolicy.value.planted;

import org.cookiepolicy.policy.Cookie;

/** Closes a cycle: cookies are made of values. */
public interface KnowsPolicy {
    /** A cookie. */
    Cookie cookie();
}
