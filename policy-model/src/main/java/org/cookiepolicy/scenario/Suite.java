package org.cookiepolicy.scenario;

import java.util.List;
import java.util.regex.Pattern;
import org.cookiepolicy.value.Checks;

/**
 * Scenarios that belong together.
 *
 * @param suite its key in kebab case, not blank
 * @param title its title, not blank
 * @param scenarios the scenarios, at least one; their keys are distinct
 */
public record Suite(String suite, String title, List<Scenario> scenarios) {
    /** Refuses missing and impossible values. */
    public Suite {
        Checks.require(
                KEBAB_CASE.matcher(suite).matches(),
                "suite",
                "`" + suite + "` is not in kebab case");
        Checks.text(title, "title");
        scenarios = List.copyOf(scenarios);
        Checks.require(!scenarios.isEmpty(), "scenarios", "at least one scenario is needed");
        Checks.distinct(scenarios.stream().map(Scenario::id).toList(), "scenarios");
    }

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
}
