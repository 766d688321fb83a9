package org.cookiepolicy.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A part of a document, and where it stands. Immutable. */
public sealed interface Node {
    /**
     * Returns where the part begins.
     *
     * @return the place, not null
     */
    Position position();

    /** What a scalar is by its own spelling. */
    enum ScalarKind {
        /** Text: a string of JSON, a quoted or block scalar of YAML. */
        TEXT,
        /** A number of JSON. */
        NUMBER,
        /** {@code true} or {@code false} of JSON. */
        BOOLEAN,
        /** Nothing: {@code null}, or in YAML also {@code ~} and an empty place. */
        NULL,
        /**
         * A YAML scalar without quotes. Its place says whether it is text, a number or a truth
         * value, so that {@code NO}, {@code 2.3} and {@code 2018-04-29} stay the text that was
         * written.
         */
        PLAIN
    }

    /**
     * A single value.
     *
     * @param text its text as it stands in the document, not null, empty for nothing
     * @param kind what it is by its spelling, not null
     * @param position where it begins, not null
     */
    record Scalar(String text, ScalarKind kind, Position position) implements Node {
        /** Refuses missing parts. */
        public Scalar {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(position, "position");
        }

        /**
         * Returns text that stands nowhere yet.
         *
         * @param text the text, not null
         * @return the scalar, not null
         */
        public static Scalar of(String text) {
            return new Scalar(text, ScalarKind.TEXT, Position.NONE);
        }

        /**
         * Returns a number that stands nowhere yet.
         *
         * @param number the number
         * @return the scalar, not null
         */
        public static Scalar of(int number) {
            return new Scalar(Integer.toString(number), ScalarKind.NUMBER, Position.NONE);
        }

        /**
         * Returns a truth value that stands nowhere yet.
         *
         * @param value the truth value
         * @return the scalar, not null
         */
        public static Scalar of(boolean value) {
            return new Scalar(Boolean.toString(value), ScalarKind.BOOLEAN, Position.NONE);
        }
    }

    /**
     * A list.
     *
     * @param elements its elements, not null, may be empty
     * @param position where it begins, not null
     */
    record Sequence(List<Node> elements, Position position) implements Node {
        /** Copies the elements. */
        public Sequence {
            elements = List.copyOf(elements);
            Objects.requireNonNull(position, "position");
        }
    }

    /**
     * Keys and their values in the order of the document. A key may stand there twice: what reads
     * the mapping reports that.
     *
     * @param entries its entries, not null, may be empty
     * @param position where it begins, not null
     */
    record Mapping(List<Entry> entries, Position position) implements Node {
        /** Copies the entries. */
        public Mapping {
            entries = List.copyOf(entries);
            Objects.requireNonNull(position, "position");
        }

        /**
         * Returns a mapping that stands nowhere yet.
         *
         * @param entries its entries, not null, may be empty
         * @return the mapping, not null
         */
        public static Mapping of(Entry... entries) {
            return new Mapping(Arrays.asList(entries), Position.NONE);
        }

        /**
         * Returns the entry of a key.
         *
         * @param key the key, not null
         * @return the first entry with that key, or empty when there is none
         */
        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /**
         * Returns this mapping with the entries of another for the keys that it lacks. They keep
         * their places, so that a problem with them is reported where they were written.
         *
         * @param defaults the other mapping, not null
         * @return a mapping that stands where this one does, not null
         */
        public Mapping withDefaults(Mapping defaults) {
            Set<String> present = new HashSet<>();
            entries.forEach(entry -> present.add(entry.key()));
            List<Entry> all = new ArrayList<>(entries);
            defaults.entries.stream()
                    .filter(entry -> !present.contains(entry.key()))
                    .forEach(all::add);
            return new Mapping(all, position);
        }
    }

    /**
     * A key and its value.
     *
     * @param key the key, not null
     * @param position where the key begins, not null
     * @param value the value, not null
     */
    record Entry(String key, Position position, Node value) {
        /** Refuses missing parts. */
        public Entry {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(value, "value");
        }

        /**
         * Returns an entry that stands nowhere yet.
         *
         * @param key the key, not null
         * @param value the value, not null
         * @return the entry, not null
         */
        public static Entry of(String key, Node value) {
            return new Entry(key, Position.NONE, value);
        }
    }
}
