package org.cookiepolicy.policy;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.value.Checks;

/**
 * A way in which visitors control cookies, as the policy describes it.
 *
 * @param title its title, not blank
 * @param description how it works and what it costs, not blank
 * @param link where it is explained; may be empty
 */
public record Control(String title, String description, Optional<URI> link) {
    /** Refuses missing and impossible values. */
    public Control {
        Checks.text(title, "title");
        Checks.text(description, "description");
        Objects.requireNonNull(link, "link");
    }
}
