package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.rules.LawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String RULE =
            """
            package org.cookiepolicy.law.rules
            import org.cookiepolicy.law.Kind
            import org.cookiepolicy.rules.Findings
            import org.cookiepolicy.rules.Law
            global Findings findings
            rule "a rule of my own"
            when
                $law : Law( kidn == Kind.PROHIBITION )
            then
                findings.prohibited( $law );
            end
            """;

    private static final String REGISTER =
            """
            instruments:
              - {id: act, title: The Act, link: 'https://example.org/act'}
            provisions:
              - id: fr.prohibition
                kind: prohibition
                instrument: act
                citation: section 1
                places: [FR]
                layers: [device, personal-data]
                from: 2018-05-25
                reviewed: 2026-01-01
                confidence: known
            """;

    private static final String HOUSE =
            """
            instruments:
              - {id: own, title: Our rules, link: 'https://example.org/own'}
            provisions:
              - {id: house.dk.count, kind: exemption, instrument: own, citation: rule 1, places: [DK], layers: [device], from: 2024-01-01, reviewed: 2026-01-01, confidence: known, when: {purposes: [audience-measurement]}}
            loosens:
              - {provision: house.dk.count, law: [dk.device.consent], reason: opinion 14, decided-by: Counsel, decided-on: 2026-01-15}
            """;

    private static final String HOUSE_RULE =
            """
            package org.cookiepolicy.law.house
            import org.cookiepolicy.request.Visitor
            import org.cookiepolicy.rules.HouseFindings
            import org.cookiepolicy.rules.Law
            global HouseFindings houseFindings
            rule "guests are not counted"
            when
                $law : Law( id == "house.dk.count" )
                Visitor( account == false )
            then
                houseFindings.prohibited( $law );
            end
            """;

    private static final String GROUPS =
            "groups:\n  - {id: eu, title: EU, members: [{place: FR, from: 1958-01-01}]}\n";

    @TempDir private Path directory;

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run check(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = directory.toString();
        return Run.of(arguments);
    }

    @Test
    void finds_nothing_in_the_law_that_is_shipped() {
        Run run = Run.of("check");
        assertThat(run.out()).matches("no problems in [1-9][0-9]* files\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void checks_some_files_on_top_of_the_law_that_is_shipped() throws IOException {
        Path rule = write("my/rule.drl", RULE);
        Run run = check();
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .startsWith(
                        rule + ":8:17: unknown property `kidn` of `Law`; did you mean `kind`?\n")
                .matches("(?s)[^\n]*\n1 problem in [1-9][0-9]+ files\n");
        write("my/rule.drl", RULE.replace("kidn", "kind"));
        assertThat(check().code()).isZero();
    }

    @Test
    void a_file_takes_the_place_of_the_shipped_one_by_the_same_name() throws IOException {
        Path transfers = write("common/transfers.drl", RULE.replace("kidn", "kind"));
        assertThat(check().out())
                .contains("no rule reads the provision")
                .contains("of kind `transfer-rule`")
                .doesNotContain(transfers.toString());
    }

    @Test
    void checks_a_directory_with_groups_as_a_law_of_its_own() throws IOException {
        write("groups.yaml", GROUPS);
        Path act = write("fr/act.yaml", REGISTER);
        write("rule.drl", RULE.replace("kidn", "kind"));
        assertThat(check().out())
                .isEqualTo(
                        act
                                + ":8:13: gap: `FR`, layer device: nothing from 2018-05-25\n"
                                + act
                                + ":8:13: gap: `FR`, layer personal-data: nothing from"
                                + " 2018-05-25\n"
                                + "2 problems in 3 files\n");
    }

    @Test
    void tells_of_files_that_are_no_part_of_a_law() throws IOException {
        write("my/rule.drl", RULE.replace("kidn", "kind"));
        Path slip = write("my/act.ymal", REGISTER);
        Run run = check();
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .startsWith(
                        slip
                                + ":1:1: neither a part of the register (`.yaml`, `.yml`) nor rules"
                                + " (`.drl`); did you mean `"
                                + directory.resolve("my/act.yaml")
                                + "`?\n1 problem in ");
    }

    @Test
    void reads_the_register_by_the_other_ending_too() throws IOException {
        write("groups.yml", GROUPS);
        Path act = write("fr/act.yml", REGISTER);
        write("rule.drl", RULE.replace("kidn", "kind"));
        assertThat(check().out())
                .startsWith(act + ":8:13: gap: `FR`, layer device")
                .endsWith("2 problems in 3 files\n");
    }

    @Test
    void checks_a_house_on_top_of_the_law() throws IOException {
        write("own.yaml", HOUSE);
        write("own.drl", HOUSE_RULE);
        Run clean = Run.of("check", "--house", directory.toString());
        assertThat(clean.out()).matches("no problems in [1-9][0-9]+ files\n");
        assertThat(clean.code()).isZero();
        Path register = write("own.yaml", HOUSE.replace("[dk.device.consent]", "[dk.none]"));
        Path rules = write("own.drl", HOUSE_RULE.replace("prohibited", "exempt"));
        Run run = Run.of("check", "--house", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains(register + ":6:")
                .contains("`dk.none`")
                .contains(rules + ":11:")
                .contains("`exempt`");
    }

    @Test
    void checks_a_house_on_top_of_a_law_of_its_own(@TempDir Path law) throws IOException {
        Files.writeString(law.resolve("groups.yaml"), "groups: []\n");
        Files.writeString(law.resolve("rule.drl"), RULE.replace("kidn", "kind"));
        Path own = write("own.yaml", HOUSE);
        Run run = Run.of("check", "--house", directory.toString(), law.toString());
        assertThat(run.out()).contains(own + ":6:").contains("`dk.device.consent`");
        for (String format : List.of("json", "sarif")) {
            Run told =
                    Run.of(
                            "check",
                            "--format",
                            format,
                            "--house",
                            directory.toString(),
                            law.toString());
            assertThat(told.code()).isEqualTo(ExitCodes.FINDINGS);
            assertThat(told.out()).contains("own.yaml").contains("dk.device.consent");
        }
    }

    @Test
    void a_file_of_a_house_does_not_take_the_place_of_one_of_the_law() throws IOException {
        Path taken = write("groups.yaml", HOUSE);
        assertThat(Run.of("check", "--house", directory.toString()).out())
                .isEqualTo(
                        taken
                                + ":1:1: the name is taken by a file of the law\n1 problem in "
                                + (LawFile.shipped().size() + 1)
                                + " files\n");
    }

    @Test
    void says_what_of_a_house_cannot_be_read_and_what_has_no_place_there(@TempDir Path empty)
            throws IOException {
        Run run = Run.of("check", "--house", empty.toString(), directory + "/none");
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err().lines())
                .containsExactly(
                        directory + "/none: there is no such directory",
                        empty + ":1:1: there is no rule of a house here");
        write("own.yaml", HOUSE);
        Path stray = write("notes.txt", "");
        Run told = Run.of("check", "--house", directory.toString());
        assertThat(told.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(told.out()).startsWith(stray + ":1:1: neither a part of the register");
    }

    @Test
    void tells_programs_in_json() throws IOException {
        write("groups.yaml", GROUPS);
        Path rule = write("rule.drl", RULE);
        Run run = check("--format", "json");
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        Node root = new Json().tree("out", run.out());
        Mapping problem = (Mapping) ((Sequence) at(root, "problems")).elements().get(0);
        assertThat(text(at(problem, "type"))).isEqualTo("rules");
        assertThat(text(at(problem, "file"))).isEqualTo(rule.toString());
        assertThat(text(at(problem, "line"))).isEqualTo("8");
        assertThat(text(at(problem, "column"))).isEqualTo("17");
        assertThat(text(at(problem, "message"))).isEqualTo("unknown property `kidn` of `Law`");
        assertThat(text(at(problem, "suggestion"))).isEqualTo("kind");
    }

    @Test
    void tells_build_servers_in_sarif() throws IOException {
        write("groups.yaml", GROUPS);
        Path rule = write("a b/rule.drl", RULE);
        Node root = new Json().tree("out", check("--format", "sarif").out());
        assertThat(text(at(root, "version"))).isEqualTo("2.1.0");
        Node run = first(at(root, "runs"));
        assertThat(text(at(at(at(run, "tool"), "driver"), "name"))).isEqualTo("cookie-policy");
        Node result = first(at(run, "results"));
        assertThat(text(at(result, "ruleId"))).isEqualTo("rules");
        assertThat(text(at(result, "level"))).isEqualTo("error");
        assertThat(text(at(at(result, "message"), "text")))
                .isEqualTo("unknown property `kidn` of `Law`; did you mean `kind`?");
        Node place = at(first(at(result, "locations")), "physicalLocation");
        assertThat(text(at(at(place, "artifactLocation"), "uri")))
                .isEqualTo(rule.toUri().toString())
                .contains("a%20b");
        assertThat(text(at(at(place, "region"), "startLine"))).isEqualTo("8");
        assertThat(text(at(at(place, "region"), "startColumn"))).isEqualTo("17");
    }

    @Test
    void sarif_says_of_each_problem_what_it_is() throws IOException {
        write("groups.yaml", GROUPS);
        write("fr/act.yaml", REGISTER);
        write("rule.drl", RULE.replace("kidn", "kind"));
        Node run = first(at(new Json().tree("out", check("--format", "sarif").out()), "runs"));
        assertThat(((Sequence) at(run, "results")).elements())
                .extracting(result -> text(at(result, "ruleId")))
                .containsExactly("gap", "gap");
        assertThat(((Sequence) at(at(at(run, "tool"), "driver"), "rules")).elements())
                .extracting(rule -> text(at(rule, "id")))
                .containsExactly(
                        "file",
                        "register",
                        "rules",
                        "gap",
                        "overlap",
                        "stand-in",
                        "undefined-consent",
                        "never-met",
                        "never-read");
    }

    @Test
    void a_clean_law_gives_a_report_without_results() throws IOException {
        write("my/rule.drl", RULE.replace("kidn", "kind"));
        Node root = new Json().tree("out", check("--format", "sarif").out());
        assertThat(((Sequence) at(first(at(root, "runs")), "results")).elements()).isEmpty();
    }

    @Test
    void says_which_directory_or_file_cannot_be_read() throws IOException {
        assertThat(check())
                .isEqualTo(
                        new Run(
                                ExitCodes.UNREADABLE,
                                "",
                                directory + ": there is no file of a law in this directory\n"));
        assertThat(Run.of("check", directory.resolve("none").toString()).err())
                .endsWith("none: there is no such directory\n");
        Path latin = directory.resolve("latin.drl");
        Files.write(latin, new byte[] {'/', '/', (byte) 0xe9});
        assertThat(check().err()).isEqualTo(latin + ": the file is not UTF-8\n");
    }

    @Test
    void a_format_that_is_not_known_is_a_mistake_of_usage() {
        Run run = check("--format", "xml");
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("`xml` is none of `text`, `json`, `sarif`");
    }

    private static Node at(Node node, String key) {
        return ((Mapping) node).find(key).orElseThrow().value();
    }

    private static Node first(Node node) {
        return ((Sequence) node).elements().get(0);
    }

    private static String text(Node node) {
        return ((Scalar) node).text();
    }
}
