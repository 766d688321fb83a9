package org.cookiepolicy.policy;

import org.cookiepolicy.value.Checks;

/**
 * A site that a policy covers.
 *
 * @param domain its registrable domain in lower case, not blank
 * @param name its name, not blank
 */
public record Website(String domain, String name) {
    /** Refuses missing and impossible values. */
    public Website {
        Domains.check(domain);
        Checks.text(name, "name");
    }
}
