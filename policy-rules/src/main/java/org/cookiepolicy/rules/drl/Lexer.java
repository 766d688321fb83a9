package org.cookiepolicy.rules.drl;

import java.util.ArrayList;
import java.util.List;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;

/**
 * Cuts a rule file into tokens. Comments are dropped here and never reach the compiler.
 *
 * <p>What people and programs may read differently is refused: escapes, control characters, marks
 * that change the direction of writing, a carriage return that ends no line.
 */
final class Lexer {
    private static final List<String> SIGNS =
            List.of(
                    "&&", "||", "==", "!=", "<=", ">=", ":=", "->", "::", "!.", "?.", "+=", "-=",
                    "~=", "?/");
    private static final String BESIDE_LETTERS = " .,:-_%+&§’";
    private static final String ESCAPE = "`\\` is not allowed: rules have no escapes";
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String source;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean first = true;
    private int lastEnd = -1;

    private Lexer(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The tokens of a file; the last one is its end. */
    static List<Token> tokens(String source, Problems problems) {
        Lexer lexer = new Lexer(source, problems);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        if (!source.isEmpty() && source.charAt(0) == BYTE_ORDER_MARK) {
            report("the file begins with a byte order mark; save it as UTF-8 without one");
            at++;
        }
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                lineEnd();
            } else if (c == ' ' || c == '\t') {
                at++;
            } else if (source.startsWith("//", at)) {
                skipLine();
            } else if (source.startsWith("/*", at)) {
                blockComment();
            } else if (c == '#' && first) {
                report("`#` begins no comment; write `//`");
                skipLine();
            } else {
                token(c);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", position(at), true, false));
    }

    private void token(char c) {
        int start = at;
        if (c == '"' || c == '\'') {
            text(c);
        } else if (isNameStart(c)) {
            do {
                at++;
            } while (at < source.length() && isNamePart(source.charAt(at)));
            add(c == '$' ? Token.Kind.VARIABLE : Token.Kind.WORD, start);
        } else if (isDigit(c)) {
            do {
                at++;
            } while (at < source.length() && isNamePart(source.charAt(at)));
            if (at + 1 < source.length()
                    && source.charAt(at) == '.'
                    && isDigit(source.charAt(at + 1))) {
                at += 2;
            }
            add(Token.Kind.NUMBER, start);
        } else if (c == '\\') {
            report(ESCAPE);
            at++;
        } else if (c < ' ' || c > '~') {
            int character = source.codePointAt(at);
            report(written(character) + " is not allowed outside of comments and text");
            at += Character.charCount(character);
        } else {
            at +=
                    SIGNS.stream()
                            .filter(s -> source.startsWith(s, at))
                            .findFirst()
                            .orElse("x")
                            .length();
            add(Token.Kind.SIGN, start);
        }
    }

    private void text(char quote) {
        int start = at;
        at++;
        while (at < source.length()
                && source.charAt(at) != quote
                && !isLineEnd(source.charAt(at))) {
            at++;
        }
        String content = source.substring(start + 1, at);
        if (at < source.length() && source.charAt(at) == quote) {
            checkText(start + 1);
            at++;
        } else {
            problems.report(position(start), "", "the text does not end on its line");
        }
        if (quote == '\'') {
            problems.report(position(start), "", "text stands between double quotes");
        }
        tokens.add(new Token(Token.Kind.TEXT, content, position(start), first, start == lastEnd));
        first = false;
        lastEnd = at;
    }

    private void checkText(int start) {
        int end = at;
        for (int i = start; i < end; i = source.offsetByCodePoints(i, 1)) {
            int character = source.codePointAt(i);
            if (character == '\\') {
                problems.report(position(i), "", ESCAPE);
                return;
            }
            if (!Character.isLetterOrDigit(character) && BESIDE_LETTERS.indexOf(character) < 0) {
                problems.report(position(i), "", written(character) + " is not allowed in text");
                return;
            }
        }
    }

    /** A character as it is seen, or by its number. */
    private static String written(int character) {
        return isUnseen(character)
                ? String.format("the character U+%04X", character)
                : Problems.quote(Character.toString(character));
    }

    /** Such marks make a line look other than it is read. */
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return (type == Character.CONTROL && character != '\t')
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private void add(Token.Kind kind, int start) {
        String written = source.substring(start, at);
        tokens.add(new Token(kind, written, position(start), first, start == lastEnd));
        first = false;
        lastEnd = at;
    }

    private void skipLine() {
        while (at < source.length() && !isLineEnd(source.charAt(at))) {
            commentCharacter();
        }
    }

    private void blockComment() {
        Position start = position(at);
        boolean wasFirst = first;
        at += 2;
        while (!source.startsWith("*/", at)) {
            if (at >= source.length()) {
                problems.report(start, "", "the comment does not end");
                return;
            }
            if (isLineEnd(source.charAt(at))) {
                lineEnd();
            } else {
                commentCharacter();
            }
        }
        at += 2;
        first = wasFirst && line == start.line();
    }

    private void commentCharacter() {
        int character = source.codePointAt(at);
        if (isUnseen(character)) {
            report(written(character) + " is not allowed, for it is not seen");
        } else if (source.startsWith("\\u", at)) {
            report(ESCAPE);
        }
        at += Character.charCount(character);
    }

    private void lineEnd() {
        if (source.startsWith("\r\n", at)) {
            at++;
        } else if (source.charAt(at) == '\r') {
            report("a carriage return alone ends no line");
        }
        at++;
        line++;
        lineStart = at;
        first = true;
    }

    private void report(String message) {
        problems.report(position(at), "", message);
    }

    private Position position(int index) {
        return new Position(line, source.codePointCount(lineStart, index) + 1);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
