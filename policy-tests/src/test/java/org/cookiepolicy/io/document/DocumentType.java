package org.cookiepolicy.io.document;

import java.util.Arrays;
import java.util.List;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;

/** The documents there are, by the first word of the names of their fixtures. */
enum DocumentType {
    POLICY(Documents.POLICY, Samples.policy()),
    VISITOR(Documents.VISITOR, Samples.visitor()),
    VISITORS(Documents.VISITORS, Samples.visitors()),
    REQUEST(Documents.REQUEST, Samples.request()),
    DECISION(Documents.DECISION, Samples.decision()),
    SCENARIOS(Documents.SCENARIOS, Samples.suite());

    private final Shape<?> shape;
    private final Record sample;

    <R extends Record> DocumentType(Shape<R> shape, R sample) {
        this.shape = shape;
        this.sample = sample;
    }

    static DocumentType ofFixture(String name) {
        String word = name.substring(0, name.indexOf('-'));
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " begins with no type of document"));
    }

    static DocumentFormat formatOf(String file) {
        return file.endsWith(".json") ? new Json() : new Yaml();
    }

    static List<DocumentFormat> formats() {
        return List.of(new Json(), new Yaml());
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    Shape<Record> shape() {
        return (Shape<Record>) shape;
    }

    Record sample() {
        return sample;
    }
}
