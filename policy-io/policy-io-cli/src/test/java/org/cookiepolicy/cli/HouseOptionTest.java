package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseOptionTest {
    private static final String SHOP = Run.file("shop-policy.yaml");
    private static final String CALIFORNIA = Run.file("california-signal.yaml");

    private static final String RULES =
            """
            instruments:
              - {id: own, title: Rules of the shop, link: 'https://example.org/rules'}
            provisions:
              - {id: house.no-carts, kind: %s, instrument: own, citation: rule 7, places: [US-CA], layers: [device], from: 2020-01-01, reviewed: 2026-01-01, confidence: known, when: {purposes: [user-input]}}
            """;

    @TempDir private Path directory = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("shop.yaml"), RULES.formatted("prohibition"));
    }

    private Run run(String command, String... more) {
        String[] arguments =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        command,
                                        "--policy",
                                        SHOP,
                                        "--visitor",
                                        CALIFORNIA,
                                        "--house",
                                        directory.toString(),
                                        "--cookie",
                                        "cart"),
                                java.util.stream.Stream.of(more))
                        .toArray(String[]::new);
        return Run.of(arguments);
    }

    @Test
    void decide_says_in_its_table_that_the_house_denies() {
        Run run = run("decide");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("cart +user-input +deny +house: forbidden +rule of the house");
    }

    @Test
    void explain_tells_the_rule_of_the_house() {
        assertThat(run("explain").out())
                .contains("FAILS   access to the device, rule of the house for US-CA: forbidden")
                .contains("rule of the house `house.no-carts`: Rules of the shop, rule 7");
    }

    @Test
    void a_decision_under_a_house_is_replayed_under_it(@TempDir Path kept) {
        Path file = run("decide", "--format", "json").keptIn(kept.resolve("kept.json"));
        Run same =
                Run.of("explain", "--decision", file.toString(), "--house", directory.toString());
        assertThat(same.out()).contains("the same decision.");
        assertThat(same.code()).isZero();
        Run without = Run.of("explain", "--decision", file.toString());
        assertThat(without.out()).contains("another outcome, allow.");
        assertThat(without.code()).isEqualTo(1);
    }

    @Test
    void test_runs_scenarios_under_the_house(@TempDir Path scenarios) throws IOException {
        Path suite =
                Files.writeString(
                        scenarios.resolve("suite.yaml"),
                        """
                        suite: shop
                        title: Rules of the shop
                        scenarios:
                          - id: S1
                            name: no carts in California
                            source: rule 7
                            at: 2026-02-05
                            cookie: {purposes: [user-input]}
                            visitor: {location: US-CA}
                            notice: {given: true, objection-offered: true}
                            expect: {outcome: deny}
                        """);
        assertThat(Run.of("test", "--house", directory.toString(), suite.toString()).code())
                .isZero();
        assertThat(Run.of("test", suite.toString()).code()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_with_the_house_is_told_with_its_place() throws IOException {
        Path file = directory.resolve("shop.yaml");
        Files.writeString(file, RULES.formatted("exemption"));
        Run run = run("decide");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains(file + ":4:32: a provision of kind `exemption` takes away from law");
        Files.delete(file);
        assertThat(run("decide").err())
                .contains(directory + ":1:1: there is no rule of a house here");
        assertThat(
                        Run.of("test", "--house", directory.resolve("missing").toString(), "x.yaml")
                                .code())
                .isEqualTo(3);
    }
}
