package org.cookiepolicy.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Tokens;

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
     * @return true when the outcome is the expected one, no expected duty or provision is missing,
     *     and there is none too many where exactly these are expected
     */
    public boolean passed() {
        return outcome().filter(scenario.expect().outcome()::equals).isPresent()
                && differences().isEmpty();
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
        return without(scenario.expect().duties(), duties());
    }

    private Set<Duty> surplusDuties() {
        return scenario.expect().exactly()
                ? without(duties(), scenario.expect().duties())
                : Set.of();
    }

    private Set<String> missingProvisions() {
        return without(scenario.expect().provisions(), provisions());
    }

    private Set<String> surplusProvisions() {
        return scenario.expect().exactly() && !scenario.expect().provisions().isEmpty()
                ? without(provisions(), scenario.expect().provisions())
                : Set.of();
    }

    /**
     * Returns the provisions cited too much that neither a verdict nor a duty rests on, so that
     * {@link Decision#why()} does not name them: they applied and were set aside, such as by an
     * exemption.
     *
     * @return their ids, may be empty
     */
    public Set<String> setAside() {
        Set<String> setAside = new TreeSet<>(surplusProvisions());
        decision.ifPresent(
                made -> {
                    made.verdicts().stream()
                            .flatMap(verdict -> verdict.findings().stream())
                            .forEach(finding -> setAside.remove(finding.basis().provision()));
                    made.duties().forEach(owed -> setAside.remove(owed.basis().provision()));
                });
        return setAside;
    }

    /**
     * Returns in words in what the decision differs from what was expected, its outcome apart.
     *
     * @return what is missing and what is too much, by the sort of thing; empty when nothing is
     */
    public Map<String, List<String>> differences() {
        Map<String, List<String>> differences = new LinkedHashMap<>();
        differences.put("missing-duties", words(missingDuties()));
        differences.put("surplus-duties", words(surplusDuties()));
        differences.put("missing-provisions", List.copyOf(missingProvisions()));
        differences.put("surplus-provisions", List.copyOf(surplusProvisions()));
        differences.values().removeIf(List::isEmpty);
        return differences;
    }

    private static List<String> words(Set<Duty> duties) {
        return duties.stream().map(Tokens::of).toList();
    }

    private Set<Duty> duties() {
        return decision.map(Decision::dutySet).orElse(Set.of());
    }

    private Set<String> provisions() {
        return decision.map(Decision::provisions).orElse(Set.of());
    }

    private static <T extends Comparable<T>> Set<T> without(Set<T> all, Set<T> some) {
        Set<T> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
