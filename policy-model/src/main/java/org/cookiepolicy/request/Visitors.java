package org.cookiepolicy.request;

import java.util.List;
import org.cookiepolicy.value.Checks;

/**
 * Named circumstances that belong together.
 *
 * @param visitors the circumstances, at least one; their keys are distinct
 */
public record Visitors(List<NamedVisit> visitors) {
    /** Refuses missing and impossible values. */
    public Visitors {
        visitors = List.copyOf(visitors);
        Checks.require(!visitors.isEmpty(), "visitors", "at least one visitor is needed");
        Checks.distinct(visitors.stream().map(NamedVisit::id).toList(), "visitors");
    }
}
