package org.cookiepolicy.document;

import java.util.List;

/** What may be written in one place of a document, for comparison with a schema. */
public sealed interface Description {
    /** A single value of free content. */
    enum Simple implements Description {
        /** Text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A truth value. */
        BOOLEAN
    }

    /**
     * One of some words.
     *
     * @param words the words in a fixed order, not empty
     */
    record Words(List<String> words) implements Description {}

    /**
     * A list.
     *
     * @param element what each element may be, not null
     * @param distinct whether no element may stand there twice
     */
    record Many(Description element, boolean distinct) implements Description {}

    /**
     * A mapping from some words.
     *
     * @param keys the words, not empty; none is required
     * @param value what each value may be, not null
     */
    record Table(List<String> keys, Description value) implements Description {}

    /**
     * A mapping with named fields and no others.
     *
     * @param fields the fields in the order in which they are written
     */
    record Fields(List<Field> fields) implements Description {}

    /**
     * A field of a mapping.
     *
     * @param key its key, not null
     * @param required whether it must be there
     * @param value what it may be, not null
     */
    record Field(String key, boolean required, Description value) {}

    /**
     * Either of several.
     *
     * @param choices the choices, not empty
     */
    record Either(List<Description> choices) implements Description {}
}
