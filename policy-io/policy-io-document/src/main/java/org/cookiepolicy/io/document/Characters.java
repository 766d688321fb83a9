package org.cookiepolicy.io.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;

/** Which characters a document may hold, and how they come out of bytes. */
final class Characters {
    private Characters() {}

    /**
     * Whether a character is what YAML 1.2 calls printable, less the control character U+0085. The
     * same holds for JSON, so that each document can be written in either format.
     */
    static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0x7e)
                || (codePoint >= 0xa0 && codePoint <= 0xd7ff)
                || (codePoint >= 0xe000 && codePoint <= 0xfffd)
                || codePoint >= 0x1_0000;
    }

    /** Returns the first character that is not allowed, or -1 when all are. */
    static int firstRefused(String text) {
        return text.codePoints().filter(c -> !isAllowed(c)).findFirst().orElse(-1);
    }

    /** Decodes UTF-8; bytes that are not are a problem. */
    static String decode(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            problems.report(end(text.toString()), "", "the document is not UTF-8 from here on");
        }
        return text.toString();
    }

    /** Takes a byte order mark off and reports the first character that is not allowed. */
    static String check(String text, Problems problems) {
        String rest = text.startsWith("\ufeff") ? text.substring(1) : text;
        int refused = firstRefused(rest);
        if (refused >= 0) {
            String before = rest.substring(0, rest.indexOf(refused));
            problems.report(end(before), "", refusal(refused));
        }
        return rest;
    }

    static String refusal(int codePoint) {
        return String.format("the character U+%04X cannot stand in a document", codePoint);
    }

    private static Position end(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Position(line, text.length() - text.lastIndexOf('\n'));
    }
}
