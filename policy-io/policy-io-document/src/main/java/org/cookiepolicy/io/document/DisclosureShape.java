package org.cookiepolicy.io.document;

import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.policy.Disclosure;
import org.jspecify.annotations.Nullable;

/** Whether there is a disclosure: true, false, or derived when nothing is written. */
final class DisclosureShape implements Shape<Disclosure> {
    @Override
    public @Nullable Disclosure read(Node node, String path, Problems problems) {
        Boolean isDisclosure = Shapes.bool().read(node, path, problems);
        if (isDisclosure == null) {
            return null;
        }
        return isDisclosure ? Disclosure.SOLD_OR_SHARED : Disclosure.NOT_SOLD_OR_SHARED;
    }

    @Override
    public Node write(Disclosure disclosure) {
        return switch (disclosure) {
            case SOLD_OR_SHARED -> Scalar.of(true);
            case NOT_SOLD_OR_SHARED -> Scalar.of(false);
            case DERIVED -> throw new IllegalArgumentException("derived is not written");
        };
    }

    @Override
    public Description describe() {
        return Description.Simple.BOOLEAN;
    }
}
