package org.cookiepolicy.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.io.document.DocumentFormat;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.rules.workbench.ScenarioCoverage;
import org.cookiepolicy.rules.workbench.ScenarioCoverageReport;
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
     * @param folder a folder of suites ({@code .yaml}, {@code .yml}, {@code .json}), not null
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
     * @param folder a folder of suites ({@code .yaml}, {@code .yml}, {@code .json}), not null
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

    /**
     * Returns what {@link #in(Path, PolicyEngine)} returns, and a last test that fails when the
     * scenarios have seen too little of the law. It writes a page that shows what they have not
     * seen.
     *
     * @param folder a folder of suites ({@code .yaml}, {@code .yml}, {@code .json}), not null
     * @param law the law that the scenarios are about, such as {@link LawFile#shipped}; not null
     * @param minimum how much of the law has to be seen, in percent
     * @param page the file that the page is written to, not null
     * @return the containers in order of the file names, and the test; never empty
     * @throws IllegalArgumentException when there is no suite in the folder
     * @throws org.cookiepolicy.document.DocumentException when a suite or the law cannot be read
     */
    public static Stream<DynamicNode> withCoverage(
            Path folder, List<LawFile> law, double minimum, Path page) {
        PolicyEngine engine = PolicyEngine.load(law);
        DynamicNode coverage =
                DynamicTest.dynamicTest(
                        "the scenarios see at least " + minimum + " % of the law",
                        () -> cover(files(folder), law, minimum, page));
        return Stream.concat(in(folder, engine), Stream.of(coverage));
    }

    /** Decides on its own, whatever other tests run, so that it may be run alone. */
    private static void cover(List<Path> suites, List<LawFile> law, double minimum, Path page)
            throws IOException {
        ScenarioCoverage coverage = ScenarioCoverage.of(law);
        for (Path file : suites) {
            read(file).scenarios().forEach(scenario -> coverage.see(scenario.request()));
        }
        ScenarioCoverageReport report = coverage.report();
        Path parent = page.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(page, report.html());
        if (report.total().percent() < minimum) {
            throw new AssertionError(
                    "the scenarios have seen "
                            + report.total()
                            + " of the law, and "
                            + minimum
                            + " % are needed; see "
                            + page.toAbsolutePath());
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> format(path).isPresent()).sorted().toList();
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

    /** As the command line does, so that both run the same suites. */
    private static Optional<DocumentFormat> format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Optional.of(new Json());
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? Optional.of(new Yaml())
                : Optional.empty();
    }

    private static Suite read(Path file) {
        try {
            return format(file).orElseThrow().read(file, Documents.SCENARIOS);
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
                + result.differences().entrySet().stream()
                        .map(e -> "\n" + e.getKey() + ": " + String.join(", ", e.getValue()))
                        .collect(Collectors.joining())
                + "\n"
                + result.problem().or(() -> result.decision().map(Decision::why)).orElse("")
                + "source: "
                + result.scenario().source();
    }
}
