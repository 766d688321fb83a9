package org.cookiepolicy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.LawCheck;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.Test;

/** Who adds a jurisdiction by the guide alone gets a law in order, and scenarios that pass. */
class JurisdictionGuideTest {
    private static final String OLD = "world/no-law-found.yaml";
    private static final String MEMBER = "      - {place: AQ, from: 2018-05-25}\n";
    private static final String PROVISION = "  - id: aq.device.no-rule\n    places: [AQ]\n";

    private static String guide() throws IOException {
        return Files.readString(Path.of("../policy-rules/README.md"));
    }

    /** A block of code in the steps of the guide, which are indented. */
    private static String step(String language, int index) throws IOException {
        Matcher matcher =
                Pattern.compile("   ```" + language + "\n(.*?)   ```", Pattern.DOTALL)
                        .matcher(guide());
        for (int i = 0; i <= index; i++) {
            assertThat(matcher.find()).as("block " + index + " of " + language).isTrue();
        }
        return matcher.group(1).replaceAll("(?m)^   ", "");
    }

    /** A part of what the old entries are to be, which is longer than what they were. */
    private static String ended(String old) throws IOException {
        String edit = step("yaml", 1);
        String begins = old.replaceAll("}?\n$", "");
        assertThat(edit).contains(begins);
        String rest = edit.substring(edit.indexOf(begins));
        int end = rest.indexOf("until: 2027-03-01");
        return rest.substring(0, rest.indexOf('\n', end) + 1);
    }

    /** The law with that of the guide, and with what stood there before as edited. */
    private static List<LawFile> law(UnaryOperator<String> edit) throws IOException {
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : LawFile.shipped()) {
            boolean old = file.name().equals(OLD);
            files.add(old ? new LawFile(OLD, edit.apply(file.text())) : file);
        }
        files.add(new LawFile("aq/act.yaml", step("yaml", 0)));
        return files;
    }

    private static String replace(String text, String part, String by) {
        assertThat(text).contains(part);
        return text.replace(part, by);
    }

    private static List<String> problems(UnaryOperator<String> edit) throws IOException {
        return LawCheck.check(law(edit)).stream()
                .map(Problem::toString)
                .map(text -> text.replaceAll("(no-law-found.yaml):[0-9]+ ", "$1:... "))
                .toList();
    }

    @Test
    void a_law_to_come_is_in_order_and_the_scenarios_on_both_sides_of_its_day_pass()
            throws IOException {
        String member = ended(MEMBER);
        String provision = ended(PROVISION);
        List<LawFile> files =
                law(text -> replace(replace(text, MEMBER, member), PROVISION, provision));
        assertThat(LawCheck.check(files)).extracting(Problem::toString).isEmpty();
        Matcher block =
                Pattern.compile("\n```yaml\n(suite: .*?)```", Pattern.DOTALL).matcher(guide());
        assertThat(block.find()).isTrue();
        Suite suite = new Yaml().read("README.md", block.group(1), Documents.SCENARIOS);
        PolicyEngine engine = PolicyEngine.load(files);
        assertThat(suite.scenarios())
                .hasSize(4)
                .allSatisfy(
                        scenario -> {
                            ScenarioResult result = ScenarioResult.of(engine, suite, scenario);
                            assertThat(result.passed()).as(result.toString()).isTrue();
                        });
    }

    @Test
    void days_that_are_lost_and_entries_that_are_left_are_told_as_the_guide_says()
            throws IOException {
        assertThat(
                        problems(
                                text ->
                                        replace(text, MEMBER, "")
                                                .replaceAll(
                                                        Pattern.quote(PROVISION) + "(    .*\n)*",
                                                        "")))
                .containsExactlyElementsOf(step("text", 0).lines().toList());
        assertThat(problems(text -> text))
                .containsExactlyElementsOf(step("text", 1).lines().toList());
    }

    @Test
    void the_keys_in_the_guide_are_all_that_a_scenario_may_have() throws IOException {
        Description.Fields suite = (Description.Fields) Documents.SCENARIOS.describe();
        Description.Many scenarios =
                suite.fields().stream()
                        .filter(field -> field.key().equals("scenarios"))
                        .map(field -> (Description.Many) field.value())
                        .findFirst()
                        .orElseThrow();
        Description.Fields scenario = (Description.Fields) scenarios.element();
        String section = guide().split("\n## Scenarios\n", -1)[1].split("\n## ", -1)[0];
        String table = section.substring(section.indexOf("| key |"));
        List<String> keys =
                Arrays.stream(table.split("\n\n", -1)[0].split("\n", -1))
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .toList();
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(
                        scenario.fields().stream().map(Description.Field::key).toList());
        Description.Fields expect =
                scenario.fields().stream()
                        .filter(field -> field.key().equals("expect"))
                        .map(field -> (Description.Fields) field.value())
                        .findFirst()
                        .orElseThrow();
        String row = table.lines().filter(line -> line.startsWith("| `expect`")).findFirst().get();
        assertThat(expect.fields())
                .allSatisfy(field -> assertThat(row).contains("`" + field.key()));
    }

    @Test
    void every_choice_in_the_guide_is_one() throws IOException {
        Matcher choices =
                Pattern.compile("(?m)^\\| [^|]+ \\| `(\\{status: .*?})`").matcher(guide());
        int count = 0;
        while (choices.find()) {
            String request =
                    "cookie: {purposes: [research]}\nat: 2027-03-01\nvisitor: {location: AQ}\n"
                            + "consent: "
                            + choices.group(1)
                            + "\n";
            assertThat(new Yaml().read("README.md", request, Documents.REQUEST).visit().consent())
                    .isPresent();
            count++;
        }
        assertThat(count).isEqualTo(6);
    }
}
