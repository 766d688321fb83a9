package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format: bytes, characters and limits. */
class DocumentFormatTest {
    private static final Limits NARROW = new Limits(1_000, 4, 20, 50, 10);

    static Stream<DocumentFormat> formats() {
        return DocumentType.formats().stream();
    }

    static Stream<DocumentFormat> narrow() {
        return Stream.of(new Json(NARROW), new Yaml(NARROW));
    }

    private static void assertRefused(ThrowingCallable reading, String problem) {
        assertThatThrownBy(reading).isInstanceOf(DocumentException.class).hasMessage(problem);
    }

    private static List<String> read(DocumentFormat format, byte[] bytes) throws IOException {
        return format.read("a", new ByteArrayInputStream(bytes), Shapes.list(Shapes.text()));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void reads_a_file_and_names_it_in_problems(DocumentFormat format, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "[\"été\", \"🍪\"]");

        assertThat(format.read(file, Shapes.list(Shapes.text()))).containsExactly("été", "🍪");
        assertRefused(
                () -> format.read(file, Shapes.text()), file + ":1:1: expected text, found a list");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void skips_a_byte_order_mark(DocumentFormat format) throws IOException {
        assertThat(read(format, utf8("\ufeff[\"a\"]"))).containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuses_bytes_that_are_not_utf_8(DocumentFormat format) {
        String problem = "a:2:4: the document is not UTF-8 from here on";
        byte[] start = utf8("[\"a\",\n \"é");

        for (byte[] wrong :
                List.of(
                        bytes(0xff),
                        bytes(0xc0, 0x80), // an overlong NUL
                        bytes(0xed, 0xa0, 0x80), // half a surrogate pair
                        bytes(0xc3), // cut in the middle
                        bytes(0xf5, 0x80, 0x80, 0x80))) { // beyond Unicode
            assertRefused(() -> read(format, join(start, wrong, utf8("\"]"))), problem);
        }
        assertRefused(() -> read(format, join(start, bytes(0xe2, 0x82))), problem);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuses_other_encodings(DocumentFormat format) {
        assertRefused(
                () -> read(format, "[\"a\"]".getBytes(StandardCharsets.UTF_16)),
                "a:1:1: the document is not UTF-8 from here on");
        assertRefused(
                () -> read(format, "[\"a\"]".getBytes(StandardCharsets.UTF_16LE)),
                "a:1:2: the character U+0000 cannot stand in a document");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuses_control_characters(DocumentFormat format) {
        for (String control : List.of("\0", "\u0007", "\u001b", "\u007f", "\u0085", "\ufffe")) {
            String code = String.format("U+%04X", (int) control.charAt(0));

            assertRefused(
                    () -> format.tree("a", "[\"a\",\n\"" + control + "\"]"),
                    "a:2:2: the character " + code + " cannot stand in a document");
        }
        assertRefused(
                () -> format.tree("a", "[\"\\u0007\"]"),
                "a:1:2: the character U+0007 cannot stand in a document");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void does_not_write_what_it_could_not_read(DocumentFormat format) {
        assertThatThrownBy(() -> format.write("\0", Shapes.text()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the character U+0000 cannot stand in a document");
        assertThatThrownBy(() -> format.write("\ud83c", Shapes.text()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuses_nothing_at_all(DocumentFormat format) {
        for (String empty : List.of("", " \n\n", "null", "\ufeff")) {
            assertRefused(() -> format.tree("a", empty), "a:1:1: the document is empty");
        }
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void refuses_too_many_bytes_from_wherever_they_come(DocumentFormat format) throws IOException {
        String problem = "a:1:1: the document has more than 1000 bytes";
        String enough = "[\"a\"]" + " ".repeat(995);

        assertThat(read(format, utf8(enough))).containsExactly("a");
        assertThat(format.tree("a", enough)).isInstanceOf(Node.Sequence.class);
        assertRefused(() -> read(format, utf8(enough + " ")), problem);
        assertRefused(() -> format.tree("a", enough + " "), problem);
        assertRefused(() -> format.tree("a", "[\"" + "é".repeat(499) + "\"]"), problem);
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void refuses_lists_in_lists_in_lists(DocumentFormat format) {
        assertThat(format.tree("a", "[[{\"b\": [1]}]]")).isInstanceOf(Node.Sequence.class);
        assertRefused(
                () -> format.tree("a", "[[{\"b\": [{}]}]]"),
                "a:1:10: lists and mappings stand more than 4 deep");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refuses_depth_without_going_there(DocumentFormat format) {
        assertRefused(
                () -> format.tree("a", "[".repeat(1_000_000)),
                "a:1:65: lists and mappings stand more than 64 deep");
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void refuses_too_many_values(DocumentFormat format) {
        assertThat(format.tree("a", "[" + "1,".repeat(18) + "1]")).isInstanceOf(Node.class);
        assertRefused(
                () -> format.tree("a", "[" + "1,".repeat(19) + "1]"),
                "a:1:40: the document has more than 20 values");
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void refuses_too_long_a_text(DocumentFormat format) {
        String problem = "a value here has more than 50 characters";
        String longest = "\"" + "a".repeat(50) + "\"";
        String longer = "\"" + "a".repeat(51) + "\"";

        assertThat(format.tree("a", "{" + longest + ": " + longest + "}")).isInstanceOf(Node.class);
        assertRefused(() -> format.tree("a", "[" + longer + "]"), "a:1:2: " + problem);
        assertRefused(() -> format.tree("a", "{" + longer + ": 1}"), "a:1:2: " + problem);
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void refuses_too_long_a_number(DocumentFormat format) {
        assertThat(format.tree("a", "[1234567890]")).isInstanceOf(Node.class);
        assertRefused(
                () -> format.tree("a", "[12345678901]"),
                "a:1:2: a value here has more than 10 characters");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void takes_values_as_long_as_the_limits_say(DocumentFormat format) {
        String text = "[\"" + "a".repeat(Limits.STANDARD.textLength()) + "\"]";

        assertThat(format.read("a", text, Shapes.list(Shapes.text())).get(0))
                .hasSize(Limits.STANDARD.textLength());
    }

    @Test
    void limits_are_sane() {
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1, 1)).hasMessageStartingWith("bytes");
        assertThatThrownBy(() -> new Limits(1, 501, 1, 1, 1)).hasMessageStartingWith("depth");
        assertThatThrownBy(() -> new Limits(1, 1, 0, 1, 1)).hasMessageStartingWith("nodes");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 0, 1)).hasMessageStartingWith("text-length");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 1, 0)).hasMessageStartingWith("number-length");
    }
}
