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
            number(start);
        } else if (c == '\\') {
            report("`\\` is not allowed: rules have no escapes");
            at++;
        } else if (c < ' ' || c > '~') {
            int character = source.codePointAt(at);
            report(
                    Problems.quote(Character.toString(character))
                            + " is not allowed outside of comments and text");
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

    private void number(int start) {
        String written = source.substring(start, at);
        if (!written.matches("0|[1-9][0-9]{0,8}")) {
            problems.report(
                    position(start),
                    "",
                    Problems.quote(written) + " is not a whole number of at most nine digits");
        }
        add(Token.Kind.NUMBER, start);
    }

    private void text(char quote) {
        int start = at;
        if (quote == '\'') {
            report("text stands between double quotes");
        }
        at++;
        while (at < source.length()
                && source.charAt(at) != quote
                && !isLineEnd(source.charAt(at))) {
            int character = source.codePointAt(at);
            if (character == '\\') {
                report("`\\` is not allowed: rules have no escapes");
            } else if (!Character.isLetterOrDigit(character)
                    && BESIDE_LETTERS.indexOf(character) < 0) {
                report(Problems.quote(Character.toString(character)) + " is not allowed in text");
            }
            at += Character.charCount(character);
        }
        String content = source.substring(start + 1, at);
        if (at < source.length() && source.charAt(at) == quote) {
            at++;
        } else {
            problems.report(position(start), "", "the text does not end on its line");
        }
        tokens.add(new Token(Token.Kind.TEXT, content, position(start), first, start == lastEnd));
        first = false;
        lastEnd = at;
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
        int type = Character.getType(character);
        // Such marks make a line look other than it is read.
        if ((type == Character.CONTROL && character != '\t')
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE) {
            report(
                    String.format(
                            "the character U+%04X is not allowed, for it is not seen", character));
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
