package org.cookiepolicy.decision;

import org.cookiepolicy.value.Checks;

/**
 * The policy under which a decision was made.
 *
 * @param id the key of the policy, not blank
 * @param revision the version of its revision, not blank
 */
public record PolicyVersion(String id, String revision) {
    /** Refuses missing and impossible values. */
    public PolicyVersion {
        Checks.text(id, "id");
        Checks.text(revision, "revision");
    }
}
