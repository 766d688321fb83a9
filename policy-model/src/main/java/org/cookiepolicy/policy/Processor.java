package org.cookiepolicy.policy;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.value.Checks;

/**
 * A processor or other recipient that a policy names, with its links.
 *
 * @param id its key within the policy, not blank
 * @param recipient what the law asks about it, not null
 * @param description what it does, not blank
 * @param website its site; may be empty
 * @param privacyPolicy its privacy policy; may be empty
 * @param optOut where a visitor opts out with it; may be empty
 */
public record Processor(
        String id,
        Recipient recipient,
        String description,
        Optional<URI> website,
        Optional<URI> privacyPolicy,
        Optional<URI> optOut) {
    /** Refuses missing and impossible values. */
    public Processor {
        Checks.text(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Checks.text(description, "description");
        Objects.requireNonNull(website, "website");
        Objects.requireNonNull(privacyPolicy, "privacyPolicy");
        Objects.requireNonNull(optOut, "optOut");
    }
}
