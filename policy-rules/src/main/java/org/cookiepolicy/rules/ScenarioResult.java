package org.cookiepolicy.rules;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;

/**
 * What came of a scenario.
 *
 * @param suite the key of its suite, not null
 * @param scenario the scenario, not null
 * @param decision the decision; empty when there is none for its day
 * @param problem why there is no decision; empty when there is one
 */
public record ScenarioResult(
        String suite, Scenario scenario, Optional<Decision> decision, Optional<String> problem) {
    /** Refuses null, and results that are neither a decision nor a problem. */
    public ScenarioResult {
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(scenario, "scenario");
        if (decision.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("either a decision or a problem");
        }
    }

    /**
     * Runs a scenario: decides and compares.
     *
     * @param engine the engine, not null
     * @param suite the suite of the scenario, not null
     * @param scenario the scenario, not null
     * @return the result, not null
     */
    public static ScenarioResult of(PolicyEngine engine, Suite suite, Scenario scenario) {
        try {
            Decision decision = engine.decide(scenario.request());
            return new ScenarioResult(
                    suite.suite(), scenario, Optional.of(decision), Optional.empty());
        } catch (UncoveredDayException e) {
            return new ScenarioResult(
                    suite.suite(),
                    scenario,
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Returns whether the decision is as expected.
     *
     * @return true when the outcome is the expected one and no expected duty is missing
     */
    public boolean passed() {
        return outcome().filter(scenario.expect().outcome()::equals).isPresent()
                && missingDuties().isEmpty();
    }

    /**
     * Returns the outcome that came out.
     *
     * @return the outcome; empty when there is no decision
     */
    public Optional<Outcome> outcome() {
        return decision.map(Decision::outcome);
    }

    /**
     * Returns the duties that were expected and that the decision does not carry.
     *
     * @return the duties, may be empty
     */
    public Set<Duty> missingDuties() {
        Set<Duty> missing = EnumSet.noneOf(Duty.class);
        missing.addAll(scenario.expect().duties());
        decision.ifPresent(made -> missing.removeAll(made.dutySet()));
        return missing;
    }
}
