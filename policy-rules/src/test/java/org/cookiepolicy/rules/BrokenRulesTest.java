package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule files with a defect, by which they are named, and every word that their author reads. */
class BrokenRulesTest {
    private static final String FOLDER = "broken";

    @TestFactory
    Stream<DynamicTest> each_defect_is_told_in_words_and_with_its_place() {
        return RuleFixtures.names(FOLDER).stream()
                .map(
                        name ->
                                DynamicTest.dynamicTest(
                                        name,
                                        () ->
                                                assertThat(
                                                                RuleFixtures.problems(
                                                                        RuleFixtures.file(
                                                                                FOLDER, name)))
                                                        .isNotEmpty()
                                                        .isEqualTo(
                                                                RuleFixtures.expected(
                                                                        FOLDER, name))));
    }

    @Test
    void no_place_is_missing_and_no_class_or_tool_is_named() {
        for (String name : RuleFixtures.names(FOLDER)) {
            assertThat(RuleFixtures.expected(FOLDER, name))
                    .allMatch(line -> line.matches("[a-z-]+\\.drl:[1-9][0-9]*:[1-9][0-9]*: .+"))
                    .noneMatch(line -> line.contains("null Package"))
                    .noneMatch(line -> line.matches(".*(Drools|MVEL|ANTLR|Exception).*"));
        }
    }

    @Test
    void problems_of_all_files_come_at_once() {
        List<String> problems =
                RuleFixtures.problems(
                        RuleFixtures.file(FOLDER, "property-misspelt"),
                        RuleFixtures.file(FOLDER, "constant-misspelt"));
        assertThat(problems)
                .containsExactly(
                        "property-misspelt.drl:14:17: unknown property `kidn` of `Law`; did you mean"
                                + " `kind`?",
                        "constant-misspelt.drl:12:6: the name of the rule `it is forbidden` is taken"
                                + " at property-misspelt.drl:12:6",
                        "constant-misspelt.drl:14:30: unknown constant `PROHIBTION` of `Kind`; did"
                                + " you mean `PROHIBITION`?");
    }

    @Test
    void the_rules_that_are_shipped_have_no_defect() {
        LawFile[] rules =
                LawFile.shipped().stream().filter(LawFile::isRules).toArray(LawFile[]::new);
        assertThat(RuleFixtures.problems(rules)).isEmpty();
    }
}
