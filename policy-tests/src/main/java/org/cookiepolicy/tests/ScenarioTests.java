package org.cookiepolicy.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenario suites as JUnit tests. Return the result from a test factory:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicNode&gt; scenarios() {
 *     return ScenarioTests.in(Path.of("src/test/resources/scenarios"), PolicyEngine.load());
 * }
 * </pre>
 */
public final class ScenarioTests {
    private ScenarioTests() {}

    /**
     * Returns a container for each suite in a folder and a test for each of its scenarios.
     *
     * @param folder a folder of {@code .yaml} suites, not null
     * @param engine decides the scenarios, not null
     * @return the containers in order of the file names; never empty
     * @throws IllegalArgumentException when there is no suite in the folder: a run of no tests is
     *     never meant
     * @throws org.cookiepolicy.document.DocumentException when a suite cannot be read
     */
    public static Stream<DynamicNode> in(Path folder, PolicyEngine engine) {
        return in(folder, engine, scenario -> true);
    }

    /**
     * Returns a container for each suite in a folder and a test for each of its scenarios.
     * Scenarios that are not meant to run are shown as skipped.
     *
     * @param folder a folder of {@code .yaml} suites, not null
     * @param engine decides the scenarios, not null
     * @param meant whether a scenario is meant to run, not null
     * @return the containers in order of the file names; never empty
     * @throws IllegalArgumentException when there is no suite in the folder
     * @throws org.cookiepolicy.document.DocumentException when a suite cannot be read
     */
    public static Stream<DynamicNode> in(
            Path folder, PolicyEngine engine, Predicate<Scenario> meant) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no suite in " + folder);
        }
        List<DynamicNode> nodes = new ArrayList<>();
        files.forEach(file -> nodes.add(suite(file, engine, meant)));
        return nodes.stream();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicContainer suite(
            Path file, PolicyEngine engine, Predicate<Scenario> meant) {
        Suite suite = read(file);
        return DynamicContainer.dynamicContainer(
                suite.suite(),
                suite.scenarios().stream().map(scenario -> test(suite, scenario, engine, meant)));
    }

    private static Suite read(Path file) {
        try {
            return new Yaml().read(file, Documents.SCENARIOS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest test(
            Suite suite, Scenario scenario, PolicyEngine engine, Predicate<Scenario> meant) {
        return DynamicTest.dynamicTest(
                scenario.id() + " " + scenario.name(),
                () -> {
                    Assumptions.assumeTrue(meant.test(scenario), "not meant to run here");
                    ScenarioResult result = ScenarioResult.of(engine, suite, scenario);
                    if (!result.passed()) {
                        throw new AssertionError(report(result));
                    }
                });
    }

    private static String report(ScenarioResult result) {
        return "expected "
                + result.scenario().expect()
                + "\nmissing duties: "
                + result.missingDuties()
                + "\n"
                + result.problem().or(() -> result.decision().map(Decision::why)).orElse("")
                + "source: "
                + result.scenario().source();
    }
}
