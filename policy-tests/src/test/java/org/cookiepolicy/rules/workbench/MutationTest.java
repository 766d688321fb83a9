package org.cookiepolicy.rules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.workbench.MutationReport.Equivalent;
import org.cookiepolicy.rules.workbench.MutationReport.Survivor;
import org.cookiepolicy.rules.workbench.MutationReport.Tally;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MutationTest {
    /** Few enough for every build; each rule edit takes a compilation. */
    private static final int SAMPLE = 400;

    /** The share of edits that the scenarios of this project notice, in percent. */
    private static final double LEAST_NOTICED = 95;

    /** A sample may hit some more of those that nothing tells. */
    private static final double LEAST_OF_SAMPLE = 85;

    /** What becomes of the small law as it stands. */
    private static final MutationReport SMALL =
            Mutation.of(Fixtures.law(), Fixtures.scenarios()).run();

    private static List<String> survivors(MutationReport report) {
        return report.survivors().stream().map(Survivor::toString).toList();
    }

    private static List<String> ofRegister(MutationReport report) {
        return survivors(report).stream().filter(line -> line.startsWith("act.yaml")).toList();
    }

    private static List<String> equivalents(MutationReport report) {
        return report.equivalents().stream().map(Equivalent::toString).toList();
    }

    private static Tally tally(MutationReport report, String part) {
        return report.tallies().stream()
                .filter(tally -> tally.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tells_which_edits_of_a_small_law_no_scenario_notices() {
        String text =
                String.join("\n", survivors(SMALL))
                        + "\n\nequivalent:\n"
                        + String.join("\n", equivalents(SMALL))
                        + "\n\n"
                        + SMALL.summary();
        assertThat(text).isEqualTo(Fixtures.expected("mutation.txt"));
    }

    @Test
    void a_scenario_on_the_first_day_notices_that_the_day_is_moved() {
        String moved = "aq.consent: from: `2022-01-01` made `2022-01-02`";
        assertThat(survivors(SMALL)).noneMatch(line -> line.contains(moved));
        List<Suite> missing = List.of(Fixtures.suite("missing.yaml"));
        assertThat(survivors(Mutation.of(Fixtures.law(), missing).run()))
                .anyMatch(line -> line.contains("act.yaml:16: " + moved));
    }

    @Test
    void an_edit_that_only_another_duty_shows_is_noticed_by_an_expected_duty_only() {
        String dropped = "aq.consent: duties: `inform` removed";
        assertThat(survivors(SMALL)).noneMatch(line -> line.contains(dropped));
        List<Suite> expectingNone =
                Fixtures.scenarios().stream()
                        .map(
                                suite ->
                                        new Suite(
                                                suite.suite(),
                                                suite.title(),
                                                suite.scenarios().stream()
                                                        .map(Expecting::noDuties)
                                                        .toList()))
                        .toList();
        assertThat(survivors(Mutation.of(Fixtures.law(), expectingNone).run()))
                .anyMatch(line -> line.contains(dropped));
    }

    @Test
    void an_edit_is_equivalent_only_while_another_provision_says_all_of_it() {
        String removed = "aq.consent-for-profiles: the whole provision removed";
        assertThat(equivalents(SMALL)).anyMatch(line -> line.contains(removed));
        for (String difference :
                List.of(
                        "from: 2021-01-01 -> from: 2022-01-02",
                        "duties: [inform, record-consent] -> duties: [inform]",
                        "kind: consent\n    from: 2021 -> kind: prohibition\n    from: 2021")) {
            String[] change = difference.split(" -> ", -1);
            List<LawFile> law =
                    Fixtures.law("act.yaml", text -> text.replace(change[0], change[1]));
            MutationReport report = Mutation.of(law, Fixtures.scenarios()).run();
            assertThat(equivalents(report)).noneMatch(line -> line.contains(removed));
            assertThat(survivors(report)).anyMatch(line -> line.contains(removed));
        }
    }

    @Test
    void no_edit_is_said_elsewhere_once_a_rule_asks_whether_another_law_is_there() {
        String further =
                """

                rule "nothing else is regulated"
                when
                    $law : Law( kind == Kind.NO_RULE )
                    not Law( kind == Kind.EXEMPTION )
                then
                    findings.unregulated( $law );
                end
                """;
        MutationReport report =
                Mutation.of(Fixtures.law("rules.drl", text -> text + further), Fixtures.scenarios())
                        .run();
        assertThat(equivalents(report)).noneMatch(line -> line.contains("says all of it"));
    }

    @Test
    void a_day_before_anything_is_decided_may_be_moved_and_no_other() {
        MutationReport report =
                Mutation.of(
                                Fixtures.law("act.yaml", MutationTest::begunBeforeItIsCovered),
                                Fixtures.scenarios())
                        .run();
        assertThat(equivalents(report))
                .contains(
                        "act.yaml:12: aq.early: from: `2010-01-01` made `2010-01-02` ("
                                + Equivalence.NEVER_DECIDED
                                + ")");
        assertThat(survivors(report))
                .anyMatch(
                        line -> line.contains("aq.no-rule: from: `2020-01-01` made `2020-01-02`"));
    }

    private static String begunBeforeItIsCovered(String text) {
        return text.replace(
                "provisions:\n",
                """
                provisions:
                  - id: aq.early
                    kind: duty
                    layers: [personal-data]
                    from: 2010-01-01
                    duties: [inform]
                """);
    }

    @Test
    void what_is_no_law_is_counted_apart() {
        // Every provision holds in one place, so none can lose it.
        assertThat(tally(SMALL, "places")).isEqualTo(new Tally("places", 0, 0, 0, 5));
        assertThat(tally(SMALL, "places").percent()).isEqualTo(100);
    }

    /** A house beside the small law, with a scenario for each thing it says. */
    private static final class Station {
        static final String PROVISIONS =
                """
                instruments:
                  - {id: station, title: Rules of the Station, link: 'https://example.org/station'}
                defaults:
                  places: [AQ]
                  instrument: station
                  citation: rule 1
                  layers: [device, personal-data]
                  from: 2023-01-01
                  reviewed: 2026-01-01
                  confidence: verified
                provisions:
                  - id: house.no-profiles
                    kind: duty
                    when: {purposes: [profiling]}
                  - id: house.counts
                    kind: exemption
                    when: {purposes: [audience-measurement]}
                loosens:
                  - provision: house.counts
                    law: [aq.consent]
                    reason: nobody is counted twice
                    decided-by: Head of the Station
                    decided-on: 2022-12-01
                """;
        static final String RULES =
                """
                package org.cookiepolicy.law.house

                import org.cookiepolicy.request.Visitor
                import org.cookiepolicy.rules.HouseFindings
                import org.cookiepolicy.rules.Law

                global HouseFindings houseFindings

                rule "no profiles of guests"
                when
                    $law : Law( id == "house.no-profiles" )
                    Visitor( account == false )
                then
                    houseFindings.prohibited( $law );
                end
                """;

        static List<LawFile> with(String provisions, String... rules) {
            return with(Fixtures.law(), provisions, rules);
        }

        static List<LawFile> with(List<LawFile> law, String provisions, String... rules) {
            List<LawFile> files = new ArrayList<>(law);
            files.add(new LawFile("station.yaml", provisions, Origin.HOUSE));
            for (String text : rules) {
                files.add(new LawFile("station.drl", text, Origin.HOUSE));
            }
            return files;
        }

        /** That something is decided so on the first day of the house. */
        static Suite scenario(Purpose purpose, boolean account, Outcome outcome) {
            Visitor visitor = Visitor.in("AQ").toBuilder().account(account).build();
            Visit visit =
                    Visit.of(LocalDate.of(2023, 1, 1), visitor).toBuilder()
                            .consent(Consent.of(ConsentStatus.GRANTED, Purpose.PROFILING))
                            .build();
            Request request = Request.toSet(Cookie.of("one", purpose), visit);
            Expectation expected = new Expectation(outcome, Set.of(), Set.of(), false);
            String id = Tokens.of(purpose) + (account ? "-of-member" : "-of-guest");
            return new Suite(
                    id, "The house", List.of(new Scenario(id, id, "rule 1", request, expected)));
        }
    }

    @Test
    void a_house_is_edited_beside_the_law_as_its_scenarios_notice() {
        List<LawFile> law = Station.with(Station.PROVISIONS, Station.RULES);
        List<Suite> guest =
                List.of(
                        Station.scenario(Purpose.PROFILING, false, Outcome.DENY),
                        Station.scenario(Purpose.AUDIENCE_MEASUREMENT, false, Outcome.ALLOW));
        MutationReport few = Mutation.of(law, guest).only(file -> file.startsWith("st")).run();
        assertThat(survivors(few))
                .contains(
                        "station.drl:12: rule \"no profiles of guests\": `account == false`"
                                + " dropped (no scenario is touched)",
                        "station.yaml:12: house.no-profiles: from: `2023-01-01` made"
                                + " `2022-12-31` (no scenario is touched)")
                .noneMatch(line -> line.contains("`prohibited` made `dutiesOwed`"))
                .noneMatch(line -> line.contains("made `2023-01-02`"))
                .noneMatch(line -> line.contains("the whole"));
        List<Suite> both = new ArrayList<>(guest);
        both.add(Station.scenario(Purpose.PROFILING, true, Outcome.ALLOW));
        MutationReport more = Mutation.of(law, both).only(file -> file.endsWith(".drl")).run();
        assertThat(survivors(more)).noneMatch(line -> line.startsWith("station.drl"));
        assertThat(survivors(more)).anyMatch(line -> line.startsWith("rules.drl"));
    }

    @Test
    void an_edit_after_which_the_house_could_not_be_read_is_refused() {
        List<Suite> suites =
                List.of(Station.scenario(Purpose.AUDIENCE_MEASUREMENT, true, Outcome.ALLOW));
        // The house takes away from a consent that would be gone, or be of another kind.
        MutationReport ofLaw =
                Mutation.of(Station.with(Station.PROVISIONS), suites)
                        .only(file -> file.equals("act.yaml"))
                        .run();
        assertThat(tally(ofLaw, "provision").refused()).isEqualTo(1);
        assertThat(tally(ofLaw, "kind").refused()).isEqualTo(1);
        assertThat(tally(SMALL, "provision").refused()).isZero();
        assertThat(tally(SMALL, "kind").refused()).isZero();
        // The kind after that of all devices says that there is no law.
        String allDevices = Station.PROVISIONS.replace("kind: duty", "kind: all-devices");
        assertThat(refusedKinds(allDevices, suites)).isEqualTo(1);
        assertThat(refusedKinds(Station.PROVISIONS, suites)).isZero();
        // Each of the two leaves a layer of the other as long as they share one.
        String oneLayer = Station.PROVISIONS.replace("[device, personal-data]", "[device]");
        assertThat(Mutation.of(Station.with(oneLayer), denied()).run().total().refused())
                .isGreaterThan(
                        Mutation.of(Station.with(Station.PROVISIONS), suites)
                                .run()
                                .total()
                                .refused());
    }

    private static List<Suite> denied() {
        return List.of(Station.scenario(Purpose.AUDIENCE_MEASUREMENT, true, Outcome.DENY));
    }

    private static int refusedKinds(String provisions, List<Suite> suites) {
        return tally(
                        Mutation.of(Station.with(provisions), suites)
                                .only(file -> file.equals("station.yaml"))
                                .run(),
                        "kind")
                .refused();
    }

    @Test
    void an_edit_is_not_equivalent_by_what_is_of_the_house_or_taken_away_by_it() {
        String removed = "aq.consent-for-profiles: the whole provision removed";
        List<Suite> suites = denied();
        String oneLayer = Station.PROVISIONS.replace("[device, personal-data]", "[device]");
        assertThat(equivalents(Mutation.of(Station.with(oneLayer), suites).run()))
                .anyMatch(line -> line.contains(removed));
        String takenAway =
                oneLayer.replace("[aq.consent]", "[aq.consent, aq.consent-for-profiles-again]");
        assertThat(equivalents(Mutation.of(Station.with(takenAway), suites).run()))
                .noneMatch(line -> line.contains(removed));
        // The house says it all, and is judged by itself.
        List<LawFile> law =
                Fixtures.law(
                        "act.yaml",
                        text ->
                                text.replaceFirst(
                                        "(?s)  - id: aq.consent-for-profiles-again.*?(?=  - id:)",
                                        ""));
        String consent =
                """
                  - id: house.consent-for-profiles
                    kind: consent
                    layers: [device, personal-data]
                    from: 2021-01-01
                    when: {purposes: [profiling]}
                    duties: [inform, record-consent]
                loosens:
                """;
        String saying = oneLayer.replace("loosens:\n", consent);
        assertThat(equivalents(Mutation.of(Station.with(law, saying), suites).run()))
                .noneMatch(line -> line.contains(removed));
    }

    @Test
    void a_scenario_that_fails_before_any_edit_cannot_judge_one() {
        List<LawFile> stricter =
                Fixtures.law("act.yaml", text -> text.replace("kind: no-rule", "kind: consent"));
        assertThatThrownBy(() -> Mutation.of(stricter, Fixtures.scenarios()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the scenario `antarctic last-day-without-a-rule` fails before any edit");
        assertThatThrownBy(() -> Mutation.of(Fixtures.law(), List.of()))
                .hasMessage("there is no scenario");
        assertThatThrownBy(() -> Mutation.of(Fixtures.law(), Fixtures.scenarios()).every(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sample_is_chosen_by_position_and_comes_out_the_same_each_time() {
        Mutation sample = Mutation.of(Fixtures.law(), Fixtures.scenarios()).every(7);
        MutationReport report = sample.run();
        assertThat(report).isEqualTo(sample.run());
        List<String> all = survivors(SMALL);
        assertThat(all)
                .containsAll(survivors(report))
                .hasSizeGreaterThan(report.survivors().size());
    }

    @Test
    void scenarios_are_proposed_for_what_none_notices_and_notice_it() {
        List<Suite> missing = List.of(Fixtures.suite("missing.yaml"));
        Mutation mutation = Mutation.of(Fixtures.law(), missing);
        List<Suite> proposed = mutation.propose().suites();
        assertThat(proposed).extracting(Suite::suite).containsExactly("telling-act");
        assertThat(proposed.get(0).scenarios())
                .isNotEmpty()
                .allMatch(scenario -> scenario.expect().exactly());
        List<Suite> all = new ArrayList<>(missing);
        all.addAll(proposed);
        // No scenario proposed fails before any edit: that would be refused here.
        MutationReport report = Mutation.of(Fixtures.law(), all).run();
        assertThat(ofRegister(mutation.run())).hasSizeGreaterThan(10);
        // No outcome, duty or provision cited differs: a layer that another provision has, too, and
        // a term that no rule of the small law reads.
        assertThat(ofRegister(report))
                .containsExactly(
                        "act.yaml:25: aq.consent-for-profiles-again: layers: `device` removed"
                                + " (touches 3 scenarios, fails none)",
                        "act.yaml:25: aq.consent-for-profiles-again: layers: `personal-data`"
                                + " removed (touches 3 scenarios, fails none)",
                        "act.yaml:30: aq.login: unless-objected: demanded"
                                + " (touches 6 scenarios, fails none)");
        // These are the ones that remain, be it that they were looked for or that all were noticed.
        assertThat(mutation.propose().untold()).isEqualTo(ofRegister(report).size());
        assertThat(Mutation.of(Fixtures.law(), all).propose().untold())
                .isEqualTo(ofRegister(report).size());
    }

    @Test
    void nothing_is_proposed_for_what_scenarios_notice_already() {
        List<Suite> all = new ArrayList<>(Fixtures.scenarios());
        all.addAll(Mutation.of(Fixtures.law(), all).propose().suites());
        assertThat(Mutation.of(Fixtures.law(), all).propose().suites()).isEmpty();
    }

    @Test
    void the_shipped_law_is_edited_and_most_edits_of_a_sample_are_noticed() {
        MutationReport report =
                Mutation.of(LawFile.shipped(), Fixtures.ofProject()).every(SAMPLE).run();
        assertThat(report.reaches(LEAST_OF_SAMPLE)).as("%s", report.summary()).isTrue();
        assertThat(report.total().survived() + report.total().noticed()).isGreaterThan(20);
    }

    /** The whole run takes minutes: {@code mvn -Pmutation verify} in this module. */
    @Test
    @Tag("mutation")
    void the_scenarios_notice_most_edits_of_the_shipped_law() throws IOException {
        Mutation mutation = Mutation.of(LawFile.shipped(), Fixtures.ofProject());
        MutationReport report = mutation.run();
        Path folder = Files.createDirectories(Path.of("target/mutation"));
        Files.writeString(
                folder.resolve("survivors.txt"),
                report.survivors().stream()
                        .map(survivor -> survivor + ": " + reason(survivor) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve("equivalents.txt"),
                equivalents(report).stream().map(s -> s + "\n").collect(Collectors.joining()));
        assertThat(report.reaches(LEAST_NOTICED)).as("%s", report.summary()).isTrue();
        // What a request can tell, a scenario has to tell: this is why the others survive.
        assertThat(mutation.propose().suites()).isEmpty();
    }

    private static String reason(Survivor survivor) {
        return survivor.edit().origin().file().endsWith(".drl")
                ? "what the rule asks is asked by another condition, too, or no law makes it matter"
                : "no request that differs from the plainest in up to two facts is decided otherwise";
    }
}
