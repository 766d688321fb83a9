package org.cookiepolicy.law;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.value.Checks;

/**
 * Law that was proposed and is not enacted, or was withdrawn. It is kept so that people find it and
 * see that it does not count: no decision ever rests on one. Enacted law that is not in force yet
 * is a {@link Provision} with a first day in the future.
 *
 * @param id its key in the register, dotted; not blank
 * @param title its name and number, not blank
 * @param link where it, or what is known of it, is found; not null
 * @param places codes of the jurisdictions and groups it would hold in, at least one
 * @param effect what it would change, not blank
 * @param state how far it has come, with days; not blank
 * @param reviewed the day it was last reviewed, not null
 * @param confidence how sure the register is of its state, not null
 */
public record Proposal(
        String id,
        String title,
        URI link,
        Set<String> places,
        String effect,
        String state,
        LocalDate reviewed,
        Confidence confidence) {
    /** Refuses missing values. */
    public Proposal {
        Checks.text(id, "id");
        Checks.text(title, "title");
        Objects.requireNonNull(link, "link");
        places = Collections.unmodifiableSet(new TreeSet<>(places));
        Checks.require(!places.isEmpty(), "places", "at least one place is needed");
        Checks.text(effect, "effect");
        Checks.text(state, "state");
        Objects.requireNonNull(reviewed, "reviewed");
        Objects.requireNonNull(confidence, "confidence");
    }
}
