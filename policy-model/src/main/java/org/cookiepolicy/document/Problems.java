package org.cookiepolicy.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one document, so that its author learns everything at once.
 *
 * <p>Not thread-safe: one reading of one document fills it.
 */
public final class Problems {
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * Starts without problems.
     *
     * @param file the name of the document as people know it, not null
     */
    public Problems(String file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * Adds a problem. What stands in one place and is read several times, such as a default for
     * many entries, is reported once.
     *
     * @param position where it stands, not null
     * @param path the way to it from the root, empty for the root
     * @param message what is wrong, not null
     * @param suggestion what was probably meant; null when there is no telling
     */
    public void report(
            Position position, String path, String message, @Nullable String suggestion) {
        if (seen.add(position + " " + message)) {
            problems.add(new Problem(file, position, path, message, suggestion));
        }
    }

    /**
     * Adds a problem without a suggestion.
     *
     * @param position where it stands, not null
     * @param path the way to it from the root, empty for the root
     * @param message what is wrong, not null
     */
    public void report(Position position, String path, String message) {
        report(position, path, message, null);
    }

    /**
     * Adds the problem that something else was expected.
     *
     * @param expected what was expected, such as {@code a list}; not null
     * @param found what stands there, not null
     * @param path the way to it from the root, empty for the root
     */
    public void reportExpected(String expected, Node found, String path) {
        report(found.position(), path, "expected " + expected + ", found " + words(found));
    }

    /**
     * Adds the problem that a word is none of those that may stand there, with the nearest of them,
     * or else with all of them.
     *
     * @param what what the word is, such as {@code key}; not null
     * @param word the word, not null
     * @param position where it stands, not null
     * @param path the way to it from the root, empty for the root
     * @param known the words that may stand there, not null
     * @return the one that was probably meant; empty when there is no telling
     */
    public Optional<String> reportUnknown(
            String what, String word, Position position, String path, Collection<String> known) {
        String message = "unknown " + what + " " + quote(word);
        // The distance to a very long word is costly to find, and it is no slip of the finger.
        String nearest =
                word.length() > LONGEST_QUOTE ? null : Tokens.nearest(word, known).orElse(null);
        if (nearest == null) {
            message +=
                    ", expected one of "
                            + known.stream().map(Problems::quote).collect(Collectors.joining(", "));
        }
        report(position, path, message, nearest);
        return Optional.ofNullable(nearest);
    }

    /**
     * Returns whether nothing is wrong so far.
     *
     * @return true when there is no problem
     */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * Returns the problems.
     *
     * @return an immutable copy in the order of the document; may be empty
     */
    public List<Problem> sorted() {
        return problems.stream().sorted(Comparator.comparing(Problem::position)).toList();
    }

    /**
     * Throws when something is wrong.
     *
     * @throws DocumentException with all problems, when there are any
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new DocumentException(sorted());
        }
    }

    /**
     * Returns the way to the value of a key.
     *
     * @param path the way to the mapping, empty for the root
     * @param key the key, not null
     * @return the way, not null
     */
    public static String path(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /**
     * Returns the way to an element of a list.
     *
     * @param path the way to the list, empty for the root
     * @param index the index of the element, from 0 on
     * @return the way, not null
     */
    public static String path(String path, int index) {
        return path + "[" + index + "]";
    }

    /**
     * Returns text in back ticks, cut when it is long, with control characters made visible.
     *
     * @param text the text, not null
     * @return the quotation, on one line, not null
     */
    public static String quote(String text) {
        StringBuilder quote = new StringBuilder("`");
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .forEach(
                        c -> {
                            if (Character.isISOControl(c) || isUnpaired(c)) {
                                quote.append(String.format("\\u%04x", c));
                            } else {
                                quote.appendCodePoint(c);
                            }
                        });
        return quote.append(text.length() > LONGEST_QUOTE ? "…`" : "`").toString();
    }

    private static boolean isUnpaired(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String words(Node node) {
        if (node instanceof Scalar scalar) {
            return switch (scalar.kind()) {
                case TEXT -> "the text " + quote(scalar.text());
                case NUMBER -> "the number " + quote(scalar.text());
                case BOOLEAN, PLAIN -> quote(scalar.text());
                case NULL -> "nothing";
            };
        }
        if (node instanceof Sequence) {
            return "a list";
        }
        return node instanceof Mapping ? "a mapping" : "something else";
    }
}
