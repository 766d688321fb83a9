package org.cookiepolicy.io.document;

import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import tools.jackson.core.JsonGenerator;

/** Writes trees to the generator of a format. */
final class TreeWriter {
    private TreeWriter() {}

    static void write(Node node, JsonGenerator generator) {
        if (node instanceof Mapping mapping) {
            generator.writeStartObject();
            mapping.entries()
                    .forEach(
                            entry -> {
                                generator.writeName(entry.key());
                                write(entry.value(), generator);
                            });
            generator.writeEndObject();
        } else if (node instanceof Sequence sequence) {
            generator.writeStartArray();
            sequence.elements().forEach(element -> write(element, generator));
            generator.writeEndArray();
        } else if (node instanceof Scalar scalar) {
            write(scalar, generator);
        }
    }

    private static void write(Scalar scalar, JsonGenerator generator) {
        int refused = Characters.firstRefused(scalar.text());
        if (refused >= 0) {
            throw new IllegalArgumentException(Characters.refusal(refused));
        }
        switch (scalar.kind()) {
            case NUMBER -> generator.writeNumber(scalar.text());
            case BOOLEAN -> generator.writeBoolean(Boolean.parseBoolean(scalar.text()));
            case NULL -> generator.writeNull();
            case TEXT, PLAIN -> generator.writeString(scalar.text());
        }
    }
}
