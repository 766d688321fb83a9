package org.cookiepolicy.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenario suites as JUnit tests. Return the result from a {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> scenarios() {
 *     return ScenarioTests.in(Path.of("src/test/resources/scenarios"), PolicyEngine.load());
 * }
 * }</pre>
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
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no suite in " + folder);
        }
        List<DynamicNode> nodes = new ArrayList<>();
        files.forEach(file -> nodes.add(suite(file, engine)));
        return nodes.stream();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicContainer suite(Path file, PolicyEngine engine) {
        Suite suite = read(file);
        return DynamicContainer.dynamicContainer(
                suite.suite(),
                suite.scenarios().stream().map(scenario -> test(suite, scenario, engine)));
    }

    private static Suite read(Path file) {
        try {
            return new Yaml().read(file, Documents.SCENARIOS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest test(Suite suite, Scenario scenario, PolicyEngine engine) {
        return DynamicTest.dynamicTest(
                scenario.id() + " " + scenario.name(),
                () -> {
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
                + result.problem()
                        .or(() -> result.decision().map(Decision::why))
                        .orElse("")
                + "source: "
                + result.scenario().source();
    }
}
