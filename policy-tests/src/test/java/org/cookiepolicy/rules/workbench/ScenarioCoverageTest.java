package org.cookiepolicy.rules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.tests.ScenarioTests;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCoverageTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/workbench/scenarios");

    @TempDir private Path directory;

    private static ScenarioCoverageReport seenByAll(List<LawFile> law) {
        ScenarioCoverage coverage = ScenarioCoverage.of(law);
        Fixtures.scenarios()
                .forEach(suite -> suite.scenarios().forEach(s -> coverage.see(s.request())));
        return coverage.report();
    }

    @Test
    void tells_what_the_scenarios_of_a_small_law_have_never_seen() {
        assertThat(seenByAll(Fixtures.law()).text()).isEqualTo(Fixtures.expected("coverage.txt"));
    }

    @Test
    void nothing_is_seen_where_nothing_is_shown() {
        ScenarioCoverageReport report = ScenarioCoverage.of(Fixtures.law()).report();
        assertThat(report.total().seen()).isZero();
        assertThat(report.total().percent()).isZero();
        assertThat(report.text())
                .contains("rules.drl:19: rule \"consent is needed\": never fires\n")
                .contains("act.yaml:30: aq.login: lifespan never matters\n")
                .contains("act.yaml:30: aq.login: when.purposes never fails to fit\n")
                .contains("act.yaml:12: aq.no-rule: never seen when it is no longer in force");
    }

    @Test
    void a_condition_is_looked_at_where_everything_before_it_is_true() {
        ScenarioCoverage coverage = ScenarioCoverage.of(Fixtures.law());
        coverage.see(Fixtures.suite("missing.yaml").scenarios().get(0).request());
        assertThat(coverage.report().text())
                .contains("rule \"the visitor agreed\": `grants( $purpose )` is never true\n")
                .doesNotContain("`grants( $purpose )` is never false")
                // The exemption is about another purpose, so it is no law here at all.
                .contains("rule \"logging in is exempt\": `meets( $law )` is never true\n")
                .contains("rule \"logging in is exempt\": `meets( $law )` is never false\n");
    }

    @Test
    void a_page_needs_nothing_beside_itself_and_escapes_what_it_shows() {
        List<LawFile> law =
                Fixtures.law(
                        "act.yaml", text -> text.replace("id: aq.login", "id: \"aq.<b> & 'c'\""));
        String page = ScenarioCoverage.of(law).report().html();
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<td>aq.&lt;b&gt; &amp; &#39;c&#39;</td>")
                .contains("prefers-color-scheme: dark")
                .contains("<caption>act.yaml: 0 of ")
                .doesNotContain("<b>")
                .doesNotContain("src=")
                .doesNotContain("http");
    }

    @Test
    void the_shipped_law_has_every_condition_of_its_rules_looked_at() {
        ScenarioCoverageReport report = ScenarioCoverage.of(LawFile.shipped()).report();
        long constraints =
                LawFile.shipped().stream()
                        .filter(LawFile::isRules)
                        .map(RuleText::of)
                        .flatMap(text -> text.rules().stream())
                        .peek(rule -> assertThat(rule.plain()).as(rule.name()).isTrue())
                        .flatMap(rule -> rule.patterns().stream())
                        .mapToLong(pattern -> pattern.constraints().size())
                        .sum();
        assertThat(report.counts().get("conditions of rules").of())
                .isEqualTo((int) (2 * constraints))
                .isGreaterThan(100);
    }

    @Test
    void a_folder_of_scenarios_fails_below_the_minimum_and_writes_the_page_all_the_same()
            throws Throwable {
        Path page = directory.resolve("new/page.html");
        List<DynamicNode> nodes =
                ScenarioTests.withCoverage(SCENARIOS, Fixtures.law(), 99, page).toList();
        assertThat(nodes).hasSize(2);
        assertThat(((DynamicContainer) nodes.get(0)).getChildren()).hasSize(4);
        DynamicTest test = (DynamicTest) nodes.get(1);
        assertThat(test.getDisplayName()).isEqualTo("the scenarios see at least 99.0 % of the law");
        assertThat(failure(test))
                .hasMessageContaining("and 99.0 % are needed; see " + page.toAbsolutePath());
        assertThat(page).isNotEmptyFile();
        Files.delete(page);
        Stream<DynamicNode> enough =
                ScenarioTests.withCoverage(SCENARIOS, Fixtures.law(), 50, page);
        ((DynamicTest) enough.toList().get(1)).getExecutable().execute();
        assertThat(page).isNotEmptyFile();
    }

    private static AssertionError failure(DynamicTest test) throws Throwable {
        try {
            test.getExecutable().execute();
        } catch (AssertionError e) {
            return e;
        }
        throw new IllegalStateException("it passed");
    }
}
