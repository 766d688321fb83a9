package org.cookiepolicy.cli;

import java.util.List;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Visitors;
import org.jspecify.annotations.Nullable;

/** Documents that may hold one of something or several. */
final class InputShapes {
    /** One visitor, or several in a list under {@code visitors}. */
    static final Shape<List<NamedVisit>> VISITORS =
            new OneOrMany<>(
                    Documents.VISITOR,
                    Documents.VISITORS.map(Visitors::visitors, Visitors::new),
                    "visitors");

    /** One decision, or a list of them, as they are printed. */
    static final Shape<List<Decision>> DECISIONS =
            new OneOrMany<>(Documents.DECISION, Shapes.list(Documents.DECISION), "");

    private InputShapes() {}

    /** Several are told from one by a list at the root, or by a key there. */
    private record OneOrMany<T>(Shape<T> one, Shape<List<T>> many, String key)
            implements Shape<List<T>> {
        @Override
        public @Nullable List<T> read(Node node, String path, Problems problems) {
            boolean several =
                    node instanceof Mapping mapping
                            ? mapping.find(key).isPresent()
                            : node instanceof Sequence && key.isEmpty();
            if (several) {
                return many.read(node, path, problems);
            }
            T value = one.read(node, path, problems);
            return value == null ? null : List.of(value);
        }

        @Override
        public Node write(List<T> values) {
            return many.write(values);
        }

        @Override
        public Description describe() {
            return new Description.Either(List.of(one.describe(), many.describe()));
        }
    }
}
