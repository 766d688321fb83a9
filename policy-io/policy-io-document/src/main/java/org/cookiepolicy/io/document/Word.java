package org.cookiepolicy.io.document;

import java.util.List;
import java.util.Optional;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A word that stands for an empty value.
 *
 * @param word the word
 */
record Word(String word) {
    /** Returns a shape that reads this word as empty, and anything else as the other shape does. */
    <T> Shape<Optional<T>> or(Shape<Optional<T>> other) {
        return new Shape<>() {
            @Override
            public @Nullable Optional<T> read(Node node, String path, Problems problems) {
                return node instanceof Scalar scalar && scalar.text().equals(word)
                        ? Optional.empty()
                        : other.read(node, path, problems);
            }

            @Override
            public Node write(Optional<T> value) {
                return value.isEmpty() ? Scalar.of(word) : other.write(value);
            }

            @Override
            public Description describe() {
                return new Description.Either(
                        List.of(new Description.Words(List.of(word)), other.describe()));
            }
        };
    }
}
