package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.io.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class TestCommandTest {
    private static final String SCENARIOS = Run.file("scenarios.yaml");

    @TempDir private Path directory;

    @Test
    void shows_each_failure_with_the_findings_behind_it_and_the_counts_last() {
        Run run = Run.of("test", SCENARIOS);
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("FAILED command-line other-outcome: statistics")
                .contains("expected  allow\n")
                .contains("actual    deny with inform")
                .contains("| Denied: setting `example`")
                .contains("missing   keep-opt-out")
                .contains("actual    no decision: the register has the law of `EE` from")
                .doesNotContain("command-line passes")
                .endsWith("\n1 passed, 3 failed\n");
    }

    @Test
    void tells_what_is_too_much_where_exactly_something_else_is_expected() throws IOException {
        String text = Files.readString(Path.of(SCENARIOS));
        String passing = text.substring(0, text.indexOf("  - id: other-outcome"));
        Path exact = directory.resolve("exact.yaml");
        Files.writeString(
                exact,
                passing.replace(
                        "{outcome: allow}",
                        "{outcome: allow, provisions: [gb.consent], exactly: true}"));
        Run run = Run.of("test", exact.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("  surplus   inform-of-processing\n")
                .contains("  missing   gb.consent\n")
                .contains("  surplus   ee.device.consent, eu.");
        assertThat(Run.of("test", "--format", "json", exact.toString()).out())
                .contains("\"surplus-duties\"")
                .contains("\"missing-provisions\"")
                .contains("\"surplus-provisions\"")
                .doesNotContain("\"missing-duties\"");
    }

    @Test
    void shows_the_provisions_expected_and_says_that_what_is_set_aside_is_cited()
            throws IOException {
        String text = Files.readString(Path.of(SCENARIOS));
        String passing = text.substring(0, text.indexOf("  - id: other-outcome"));
        Path exact = directory.resolve("exact.yaml");
        Files.writeString(
                exact,
                passing.replace(
                        "{outcome: allow}",
                        "{outcome: allow, duties: [inform-of-processing],"
                                + " provisions: [ee.device.exempt], exactly: true}"));
        String expected =
                "allow with inform-of-processing and no other duty, citing ee.device.exempt and no"
                        + " other provision";
        String setAside = "set aside ee.device.consent, eu.gdpr.consent: what applied is cited";
        assertThat(Run.of("test", exact.toString()).out())
                .contains("  expected  " + expected + "\n")
                .contains("  surplus   ee.device.consent, eu.exempt.authentication, ")
                .contains("  " + setAside);
        assertThat(Run.of("test", "--format", "junit", exact.toString()).out())
                .contains("message=\"expected " + expected + "; actual allow with")
                .contains("\n" + setAside);
        assertThat(Run.of("test", "--format", "json", exact.toString()).out())
                .containsPattern("\"provisions\": \\[\\s*\"ee.device.exempt\"\\s*\\]")
                .contains("\"exactly\": true");
        // Who names provisions and not exactly those has nothing too much.
        Files.writeString(
                exact,
                passing.replace("allow}", "allow, duties: [], provisions: [ee.device.exempt]}"));
        assertThat(Run.of("test", exact.toString()).out())
                .contains("  expected  allow, citing ee.device.exempt\n")
                .doesNotContain("set aside");
    }

    @Test
    void ends_clean_when_everything_passes() throws IOException {
        String text = Files.readString(Path.of(SCENARIOS));
        Path passing = directory.resolve("passing.yaml");
        Files.writeString(passing, text.substring(0, text.indexOf("  - id: other-outcome")));
        Run run = Run.of("test", directory.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("1 passed, 0 failed\n");
    }

    @Test
    void runs_suites_in_a_directory_whichever_way_their_names_end() throws IOException {
        String text = Files.readString(Path.of(SCENARIOS));
        String passing = text.substring(0, text.indexOf("  - id: other-outcome"));
        for (String name : List.of("a.yml", "b.YAML", "c.yaml")) {
            Files.writeString(directory.resolve(name), passing);
        }
        assertThat(Run.of("test", directory.toString()).out()).isEqualTo("3 passed, 0 failed\n");
    }

    @Test
    void does_not_pass_when_there_is_nothing_to_test() {
        Run run = Run.of("test", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("there is no document in this directory");
    }

    @Test
    void reports_in_json_what_was_expected_and_what_came_out() {
        Run run = Run.of("test", "--format", "json", SCENARIOS);
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        Mapping root = (Mapping) new Json().tree("report", run.out());
        assertThat(keys(root)).containsExactly("scenarios");
        List<Node> scenarios = ((Sequence) value(root, "scenarios")).elements();
        assertThat(scenarios).hasSize(4);
        for (Node scenario : scenarios) {
            Mapping mapping = (Mapping) scenario;
            assertThat(keys(mapping))
                    .containsExactly("suite", "id", "passed", "expected", "actual");
            assertThat(keys((Mapping) value(mapping, "expected")))
                    .containsExactly("outcome", "duties");
            assertThat(keys((Mapping) value(mapping, "actual"))).startsWith("outcome", "duties");
        }
        Mapping early = (Mapping) value((Mapping) scenarios.get(3), "actual");
        assertThat(((Scalar) value(early, "outcome")).kind()).isEqualTo(ScalarKind.NULL);
        assertThat(((Scalar) value(early, "problem")).text()).contains("1980-01-01");
    }

    @Test
    void reports_well_formed_junit_with_failures_and_errors_told_apart()
            throws ParserConfigurationException, IOException, SAXException {
        Run run = Run.of("test", "--format", "junit", SCENARIOS);
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        Document report =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(run.out())));
        Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("command-line");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        Element second = (Element) report.getElementsByTagName("testcase").item(1);
        assertThat(second.getAttribute("name"))
                .isEqualTo("other-outcome statistics with <b>no</b> choice & \"nothing\" told");
        assertThat(second.getElementsByTagName("failure").item(0).getTextContent())
                .contains("Denied: setting `example`");
    }

    @Test
    void reports_everything_that_is_wrong_with_every_suite() throws IOException {
        Files.writeString(directory.resolve("one.yaml"), "suite: one\ntitle: One\n");
        Files.writeString(directory.resolve("two.json"), "{\"suite\": \"Two\"}");
        Run run = Run.of("test", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("one.yaml:1:1: ").contains("two.json:1:");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tells_after_the_results_what_the_scenarios_have_seen_of_the_law() {
        Run run = Run.of("test", "--coverage", "text", SCENARIOS);
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("\n1 passed, 3 failed\n")
                .contains("rule \"consent is required\": `$law.isAbout( this )` is never false\n")
                .doesNotContain("rule \"consent is required\": never fires")
                // One of the four stands on a day that is not decided.
                .containsPattern(
                        "\n3 scenarios have seen\n(  .*\n)+  all: \\d+ of \\d+ \\(.*%\\)\n$");
    }

    @Test
    void writes_coverage_for_programs_and_as_a_page_to_a_file() throws IOException {
        Path json = directory.resolve("coverage.json");
        Run.of("test", "--coverage", "json", "--coverage-file", json.toString(), SCENARIOS);
        Mapping root = (Mapping) new Json().tree("coverage", Files.readString(json));
        assertThat(keys(root)).containsExactly("scenarios", "counts", "files");
        Path page = directory.resolve("coverage.html");
        Run run = Run.of("test", "--coverage=html", "--coverage-file=" + page, SCENARIOS);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("common/consent.drl");
        assertThat(run.out()).doesNotContain("<html");
        Run nowhere = Run.of("test", "--coverage=html", "--coverage-file=" + directory, SCENARIOS);
        assertThat(nowhere.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(nowhere.err()).contains("the file cannot be written");
    }

    @Test
    void does_not_mix_results_and_coverage_that_programs_read() {
        assertThat(Run.of("test", "--coverage", "html", SCENARIOS).code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(Run.of("test", "--format=json", "--coverage=text", SCENARIOS).err())
                .contains("--coverage-file is needed");
        assertThat(Run.of("test", "--coverage-file=x", SCENARIOS).err())
                .contains("--coverage-file needs --coverage");
    }

    private static List<String> keys(Mapping mapping) {
        return mapping.entries().stream().map(Entry::key).toList();
    }

    private static Node value(Mapping mapping, String key) {
        return mapping.find(key).orElseThrow().value();
    }
}
