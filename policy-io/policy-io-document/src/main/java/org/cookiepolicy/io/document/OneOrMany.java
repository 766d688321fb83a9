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

/** A set of which one element may stand without a list around it. */
record OneOrMany<T>(Shape<Set<T>> many) implements Shape<Set<T>> {
    @Override
    public @Nullable Set<T> read(Node node, String path, Problems problems) {
        Node list = node instanceof Scalar ? new Sequence(List.of(node), node.position()) : node;
        return many.read(list, path, problems);
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
        Description list = many.describe();
        return list instanceof Description.Many described
                ? new Description.Either(List.of(described.element(), described))
                : list;
    }
}
