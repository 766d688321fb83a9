package org.cookiepolicy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.workbench.Boundaries;
import org.cookiepolicy.rules.workbench.LawCoverage;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.tests.ScenarioTests;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The days around every change of the law. The scenarios kept in {@code boundaries} are generated;
 * those in {@code scenarios/switch-over-dates.yaml} are written by hand from the sources.
 */
class BoundariesTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();
    private static final Boundaries BOUNDARIES = Boundaries.of(ENGINE);

    /** From this day at the latest every place is covered. */
    private static final LocalDate EVERYWHERE = LocalDate.of(2018, 5, 25);

    private static final Path KEPT = Path.of("src/test/resources/boundaries");
    private static final Path BY_HAND =
            Path.of("src/test/resources/scenarios/switch-over-dates.yaml");

    @Test
    void the_scenarios_kept_are_those_that_the_law_gives() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path file : files.toList()) {
                kept.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        Map<String, String> given = new TreeMap<>();
        for (Suite suite : BOUNDARIES.suites()) {
            given.put(suite.suite() + ".yaml", new Yaml().write(suite, Documents.SCENARIOS));
        }
        assertThat(kept.keySet()).isEqualTo(given.keySet());
        for (Map.Entry<String, String> file : given.entrySet()) {
            assertThat(kept.get(file.getKey()))
                    .as(
                            "%s: the law decides otherwise than when this was written; if that is meant,"
                                    + " write it anew with the command `boundaries %s`",
                            file.getKey(), KEPT)
                    .isEqualTo(file.getValue());
        }
    }

    @TestFactory
    Stream<DynamicNode> the_law_decides_the_days_around_its_changes() {
        return ScenarioTests.in(KEPT, ENGINE);
    }

    @Test
    void no_provision_never_matters() {
        assertThat(BOUNDARIES.idle()).extracting(Provision::id).isEmpty();
    }

    @Test
    void every_provision_has_scenarios_of_its_first_day_and_of_the_first_day_after_it() {
        Set<String> ids = new HashSet<>();
        BOUNDARIES.suites().forEach(s -> s.scenarios().forEach(one -> ids.add(one.id())));
        for (Provision provision : ENGINE.register().provisions()) {
            // A first day before the place is covered cannot be decided, and says so when asked.
            if (isCovered(provision, provision.from())) {
                assertThat(ids).contains(provision.id() + ".begins.on");
                assertThat(ids).contains(provision.id() + ".begins.after");
            }
            provision
                    .until()
                    .filter(day -> isCovered(provision, day.minusDays(1)))
                    .ifPresent(
                            day ->
                                    assertThat(ids)
                                            .contains(
                                                    provision.id() + ".ends.before",
                                                    provision.id() + ".ends.on"));
        }
    }

    private static boolean isCovered(Provision provision, LocalDate day) {
        Set<String> groups = new HashSet<>();
        ENGINE.register().groups().forEach(group -> groups.add(group.id()));
        return provision.places().stream()
                .filter(code -> !groups.contains(code) && !code.equals(Register.ANYWHERE))
                .map(Jurisdiction::of)
                .flatMap(place -> ENGINE.register().coveredFrom(place).stream())
                .anyMatch(first -> !day.isBefore(first) && !day.isBefore(EVERYWHERE));
    }

    @Test
    void each_switch_over_date_written_by_hand_has_generated_scenarios_of_what_changes_there()
            throws IOException {
        Suite byHand = new Yaml().read(BY_HAND, Documents.SCENARIOS);
        Set<String> generated = new HashSet<>();
        BOUNDARIES.suites().forEach(s -> s.scenarios().forEach(one -> generated.add(one.id())));
        int switches = 0;
        for (Scenario scenario : byHand.scenarios()) {
            if (scenario.id().endsWith("-on")) {
                switches++;
                assertThat(changesOn(scenario.request().visit()))
                        .as(scenario.id())
                        .isNotEmpty()
                        .anyMatch(generated::contains);
            }
        }
        assertThat(switches).isGreaterThan(55);
    }

    /** The keys of the scenarios of what begins or ends that day where the visitor is. */
    private static List<String> changesOn(Visit visit) {
        LawCoverage coverage =
                LawCoverage.of(
                        ENGINE.register(),
                        List.of(visit.visitor().location()),
                        visit.at(),
                        Period.ofYears(1));
        List<String> changes = new ArrayList<>();
        for (LawCoverage.Holding holding : coverage.places().get(0).holdings()) {
            if (holding.from().equals(visit.at())) {
                changes.add(holding.provision().id() + ".begins.on");
            }
            if (holding.until().filter(visit.at()::equals).isPresent()) {
                changes.add(holding.provision().id() + ".ends.on");
            }
        }
        return changes;
    }
}
