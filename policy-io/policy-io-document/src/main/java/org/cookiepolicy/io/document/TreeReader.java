package org.cookiepolicy.io.document;

import java.util.ArrayList;
import java.util.List;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds the tree of one document from the tokens of a parser. */
final class TreeReader {
    private final JsonParser parser;
    private final DocumentFormat format;
    private final int[] source;
    private final Limits limits;
    private final Problems problems;
    private int nodes;

    TreeReader(
            JsonParser parser,
            String text,
            DocumentFormat format,
            Limits limits,
            Problems problems) {
        this.parser = parser;
        this.format = format;
        // Only YAML has marks before values; its parser counts in code points.
        this.source = parser.canReadObjectId() ? text.codePoints().toArray() : new int[0];
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads the only document there is, and refuses anything after it. */
    Node document() {
        if (parser.nextToken() == null) {
            throw refuse(new Position(1, 1), "the document is empty");
        }
        Node root = node(1);
        if (root instanceof Scalar scalar && scalar.kind() == ScalarKind.NULL) {
            throw refuse(new Position(1, 1), "the document is empty");
        }
        if (parser.nextToken() != null) {
            throw refuse(place(), "the document ends before this; one file holds one document");
        }
        problems.throwIfAny();
        return root;
    }

    /** Reads the value at the current token; a list or a mapping at the root is one deep. */
    private Node node(int depth) {
        Position position = place();
        if (++nodes > limits.nodes()) {
            throw refuse(position, "the document has more than " + limits.nodes() + " values");
        }
        if (parser.currentToken().isStructStart() && depth > limits.depth()) {
            throw refuse(
                    position, "lists and mappings stand more than " + limits.depth() + " deep");
        }
        checkMark(position);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(position, depth);
            case START_ARRAY -> sequence(position, depth);
            default -> scalar(position);
        };
    }

    private Mapping mapping(Position position, int depth) {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position place = place();
            checkMark(place);
            String key = text(place, parser.currentName(), limits.textLength());
            parser.nextToken();
            entries.add(new Entry(key, place, node(depth + 1)));
        }
        return new Mapping(entries, position);
    }

    private Sequence sequence(Position position, int depth) {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(depth + 1));
        }
        return new Sequence(elements, position);
    }

    private Scalar scalar(Position position) {
        ScalarKind kind =
                switch (parser.currentToken()) {
                    case VALUE_STRING -> ScalarKind.TEXT;
                    case VALUE_NULL -> ScalarKind.NULL;
                    case VALUE_TRUE, VALUE_FALSE ->
                            format.isUntyped() ? ScalarKind.PLAIN : ScalarKind.BOOLEAN;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                            format.isUntyped() ? ScalarKind.PLAIN : ScalarKind.NUMBER;
                    default -> throw refuse(position, "a value was expected here");
                };
        boolean isNumber = parser.currentToken().isNumeric();
        int longest = isNumber ? limits.numberLength() : limits.textLength();
        return new Scalar(text(position, parser.getString(), longest), kind, position);
    }

    private String text(Position position, String text, int longest) {
        if (text.length() > longest) {
            throw refuse(position, "a value here has more than " + longest + " characters");
        }
        int refused = Characters.firstRefused(text);
        if (refused >= 0) {
            problems.report(position, "", Characters.refusal(refused));
        }
        return text;
    }

    /** Refuses what YAML can put before a value or in its place; the value begins there then. */
    private void checkMark(Position position) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String what =
                switch (start >= 0 && start < source.length ? source[start] : ' ') {
                    case '&' -> "anchor";
                    case '*' -> "alias";
                    case '!' -> "tag";
                    default -> "";
                };
        if (!what.isEmpty()) {
            int end = start;
            while (end < source.length && " \t\r\n,[]{}".indexOf(source[end]) < 0) {
                end++;
            }
            String mark = Problems.quote(new String(source, start, end - start));
            problems.report(position, "", what + " " + mark + " is not allowed");
        }
    }

    private Position place() {
        return DocumentFormat.position(parser.currentTokenLocation());
    }

    private DocumentException refuse(Position position, String message) {
        problems.report(position, "", message);
        return new DocumentException(problems.sorted());
    }
}
