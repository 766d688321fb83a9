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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds the tree of one document from the tokens of a parser. */
final class TreeReader {
    private final JsonParser parser;
    private final DocumentFormat format;
    private final Limits limits;
    private final Problems problems;
    private int nodes;

    TreeReader(JsonParser parser, DocumentFormat format, Limits limits, Problems problems) {
        this.parser = parser;
        this.format = format;
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads the only document there is, and refuses anything after it. */
    Node document() {
        if (parser.nextToken() == null) {
            throw refuse(new Position(1, 1), "the document is empty");
        }
        Node root = node(0, null);
        if (root instanceof Scalar scalar && scalar.kind() == ScalarKind.NULL) {
            throw refuse(new Position(1, 1), "the document is empty");
        }
        if (parser.nextToken() != null) {
            throw refuse(place(), "the document ends before this; one file holds one document");
        }
        problems.throwIfAny();
        return root;
    }

    private Node node(int depth, @Nullable Object markOfParent) {
        Position position = place();
        if (++nodes > limits.nodes()) {
            throw refuse(position, "the document has more than " + limits.nodes() + " values");
        }
        if (depth > limits.depth()) {
            throw refuse(
                    position, "lists and mappings stand more than " + limits.depth() + " deep");
        }
        checkMarks(position, markOfParent);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(position, depth);
            case START_ARRAY -> sequence(position, depth);
            default -> scalar(position);
        };
    }

    private Mapping mapping(Position position, int depth) {
        // The parser shows the marks of a mapping on its first key once more.
        Object marks = marks();
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position place = place();
            checkMarks(place, marks);
            marks = null;
            String key = text(place, parser.currentName(), limits.textLength());
            parser.nextToken();
            entries.add(new Entry(key, place, node(depth + 1, null)));
        }
        return new Mapping(entries, position);
    }

    private Sequence sequence(Position position, int depth) {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(depth + 1, null));
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

    private void checkMarks(Position position, @Nullable Object known) {
        if (format.isReference(parser)) {
            problems.report(
                    position,
                    "",
                    "alias "
                            + Problems.quote("*" + parser.getString())
                            + " is not allowed; write the value out");
        }
        Marks marks = marks();
        if (marks.equals(known)) {
            return;
        }
        if (marks.anchor() != null) {
            String anchor = Problems.quote("&" + marks.anchor());
            problems.report(position, "", "anchor " + anchor + " is not allowed");
        }
        if (marks.tag() != null) {
            String tag = Problems.quote("!" + marks.tag());
            problems.report(position, "", "tag " + tag + " is not allowed");
        }
    }

    private Marks marks() {
        return new Marks(parser.getObjectId(), parser.getTypeId());
    }

    /** What YAML can put before a value. */
    private record Marks(@Nullable Object anchor, @Nullable Object tag) {}

    private Position place() {
        return DocumentFormat.position(parser.currentTokenLocation());
    }

    private DocumentException refuse(Position position, String message) {
        problems.report(position, "", message);
        return new DocumentException(problems.sorted());
    }
}
