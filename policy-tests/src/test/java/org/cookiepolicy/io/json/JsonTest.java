package org.cookiepolicy.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    private final Json json = new Json();

    private void assertRefused(String text, Shape<?> shape, String problem) {
        assertThatThrownBy(() -> json.read("a.json", text, shape))
                .isInstanceOf(DocumentException.class)
                .hasMessage("a.json:" + problem);
    }

    @Test
    void tells_text_from_numbers_and_truth_values() {
        assertRefused("1.0", Shapes.text(), "1:1: expected text, found the number `1.0`");
        assertRefused("true", Shapes.text(), "1:1: expected text, found `true`");
        assertRefused(
                "\"1\"", Shapes.integer(), "1:1: expected a whole number, found the text `1`");
        assertRefused(
                "1e3", Shapes.integer(), "1:1: expected a whole number, found the number `1e3`");
        assertRefused(
                "\"true\"",
                Shapes.bool(),
                "1:1: expected `true` or `false`, found the text `true`");
        assertRefused(
                "[null]", Shapes.list(Shapes.text()), "1:2: expected text, found nothing at [0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    [1, 2         | 1:6: unexpected end-of-input: expected close marker for array
                    ["a]          | 1:5: unexpected end-of-input: was expecting closing quote for a string value
                    [1,]          | 1:4: unexpected character (']' (code 93)): expected a valid value (string, number, array, object or token 'null', 'true' or 'false')
                    [1] x         | 1:5: unrecognized token 'x': was expecting (string, number, array, object or token 'null', 'true' or 'false')
                    [01]          | 1:3: invalid numeric value: Leading zeroes not allowed
                    [+1]          | 1:3: unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs
                    [Infinity]    | 1:10: non-standard token 'Infinity'
                    [}            | 1:2: unexpected close marker '}': expected ']'
                    ["\\x"]       | 1:4: unrecognized character escape 'x' (code 120)
                    {1: 2}        | 1:2: unexpected character ('1' (code 49)): was expecting double-quote to start property name
                    """)
    void says_what_is_wrong_without_words_of_the_parser(String text, String problem) {
        String[] parts = problem.split(": ", 2);

        assertRefused(text, Shapes.text(), parts[0] + ": not well-formed JSON: " + parts[1]);
    }

    @Test
    void writes_each_element_on_a_line_of_its_own() {
        assertThat(json.write(List.of("a", "é\n"), Shapes.list(Shapes.text())))
                .isEqualTo("[\n  \"a\",\n  \"é\\n\"\n]\n");
    }
}
