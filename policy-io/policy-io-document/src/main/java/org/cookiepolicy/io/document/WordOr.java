package org.cookiepolicy.io.document;

import java.util.List;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A value for which there is a word; every other value has a shape of its own.
 *
 * @param word the word
 * @param meaning the value it stands for
 * @param other the shape of every other value
 */
record WordOr<T>(String word, T meaning, Shape<T> other) implements Shape<T> {
    @Override
    public @Nullable T read(Node node, String path, Problems problems) {
        return node instanceof Scalar scalar && scalar.text().equals(word)
                ? meaning
                : other.read(node, path, problems);
    }

    @Override
    public Node write(T value) {
        return value.equals(meaning) ? Scalar.of(word) : other.write(value);
    }

    @Override
    public Description describe() {
        return new Description.Either(
                List.of(new Description.Words(List.of(word)), other.describe()));
    }
}
