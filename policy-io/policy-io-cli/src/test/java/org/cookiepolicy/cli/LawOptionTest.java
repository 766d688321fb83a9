package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cookiepolicy.rules.LawFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that takes another law takes it in the same way. */
class LawOptionTest {
    private static final String SHOP = Run.file("shop-policy.yaml");
    private static final String CALIFORNIA = Run.file("california-signal.yaml");

    /** A provision of California more than there is. */
    private static final String BAN =
            """
            instruments:
              - {id: ban, title: Cart Act, link: 'https://example.org/ban'}
            provisions:
              - id: us-ca.no-carts
                kind: prohibition
                instrument: ban
                citation: section 7
                places: [US-CA]
                layers: [device]
                from: 2026-01-01
                reviewed: 2026-01-01
                confidence: known
                when: {purposes: [user-input]}
            """;

    private static final String HOUSE =
            """
            instruments:
              - {id: own, title: Rules of the shop, link: 'https://example.org/rules'}
            provisions:
              - {id: house.no-carts, kind: prohibition, instrument: own, citation: rule 7, places: [anywhere], layers: [device], from: 2020-01-01, reviewed: 2026-01-01, confidence: known, when: {purposes: [user-input]}}
            """;

    private static final String SCENARIOS =
            """
            suite: carts
            title: Carts
            scenarios:
              - id: one
                name: no carts in California
                source: section 7
                at: 2026-02-05
                cookie: {purposes: [user-input]}
                visitor: {location: US-CA}
                notice: {given: true, objection-offered: true}
                expect: {outcome: deny}
            """;

    @TempDir private Path directory = Path.of("");

    @BeforeEach
    void write_the_directories() throws IOException {
        write("edit/us/carts.yaml", BAN);
        write("house/own.yaml", HOUSE);
        write("suite.yaml", SCENARIOS);
    }

    private String write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    /** Each command that takes another law, with all that it needs beside it. */
    private List<List<String>> commands() {
        return List.of(
                List.of("test", path("suite.yaml")),
                List.of("coverage", "US-CA"),
                List.of("changes", "US-CA"),
                List.of("boundaries", path("boundaries")),
                List.of("decide", "--policy", SHOP, "--visitor", CALIFORNIA),
                List.of("explain", "--policy", SHOP, "--visitor", CALIFORNIA, "--cookie", "cart"),
                List.of("mutate", path("suite.yaml")));
    }

    private Run run(List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void files_of_a_directory_are_laid_on_top_of_the_law_that_comes_along() {
        String law = path("edit");
        assertThat(run(commands().get(0), "--law", law).code()).isZero();
        assertThat(run(commands().get(0)).code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run(commands().get(1), "--law", law).out()).contains("us-ca.no-carts");
        assertThat(run(commands().get(1)).out()).doesNotContain("us-ca.no-carts");
        assertThat(run(commands().get(2), "--law", law).out())
                .contains("begins: prohibition us-ca.no-carts");
        Run decided = run(commands().get(4), "--law", law, "--cookie", "cart");
        assertThat(decided.err()).isEmpty();
        assertThat(decided.out()).containsPattern("cart +user-input +deny").contains("Cart Act");
        assertThat(run(commands().get(5), "--law", law).out()).contains("Cart Act, section 7");
    }

    @Test
    void a_file_takes_the_place_of_the_one_by_the_same_name() throws IOException {
        LawFile hongKong =
                LawFile.shipped().stream()
                        .filter(file -> file.name().startsWith("hk/"))
                        .findFirst()
                        .orElseThrow();
        write("edit/" + hongKong.name(), hongKong.text().replace("1996-12-20", "1996-12-21"));
        assertThat(Run.of("changes", "HK").out()).contains("1996-12-20");
        assertThat(Run.of("changes", "--law", path("edit"), "HK").out())
                .contains("1996-12-21")
                .doesNotContain("1996-12-20");
    }

    @Test
    void coverage_of_a_run_is_that_of_the_law_that_is_named() {
        assertThat(
                        Run.of(
                                        "test",
                                        "--law",
                                        path("edit"),
                                        "--coverage",
                                        "text",
                                        path("suite.yaml"))
                                .out())
                .contains("us/carts.yaml");
    }

    @Test
    void a_decision_is_replayed_under_the_law_that_is_named() {
        Path kept =
                run(commands().get(4), "--law", path("edit"), "--format", "json")
                        .keptIn(directory.resolve("kept.json"));
        Run same = Run.of("explain", "--decision", kept.toString(), "--law", path("edit"));
        assertThat(same.out()).contains("the same decision.");
        assertThat(same.code()).isZero();
        assertThat(Run.of("explain", "--decision", kept.toString()).code())
                .isEqualTo(ExitCodes.FINDINGS);
    }

    @Test
    void a_house_goes_on_top_of_the_law_that_is_named() {
        String[] both = {"--law", path("edit"), "--house", path("house")};
        Run explained = run(commands().get(5), both);
        assertThat(explained.err()).isEmpty();
        assertThat(explained.out())
                .contains("Cart Act, section 7")
                .contains("rule of the house `house.no-carts`");
        assertThat(run(commands().get(4), both).out()).contains("Cart Act");
        assertThat(run(commands().get(0), both).code()).isZero();
    }

    @Test
    void a_directory_with_groups_is_a_law_of_its_own() throws IOException {
        write("own/groups.yaml", "groups: []\n");
        write("own/act.yaml", BAN);
        write("own/rules.drl", SmallLaw.RULES);
        Run run = Run.of("changes", "--law", path("own"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.startsWith("20")))
                .containsExactly("2026-01-01");
    }

    @Test
    void every_problem_of_a_broken_law_is_told_with_its_place_by_every_command()
            throws IOException {
        String act = write("edit/us/carts.yaml", BAN.replace("prohibition", "prohibtion"));
        String rule = write("edit/us/carts.drl", SmallLaw.RULES.replace("kind ==", "kidn =="));
        for (List<String> command : commands()) {
            Run run = run(command, "--law", path("edit"));
            assertThat(run.code()).as(command.get(0)).isEqualTo(ExitCodes.UNREADABLE);
            assertThat(run.out()).as(command.get(0)).isEmpty();
            assertThat(run.err().lines())
                    .as(command.get(0))
                    .anyMatch(line -> line.startsWith(act + ":5:11: "))
                    .anyMatch(line -> line.startsWith(rule + ":8:17: "));
        }
    }

    @Test
    void what_is_wrong_with_law_and_house_is_told_with_the_place_of_each() throws IOException {
        String act = write("edit/us/carts.yaml", BAN.replace("prohibition", "prohibtion"));
        String own = write("house/own.yaml", HOUSE.replace("prohibition", "exemption"));
        Run run = run(commands().get(4), "--law", path("edit"), "--house", path("house"));
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains(act + ":5:11: ").contains(own + ":4:");
    }

    @Test
    void a_file_that_is_no_part_of_a_law_is_not_passed_over() throws IOException {
        String slip = write("edit/us/more.ymal", BAN);
        Run run = run(commands().get(1), "--law", path("edit"));
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err())
                .startsWith(slip + ":1:1: neither a part of the register")
                .endsWith("did you mean `" + path("edit/us/more.yaml") + "`?\n");
    }

    @Test
    void a_directory_that_holds_no_law_is_unreadable() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        write("own/groups.yaml", "groups: []\n");
        for (List<String> command : commands()) {
            assertThat(run(command, "--law", path("empty")))
                    .isEqualTo(
                            new Run(
                                    ExitCodes.UNREADABLE,
                                    "",
                                    path("empty")
                                            + ": there is no file of a law in this directory\n"));
            assertThat(run(command, "--law", path("none")).err())
                    .isEqualTo(path("none") + ": there is no such directory\n");
            assertThat(run(command, "--law", path("own")).err())
                    .isEqualTo(path("own") + ": there are no rules (.drl) here\n");
        }
    }
}
