package org.cookiepolicy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final Position PLACE = new Position(2, 3);

    private static Scalar scalar(ScalarKind kind, String text) {
        return new Scalar(text, kind, PLACE);
    }

    private static String problem(Shape<?> shape, ScalarKind kind, String text) {
        Problems problems = new Problems("f");
        assertThat(shape.read(scalar(kind, text), "", problems)).isNull();
        assertThat(problems.sorted()).hasSize(1);
        return problems.sorted().get(0).toString();
    }

    private static <T> void assertReads(Shape<T> shape, String text, T value) {
        assertThat(shape.readDocument("f", scalar(ScalarKind.PLAIN, text))).isEqualTo(value);
        assertThat(shape.write(value)).isInstanceOf(Scalar.class);
        assertThat(((Scalar) shape.write(value)).text()).isEqualTo(text);
    }

    @Test
    void reads_and_writes_single_values() {
        assertReads(Shapes.text(), "2.3", "2.3");
        assertReads(Shapes.bool(), "false", false);
        assertReads(Shapes.integer(), "-999999", -999_999);
        assertReads(Shapes.integer(), "999999999", 999_999_999);
        assertReads(Shapes.date(), "2024-02-29", LocalDate.of(2024, 2, 29));
        assertReads(Shapes.link(), "https://a.example/b", URI.create("https://a.example/b"));
        assertReads(Shapes.lifespan(), "P13M", Lifespan.parse("P13M"));
        assertReads(Shapes.jurisdiction(), "US-CA", Jurisdiction.of("US-CA"));
    }

    @Test
    void says_what_was_expected_and_what_was_found() {
        assertThat(problem(Shapes.text(), ScalarKind.NUMBER, "1.0"))
                .isEqualTo("f:2:3: expected text, found the number `1.0`");
        assertThat(problem(Shapes.text(), ScalarKind.NULL, ""))
                .isEqualTo("f:2:3: expected text, found nothing");
        assertThat(problem(Shapes.bool(), ScalarKind.TEXT, "true"))
                .isEqualTo("f:2:3: expected `true` or `false`, found the text `true`");
        assertThat(problem(Shapes.constant(ScalarKind.class), ScalarKind.BOOLEAN, "true"))
                .isEqualTo("f:2:3: expected a word, found `true`");
        assertThat(problem(Shapes.list(Shapes.text()), ScalarKind.PLAIN, "a"))
                .isEqualTo("f:2:3: expected a list, found `a`");
    }

    @Test
    void takes_days_written_in_full_only() {
        for (String text : List.of("2026-2-3", "+2026-02-03", "20260203", "2026-02-03T00:00")) {
            assertThat(problem(Shapes.date(), ScalarKind.PLAIN, text))
                    .isEqualTo("f:2:3: expected a date such as `2026-03-01`, found `" + text + "`");
        }
    }

    @Test
    void takes_days_of_the_calendar_only() {
        for (String text : List.of("2026-02-30", "2026-13-01", "2027-02-29")) {
            assertThat(problem(Shapes.date(), ScalarKind.PLAIN, text))
                    .isEqualTo("f:2:3: `" + text + "` is no day of the calendar");
        }
    }

    @Test
    void takes_links_written_in_full_only() {
        for (String text :
                List.of("/a", "example.com", "https://", "https:///a", "ftp://a", "https://a b")) {
            assertThat(problem(Shapes.link(), ScalarKind.PLAIN, text))
                    .startsWith("f:2:3: expected a link such as `https://example.com/`");
        }
    }

    @Test
    void takes_decimal_numbers_that_fit_only() {
        for (String text : List.of("", "-", "-0", "01", "1.0", "1e3", "0x1", "١")) {
            assertThat(problem(Shapes.integer(), ScalarKind.PLAIN, text))
                    .startsWith("f:2:3: expected a whole number");
        }
        assertThat(problem(Shapes.integer(), ScalarKind.NUMBER, "1000000000"))
                .isEqualTo("f:2:3: `1000000000` is too long a number");
    }

    @Test
    void passes_on_the_reason_and_the_suggestion_of_a_value() {
        assertThat(problem(Shapes.jurisdiction(), ScalarKind.PLAIN, "UK"))
                .isEqualTo("f:2:3: `UK` is not an ISO 3166 code; did you mean `GB`?");
    }

    @Test
    void maps_a_shape_to_another_value() {
        Shape<Integer> length = Shapes.text().map(String::length, "a"::repeat);

        assertReads(length, "aaa", 3);
        assertThat(length.describe()).isEqualTo(Shapes.text().describe());
        assertThat(problem(length, ScalarKind.NULL, "")).contains("expected text");
    }

    @Test
    void quotes_on_one_line_and_not_without_end() {
        assertThat(Problems.quote("a\nb\0\ud83c")).isEqualTo("`a\\u000ab\\u0000\\ud83c`");
        assertThat(Problems.quote("a".repeat(61))).isEqualTo("`" + "a".repeat(60) + "…`");
    }
}
