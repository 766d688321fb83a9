package org.cookiepolicy.io.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A choice of the visitor.
 *
 * <p>Consent that was granted has to name its purposes, if only as {@code all}: other choices are
 * for all purposes when they name none, and consent must not become that by an oversight.
 */
final class ConsentShape implements Shape<Consent> {
    private static final String ALL = "all";
    private static final String PURPOSES = "purposes";
    private static final Shape<Set<Purpose>> SOME = Shapes.set(Shapes.constant(Purpose.class));
    private static final RecordShape<Consent> CHOICE =
            RecordShape.of(Consent.class)
                    .standards(Consent.builder().build())
                    .required("status")
                    .shape(PURPOSES, new WordOr<>(ALL, Optional.empty(), Shapes.optional(SOME)))
                    .build();

    @Override
    public @Nullable Consent read(Node node, String path, Problems problems) {
        Consent consent = CHOICE.read(node, path, problems);
        if (consent != null && isForAll(consent) && !names(node, PURPOSES)) {
            problems.report(
                    node.position(),
                    path,
                    "key `purposes` is missing: consent is granted for some purposes, or for `all`");
            return null;
        }
        return consent;
    }

    @Override
    public Node write(Consent consent) {
        Mapping mapping = CHOICE.write(consent);
        if (!isForAll(consent)) {
            return mapping;
        }
        List<Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(1, Entry.of(PURPOSES, Scalar.of(ALL)));
        return new Mapping(entries, Position.NONE);
    }

    @Override
    public Description describe() {
        return CHOICE.describe();
    }

    private static boolean isForAll(Consent consent) {
        return consent.status() == ConsentStatus.GRANTED && consent.purposes().isEmpty();
    }

    private static boolean names(Node node, String key) {
        return node instanceof Mapping mapping && mapping.find(key).isPresent();
    }
}
