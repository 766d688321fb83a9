package org.cookiepolicy.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private final Yaml yaml = new Yaml();

    private void assertRefused(String text, Shape<?> shape, String problem) {
        assertThatThrownBy(() -> yaml.read("a.yaml", text, shape))
                .isInstanceOf(DocumentException.class)
                .hasMessage("a.yaml:" + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO",
                "no",
                "yes",
                "2.3",
                "2.30",
                "007",
                "-0",
                "1e3",
                "0x1F",
                "1_000",
                "+5",
                ".5",
                ".nan",
                "true",
                "TRUE",
                "False",
                "Null",
                "~",
                "2018-04-29",
                "12:30:00",
                "a b",
                "a#b",
                "<<",
                "="
            })
    void takes_text_without_quotes_as_it_is_written(String text) {
        assertThat(yaml.read("a", "- " + text, Shapes.list(Shapes.text()))).containsExactly(text);
    }

    @Test
    void takes_nothing_for_no_text() {
        assertRefused(
                "- null", Shapes.list(Shapes.text()), "1:3: expected text, found nothing at [0]");
        assertRefused(
                "-\n- a", Shapes.list(Shapes.text()), "1:2: expected text, found nothing at [0]");
    }

    @Test
    void joins_the_lines_of_a_text() {
        assertThat(yaml.read("a", "a\n b\n\n c\n", Shapes.text())).isEqualTo("a b\nc");
        assertThat(yaml.read("a", "|-\n a\n b\n", Shapes.text())).isEqualTo("a\nb");
        assertThat(yaml.read("a", "'it''s'", Shapes.text())).isEqualTo("it's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "TRUE", "True", "1", "y"})
    void knows_true_and_false_only(String text) {
        assertThatThrownBy(() -> yaml.read("a", text, Shapes.bool()))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("expected `true` or `false`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "1_000", "0x1F", "0o17", "+5", "1e3", "1.0", "'1'", "-", "1 2"})
    void knows_plain_whole_numbers_only(String text) {
        assertThatThrownBy(() -> yaml.read("a", text, Shapes.integer()))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("expected a whole number");
    }

    @Test
    void refuses_a_tab_for_indentation() {
        assertRefused(
                "a:\n\t- b\n",
                Shapes.text(),
                "2:1: not well-formed YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)");
    }

    @Test
    void refuses_an_alias_that_would_grow_without_end() {
        StringBuilder laughs = new StringBuilder("- &a0 [ha]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("- &a%d [*a%d, *a%d]\n".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> yaml.tree("a.yaml", laughs.toString()))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refused -> assertThat(refused.problems()).hasSize(30 + 2 * 29))
                .hasMessageStartingWith("a.yaml:1:3: anchor `&a0` is not allowed\n");
    }

    @Test
    void refuses_anchors_and_tags_wherever_they_stand() {
        assertRefused(
                "🍪: &x {&y b: 1, c: &z 2}\r\nd: !!str 1\r\n!e f: !<g> [! h, &i]\r\n",
                Shapes.text(),
                """
                1:4: anchor `&x` is not allowed
                a.yaml:1:8: anchor `&y` is not allowed
                a.yaml:1:20: anchor `&z` is not allowed
                a.yaml:2:4: tag `!!str` is not allowed
                a.yaml:3:1: tag `!e` is not allowed
                a.yaml:3:7: tag `!<g>` is not allowed
                a.yaml:3:13: tag `!` is not allowed
                a.yaml:3:18: anchor `&i` is not allowed"""
                        .strip());
    }

    @Test
    void takes_marks_within_text_for_text() {
        assertThat(yaml.read("a", "[a&b, 'c', \"&d\", '!e', f *g]", Shapes.list(Shapes.text())))
                .containsExactly("a&b", "c", "&d", "!e", "f *g");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    a b        | a b
                    été        | été
                    2018-04-29 | 2018-04-29
                    it's       | it's
                    one, (two) | one, (two)
                    NO         | "NO"
                    off        | "off"
                    y          | "y"
                    Null       | "Null"
                    2.3        | "2.3"
                    1e3        | "1e3"
                    12:30      | "12:30"
                    ~          | "~"
                    - a        | "- a"
                    a: b       | "a: b"
                    a #b       | "a #b"
                    *a         | "*a"
                    https://a/ | "https://a/"
                    <<         | "<<"
                    """)
    void quotes_what_any_reader_could_take_for_something_else(String text, String written) {
        assertThat(yaml.write(text, Shapes.text())).isEqualTo(written + "\n");
    }

    @Test
    void writes_several_lines_as_a_block() {
        assertThat(yaml.write("a: b\nc\n", Shapes.text())).isEqualTo("|\n  a: b\n  c\n");
    }
}
