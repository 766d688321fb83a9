package org.cookiepolicy.policy;

import org.cookiepolicy.value.Checks;

/**
 * A category of use, in the words of the operator. It groups cookies for readers and decides
 * nothing.
 *
 * @param id its key within the policy, not blank
 * @param title its title, not blank
 * @param description what it covers, not blank
 */
public record Category(String id, String title, String description) {
    /** Refuses missing and impossible values. */
    public Category {
        Checks.text(id, "id");
        Checks.text(title, "title");
        Checks.text(description, "description");
    }
}
