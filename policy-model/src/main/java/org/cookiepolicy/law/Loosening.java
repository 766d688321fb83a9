package org.cookiepolicy.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.value.Checks;

/**
 * The declaration of a house that one of its rules takes away from law, and who answers for it. The
 * rule takes away from the provisions that are named and from no other.
 *
 * @param law the ids of the provisions that it takes away from, at least one
 * @param reason why the house holds that it may, not blank
 * @param decidedBy who decided so, not blank
 * @param decidedOn the day of that decision, not null
 */
public record Loosening(Set<String> law, String reason, String decidedBy, LocalDate decidedOn) {
    /** Refuses missing and impossible values. */
    public Loosening {
        law = Collections.unmodifiableSet(new TreeSet<>(law));
        law.forEach(id -> Checks.text(id, "law"));
        Checks.require(!law.isEmpty(), "law", "at least one provision is needed");
        Checks.text(reason, "reason");
        Checks.text(decidedBy, "decided-by");
        Objects.requireNonNull(decidedOn, "decidedOn");
    }
}
