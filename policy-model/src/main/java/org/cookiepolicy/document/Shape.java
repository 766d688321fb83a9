package org.cookiepolicy.document;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way a value is written in documents. Immutable and thread-safe.
 *
 * @param <T> the value
 */
public interface Shape<T> {
    /**
     * Reads a value.
     *
     * @param node where it is written, not null
     * @param path the way to it from the root, empty for the root
     * @param problems takes what is wrong, not null
     * @return the value; null only when a problem was reported
     */
    @Nullable T read(Node node, String path, Problems problems);

    /**
     * Writes a value.
     *
     * @param value the value, not null
     * @return what {@link #read} reads as an equal value, not null; its places mean nothing
     */
    Node write(T value);

    /**
     * Describes what may be written.
     *
     * @return the description, not null
     */
    Description describe();

    /**
     * Returns the shape of a value that is written as this one is.
     *
     * @param <U> the other value
     * @param to makes the other value; refuses none
     * @param from goes back
     * @return the shape, not null
     */
    default <U> Shape<U> map(Function<T, U> to, Function<U, T> from) {
        Shape<T> base = this;
        return new Shape<>() {
            @Override
            public @Nullable U read(Node node, String path, Problems problems) {
                T value = base.read(node, path, problems);
                return value == null ? null : to.apply(value);
            }

            @Override
            public Node write(U value) {
                return base.write(from.apply(value));
            }

            @Override
            public Description describe() {
                return base.describe();
            }
        };
    }

    /**
     * Reads a whole document.
     *
     * @param file the name of the document, not null
     * @param root its root, not null
     * @return the value, not null
     * @throws DocumentException with all problems, when there are any
     */
    default T readDocument(String file, Node root) {
        Problems problems = new Problems(file);
        T value = read(root, "", problems);
        problems.throwIfAny();
        return Objects.requireNonNull(value, "a shape returned nothing and reported nothing");
    }
}
