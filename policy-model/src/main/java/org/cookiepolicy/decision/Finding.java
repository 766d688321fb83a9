package org.cookiepolicy.decision;

import java.util.Comparator;
import java.util.Objects;
import org.cookiepolicy.value.Checks;

/**
 * One thing that a rule found, and the provision it rests on. There is no finding without a
 * provision.
 *
 * @param type what it says, not null
 * @param rule the name of the rule that found it, not blank
 * @param basis the provision it rests on, not null
 * @param about what it is about, as {@link FindingType} says; may be empty
 */
public record Finding(FindingType type, String rule, Basis basis, String about)
        implements Comparable<Finding> {
    /** Refuses missing and impossible values. */
    public Finding {
        Objects.requireNonNull(type, "type");
        Checks.text(rule, "rule");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(about, "about");
    }

    /** An order that does not depend on the order in which rules fired. */
    private static final Comparator<Finding> ORDER =
            Comparator.comparing((Finding finding) -> finding.basis.regime())
                    .thenComparing(finding -> finding.basis.layer())
                    .thenComparing(Finding::type)
                    .thenComparing(finding -> finding.basis.provision())
                    .thenComparing(finding -> finding.basis.origin())
                    .thenComparing(Finding::about)
                    .thenComparing(Finding::rule);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
