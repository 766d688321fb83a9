package org.cookiepolicy.law;

import java.net.URI;
import java.util.Objects;
import org.cookiepolicy.value.Checks;

/**
 * A statute, regulation, directive, judgment or guidance in which provisions stand.
 *
 * @param id its key in the register, not blank
 * @param title its name, not blank
 * @param link where its text or a description of it is found, not null
 */
public record Instrument(String id, String title, URI link) {
    /** Refuses missing and impossible values. */
    public Instrument {
        Checks.text(id, "id");
        Checks.text(title, "title");
        Objects.requireNonNull(link, "link");
    }
}
