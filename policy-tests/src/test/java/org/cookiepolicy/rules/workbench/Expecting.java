package org.cookiepolicy.rules.workbench;

import java.util.Set;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;

/** Scenarios that expect something else. */
final class Expecting {
    private Expecting() {}

    static Scenario noDuties(Scenario scenario) {
        return new Scenario(
                scenario.id(),
                scenario.name(),
                scenario.source(),
                scenario.request(),
                new Expectation(scenario.expect().outcome(), Set.of()));
    }
}
