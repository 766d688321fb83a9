package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.io.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutateCommandTest {
    private static final String ACT =
            """
            instruments:
              - {id: act, title: Act, link: 'https://example.org/act'}
            provisions:
              - id: aq.no-rule
                kind: no-rule
                places: [AQ]
                instrument: act
                citation: section 1
                layers: [device, personal-data]
                from: 2020-01-01
                reviewed: 2026-01-01
                confidence: known
            """;
    private static final String SCENARIOS =
            """
            suite: antarctic
            title: Antarctica
            scenarios:
              - id: one
                name: nothing is regulated
                source: section 1
                at: 2024-01-01
                cookie: {purposes: [audience-measurement]}
                visitor: {location: AQ}
                expect: {outcome: allow}
            """;

    @TempDir private Path directory;

    @BeforeEach
    void write_a_law_with_one_provision_and_one_rule() throws IOException {
        Files.createDirectory(directory.resolve("law"));
        Files.writeString(directory.resolve("law/groups.yaml"), "groups: []\n");
        Files.writeString(directory.resolve("law/act.yaml"), ACT);
        Files.writeString(directory.resolve("law/rules.drl"), SmallLaw.RULES);
        Files.writeString(directory.resolve("scenarios.yaml"), SCENARIOS);
    }

    private String path(String file) {
        return directory.resolve(file).toString();
    }

    private Run mutate(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "mutate";
        arguments[1] = "--law";
        arguments[2] = path("law");
        System.arraycopy(options, 0, arguments, 3, options.length);
        arguments[arguments.length - 1] = path("scenarios.yaml");
        return Run.of(arguments);
    }

    @Test
    void lists_the_changes_that_no_scenario_notices_and_counts_them() {
        Run run = mutate();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Changes that no scenario notices:\n")
                .contains("act.yaml:4: aq.no-rule: from: `2020-01-01` made `2020-01-02`")
                .containsPattern("\nall +\\d+ +\\d+ +\\d+ +\\d+ +\\d+\\.\\d\n$");
    }

    @Test
    void ends_with_findings_below_the_minimum_and_keeps_the_survivors_in_a_file()
            throws IOException {
        Run run = mutate("--minimum", "100", "--survivors", path("survivors.txt"));
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out()).doesNotContain("Changes that no scenario notices");
        assertThat(Files.readAllLines(directory.resolve("survivors.txt")))
                .isNotEmpty()
                .allMatch(line -> line.matches("(act.yaml|rules.drl):\\d+: .*"));
        assertThat(mutate("--minimum", "1").code()).isZero();
    }

    @Test
    void reports_in_json() {
        Mapping root = (Mapping) new Json().tree("report", mutate("--format", "json").out());
        assertThat(root.entries().stream().map(entry -> entry.key()))
                .containsExactly("scenarios", "all", "parts", "survivors", "equivalents");
        assertThat(((Sequence) root.find("survivors").orElseThrow().value()).elements())
                .isNotEmpty();
    }

    @Test
    void refuses_a_scenario_that_fails_before_any_change() throws IOException {
        Files.writeString(directory.resolve("scenarios.yaml"), SCENARIOS.replace("allow", "deny"));
        Run run = mutate();
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.err()).contains("the scenario `antarctic one` fails before any edit");
    }

    @Test
    void refuses_a_law_that_is_none() throws IOException {
        Files.writeString(
                directory.resolve("law/act.yaml"), ACT.replace("kind: no-rule", "kind: rule"));
        Run run = mutate();
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("act.yaml:5:11: ");
        Files.delete(directory.resolve("law/groups.yaml"));
        Files.delete(directory.resolve("law/act.yaml"));
        Files.delete(directory.resolve("law/rules.drl"));
        assertThat(mutate().err()).contains("there is no file of a law in this directory");
    }

    @Test
    void changes_some_files_of_the_law_only() throws IOException {
        Run run = mutate("--only", "act", "--survivors", path("survivors.txt"));
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(directory.resolve("survivors.txt")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("act.yaml:"));
        assertThat(mutate("--only", "rules.drl").out())
                .contains("\nrules.drl:")
                .doesNotContain("act.yaml:");
        assertThat(mutate("--only", "rules.drl", "--propose", path("proposed")).out())
                .isEqualTo(
                        """
                        0 scenarios proposed, in 0 files
                        0 changes of the register remain for which no request was found
                        """);
        Run none = mutate("--only", "acts/");
        assertThat(none.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(none.err()).contains("no file of the law has a name that begins with `acts/`");
    }

    @Test
    void tells_how_many_changes_remain_for_which_nothing_is_proposed() throws IOException {
        assertThat(mutate("--propose", path("proposed")).out())
                .isEqualTo(
                        """
                        1 scenario proposed, in 1 file
                        0 changes of the register remain for which no request was found
                        """);
        // No rule reads a duty, so no request shows that it is gone.
        Files.writeString(
                directory.resolve("law/idle.yaml"),
                ACT.replace("id: act", "id: idle")
                        .replace("instrument: act", "instrument: idle")
                        .replace("aq.no-rule", "aq.idle")
                        .replace("kind: no-rule", "kind: duty"));
        String[] first = {"--only", "idle", "--every", "100", "--propose", path("proposed")};
        assertThat(mutate(first).out())
                .isEqualTo(
                        """
                        0 scenarios proposed, in 0 files
                        1 change of the register remains for which no request was found
                        """);
        assertThat(mutate("--only", "idle", "--propose", path("proposed")).out())
                .containsPattern("\n\\d+ changes of the register remain for which ");
    }

    @Test
    void changes_a_house_beside_the_law_and_chooses_among_its_files() throws IOException {
        Files.createDirectory(directory.resolve("house"));
        Files.writeString(
                directory.resolve("house/station.yaml"),
                ACT.replace("aq.no-rule", "house.no-counts")
                        .replace("kind: no-rule", "kind: duty")
                        .replace("act", "station"));
        Files.writeString(
                directory.resolve("house/station.drl"),
                """
                package org.cookiepolicy.law.house
                import org.cookiepolicy.rules.HouseFindings
                import org.cookiepolicy.rules.Law
                import org.cookiepolicy.request.Visitor
                global HouseFindings houseFindings
                rule "guests are not counted"
                when
                    $law : Law( id == "house.no-counts" )
                    Visitor( account == false )
                then
                    houseFindings.prohibited( $law );
                end
                """);
        String[] options = {"--house", path("house"), "--only", "station"};
        assertThat(mutate(options).err()).contains("the scenario `antarctic one` fails before");
        Files.writeString(directory.resolve("scenarios.yaml"), SCENARIOS.replace("allow", "deny"));
        Run missed = mutate(options);
        assertThat(missed.code()).isZero();
        assertThat(missed.out())
                .contains("station.yaml:4: house.no-counts: from: `2020-01-01` made `2020-01-02`")
                .contains("station.drl:9: rule \"guests are not counted\": `account == false` drop")
                .doesNotContain("act.yaml:")
                .doesNotContain("`prohibited` made");
        Files.writeString(
                directory.resolve("scenarios.yaml"),
                SCENARIOS.replace("{location: AQ}", "{location: AQ, account: true}")
                        + SCENARIOS
                                .substring(SCENARIOS.indexOf("  - id: one"))
                                .replace("id: one", "id: guest")
                                .replace("allow", "deny"));
        assertThat(mutate(options).out()).doesNotContain("`account == false` dropped");
        assertThat(mutate("--house", path("house"), "--only", "act").out())
                .contains("act.yaml:4: ")
                .doesNotContain("station.");
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThat(mutate("--every", "0").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(mutate("--minimum", "101").code()).isEqualTo(ExitCodes.USAGE);
    }
}
