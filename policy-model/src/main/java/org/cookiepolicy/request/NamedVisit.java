package org.cookiepolicy.request;

import java.util.Objects;
import org.cookiepolicy.value.Checks;

/**
 * Circumstances with a name, such as a typical visitor whom a policy is tried on.
 *
 * @param id its key, not blank
 * @param title who it is, for readers; not blank
 * @param visit the circumstances, not null
 */
public record NamedVisit(String id, String title, Visit visit) {
    /** Refuses missing and impossible values. */
    public NamedVisit {
        Checks.text(id, "id");
        Checks.text(title, "title");
        Objects.requireNonNull(visit, "visit");
    }
}
