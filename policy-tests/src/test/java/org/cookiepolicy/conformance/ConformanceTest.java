package org.cookiepolicy.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.tests.ScenarioTests;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenarios of this project, and those of the shared collection where it is present. */
class ConformanceTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();

    /** How much of the law scenarios see, in percent; to be raised as they see more. */
    private static final double LEAST_SEEN = 65;

    @TestFactory
    Stream<DynamicNode> the_law_decides_the_scenarios_of_this_project() {
        return ScenarioTests.withCoverage(
                Path.of("src/test/resources/scenarios"),
                LawFile.shipped(),
                LEAST_SEEN,
                Path.of("target/coverage/law.html"));
    }

    @TestFactory
    Stream<DynamicNode> the_law_decides_what_an_edit_of_it_would_change() {
        return ScenarioTests.in(Path.of("src/test/resources/telling"), ENGINE);
    }

    @TestFactory
    Stream<DynamicNode> the_law_decides_the_shared_scenarios() {
        Path shared = Path.of(System.getProperty("cookiepolicy.shared", "shared"), "conformance");
        if (!Files.isDirectory(shared)) {
            String why = "the shared scenarios are not here: " + shared;
            return Stream.of(DynamicTest.dynamicTest(why, () -> assumeTrue(false, why)));
        }
        return ScenarioTests.in(shared, ENGINE, ConformanceTest::isCovered);
    }

    /** Scenarios of places that the register does not cover yet are shown as skipped. */
    private static boolean isCovered(Scenario scenario) {
        Jurisdiction place = scenario.request().visit().visitor().location();
        return ENGINE.register().coverage(place) != Coverage.NOT_COVERED;
    }

    @Test
    void a_scenario_that_expects_the_opposite_fails() {
        Suite suite = suite("deny", "[]");
        assertThat(ScenarioResult.of(ENGINE, suite, suite.scenarios().get(0)).passed()).isFalse();
        Suite right = suite("allow", "[]");
        assertThat(ScenarioResult.of(ENGINE, right, right.scenarios().get(0)).passed()).isTrue();
    }

    @Test
    void a_scenario_that_expects_a_duty_too_many_fails() {
        Suite suite = suite("allow", "[stop-transfer]");
        ScenarioResult result = ScenarioResult.of(ENGINE, suite, suite.scenarios().get(0));
        assertThat(result.passed()).isFalse();
        assertThat(result.missingDuties()).hasToString("[STOP_TRANSFER]");
    }

    private static Suite suite(String outcome, String duties) {
        String text =
                """
                suite: planted
                title: planted
                scenarios:
                  - id: one
                    name: session sign-in in Estonia
                    source: WP194 section 3.2
                    at: 2026-11-23
                    cookie: {purposes: [authentication]}
                    visitor: {location: EE}
                    expect: {outcome: %s, duties: %s}
                """
                        .formatted(outcome, duties);
        return new Yaml().read("planted.yaml", text, Documents.SCENARIOS);
    }
}
