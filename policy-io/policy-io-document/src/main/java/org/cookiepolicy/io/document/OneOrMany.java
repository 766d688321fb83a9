package org.cookiepolicy.io.document;

import java.util.List;
import java.util.Set;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A set of which one element may stand without a list around it.
 *
 * @param one the shape of an element
 * @param many the shape of a list
 */
record OneOrMany<T>(Shape<T> one, Shape<Set<T>> many) implements Shape<Set<T>> {
    @Override
    public @Nullable Set<T> read(Node node, String path, Problems problems) {
        if (!(node instanceof Scalar)) {
            return many.read(node, path, problems);
        }
        T element = one.read(node, path, problems);
        return element == null ? null : Set.of(element);
    }

    @Override
    public Node write(Set<T> value) {
        Node list = many.write(value);
        return list instanceof Sequence sequence && sequence.elements().size() == 1
                ? sequence.elements().get(0)
                : list;
    }

    @Override
    public Description describe() {
        return new Description.Either(List.of(one.describe(), many.describe()));
    }
}
