package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good document, spoilt in each place in turn, is read or refused, and nothing else happens. */
class MutilatedDocumentsTest {
    private static final String SIGNS =
            "\"'{}[]:,-?&*!|>%@`#~<=\\\t\n\r\0\u0085\u2028\ufeff\ud83ca0.";

    /** Words of the parsers and of the language that no author of a document should read. */
    private static final Pattern INTERNAL =
            Pattern.compile(
                    "Exception|Feature|org\\.|tools\\.|java|[Jj]ackson|snakeyaml|\\[Source|[A-Z]{3,}_"
                            + "|@[0-9a-f]{4}|\\b(Object|Array|Event|Token)\\b");

    static List<DocumentFormat> formats() {
        return DocumentType.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_a_cut(DocumentFormat format) {
        String good = good(format);
        spoil(format, i -> good.substring(0, i));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_a_missing_character(DocumentFormat format) {
        String good = good(format);
        spoil(format, i -> good.substring(0, i) + good.substring(i + 1));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_a_superfluous_character(DocumentFormat format) {
        String good = good(format);
        spoil(format, i -> good.substring(0, i) + sign(i) + good.substring(i));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_a_wrong_character(DocumentFormat format) {
        String good = good(format);
        spoil(format, i -> good.substring(0, i) + sign(i) + good.substring(i + 1));
    }

    private static String good(DocumentFormat format) {
        return format.write(Samples.request(), Documents.REQUEST);
    }

    private static char sign(int index) {
        return SIGNS.charAt(index % SIGNS.length());
    }

    private static void spoil(DocumentFormat format, IntFunction<String> spoilt) {
        int refused = 0;
        for (int i = 0; i < good(format).length(); i++) {
            String text = spoilt.apply(i);
            try {
                format.read("a.doc", text, Documents.REQUEST);
            } catch (DocumentException e) {
                refused++;
                assertThat(e.problems()).isNotEmpty();
                e.problems().forEach(problem -> check(problem, text));
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static void check(Problem problem, String text) {
        int lines = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1).length;
        assertThat(problem.position().line()).as(text).isBetween(1, lines);
        assertThat(problem.position().column()).as(text).isPositive();
        assertThat(problem.toString())
                .as(text)
                .startsWith("a.doc:" + problem.position() + ": ")
                .doesNotContain("\n", "\r")
                .doesNotContainPattern(INTERNAL);
    }
}
