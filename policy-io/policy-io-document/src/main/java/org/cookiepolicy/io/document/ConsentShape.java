package org.cookiepolicy.io.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * A choice, or the word {@code none}, which says the same as leaving it out.
 *
 * <p>Consent that was granted has to name its purposes, if only as {@code all}: other choices are for
 * all purposes when they name none, and consent must not become that by an oversight.
 */
final class ConsentShape implements Shape<Optional<Consent>> {
    private static final Word NONE = new Word("none");
    private static final Word ALL = new Word("all");
    private static final String PURPOSES = "purposes";
    private static final RecordShape<Consent> CHOICE =
            RecordShape.of(Consent.class)
                    .standards(Consent.builder().build())
                    .required("status")
                    .shape(
                            PURPOSES,
                            ALL.or(Shapes.optional(Shapes.set(Shapes.constant(Purpose.class)))))
                    .build();
    private static final Shape<Optional<Consent>> CHOICE_OR_NONE =
            NONE.or(Shapes.optional(CHOICE));

    @Override
    public @Nullable Optional<Consent> read(Node node, String path, Problems problems) {
        Optional<Consent> consent = CHOICE_OR_NONE.read(node, path, problems);
        if (consent != null
                && node instanceof Mapping mapping
                && mapping.find(PURPOSES).isEmpty()
                && consent.filter(ConsentShape::isGranted).isPresent()) {
            problems.report(
                    node.position(),
                    path,
                    "key `purposes` is missing: consent is granted for some purposes, or for `all`");
            return null;
        }
        return consent;
    }

    @Override
    public Node write(Optional<Consent> consent) {
        Node node = CHOICE_OR_NONE.write(consent);
        boolean isForAll =
                consent.filter(ConsentShape::isGranted).filter(c -> c.purposes().isEmpty()).isPresent();
        if (!isForAll || !(node instanceof Mapping mapping)) {
            return node;
        }
        List<Entry> entries = new ArrayList<>(mapping.entries());
        entries.add(1, Entry.of(PURPOSES, Scalar.of(ALL.word())));
        return new Mapping(entries, Position.NONE);
    }

    @Override
    public Description describe() {
        return CHOICE_OR_NONE.describe();
    }

    private static boolean isGranted(Consent consent) {
        return consent.status() == ConsentStatus.GRANTED;
    }
}
