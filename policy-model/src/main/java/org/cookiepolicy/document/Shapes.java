package org.cookiepolicy.document;

import static org.cookiepolicy.document.Node.ScalarKind.BOOLEAN;
import static org.cookiepolicy.document.Node.ScalarKind.NUMBER;
import static org.cookiepolicy.document.Node.ScalarKind.PLAIN;
import static org.cookiepolicy.document.Node.ScalarKind.TEXT;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/** The shapes of single values and of collections. */
public final class Shapes {
    /** What surely fits an integer. */
    private static final int LONGEST_NUMBER = 9;

    private Shapes() {}

    /**
     * Returns the shape of text: any single value without quotes in YAML, a string in JSON.
     *
     * @return the shape, not null
     */
    public static Shape<String> text() {
        return new Single<>(
                "text",
                Description.Simple.TEXT,
                Set.of(TEXT, PLAIN),
                Function.identity(),
                Scalar::of);
    }

    /**
     * Returns the shape of {@code true} and {@code false}; {@code yes} and the like are refused.
     *
     * @return the shape, not null
     */
    public static Shape<Boolean> bool() {
        return new Single<>(
                "`true` or `false`",
                Description.Simple.BOOLEAN,
                Set.of(BOOLEAN, PLAIN),
                text -> Boolean.parseBoolean(matching("true|false", text)),
                Scalar::of);
    }

    /**
     * Returns the shape of whole numbers of up to nine characters.
     *
     * @return the shape, not null
     */
    public static Shape<Integer> integer() {
        return new Single<>(
                "a whole number",
                Description.Simple.INTEGER,
                Set.of(NUMBER, PLAIN),
                Shapes::parseInteger,
                Scalar::of);
    }

    /**
     * Returns the shape of days, written {@code yyyy-MM-dd}.
     *
     * @return the shape, not null
     */
    public static Shape<LocalDate> date() {
        return parsed(
                "a date such as `2026-03-01`",
                text -> day(matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)),
                LocalDate::toString);
    }

    /**
     * Returns the shape of web addresses, written in full.
     *
     * @return the shape, not null
     */
    public static Shape<URI> link() {
        return parsed(
                "a link such as `https://example.com/`",
                text -> URI.create(matching("https?://[^/].*", text)),
                URI::toString);
    }

    /**
     * Returns the shape of lifespans.
     *
     * @return the shape, not null
     */
    public static Shape<Lifespan> lifespan() {
        return parsed("a lifespan", Lifespan::parse, Lifespan::toString);
    }

    /**
     * Returns the shape of jurisdictions.
     *
     * @return the shape, not null
     */
    public static Shape<Jurisdiction> jurisdiction() {
        return parsed("a place", Jurisdiction::of, Jurisdiction::code);
    }

    /**
     * Returns the shape of a value that has a text form of its own.
     *
     * @param <T> the value
     * @param expected what a reader expects, such as {@code a lifespan}; not null
     * @param parse reads the text; refuses it by {@link InvalidValueException} with a reason, or by
     *     another {@link IllegalArgumentException} or {@link DateTimeException} without one
     * @param print writes the text that {@code parse} reads as an equal value
     * @return the shape, not null
     */
    public static <T> Shape<T> parsed(
            String expected, Function<String, T> parse, Function<T, String> print) {
        return new Single<>(
                expected,
                Description.Simple.TEXT,
                Set.of(TEXT, PLAIN),
                parse,
                value -> Scalar.of(print.apply(value)));
    }

    /**
     * Returns the shape of a constant, spelt as {@link Tokens} says.
     *
     * @param <E> the enum
     * @param type the enum, not null
     * @return the shape, not null
     */
    public static <E extends Enum<E>> Shape<E> constant(Class<E> type) {
        return new Constant<>(type);
    }

    /**
     * Returns the shape of a list.
     *
     * @param <T> an element
     * @param element the shape of an element, not null
     * @return the shape, not null
     */
    public static <T> Shape<List<T>> list(Shape<T> element) {
        return new Many<>(element, false, null, read -> read, Function.identity());
    }

    /**
     * Returns the shape of a list in which no key stands twice, so that a repeated one is reported
     * where it stands rather than by the record that holds the list.
     *
     * @param <T> an element
     * @param element the shape of an element, not null
     * @param key returns the key of an element, not null
     * @return the shape, not null
     */
    public static <T> Shape<List<T>> list(Shape<T> element, Function<T, ?> key) {
        return new Many<>(element, false, key, read -> read, Function.identity());
    }

    /**
     * Returns the shape of a set: a list in which nothing stands twice, written in natural order so
     * that equal sets are written alike.
     *
     * @param <T> an element
     * @param element the shape of an element, not null
     * @return the shape, not null
     */
    public static <T extends Comparable<? super T>> Shape<Set<T>> set(Shape<T> element) {
        return new Many<>(
                element,
                true,
                Function.identity(),
                LinkedHashSet::new,
                set -> set.stream().sorted(Comparator.naturalOrder()).toList());
    }

    /**
     * Returns the shape of a mapping from constants.
     *
     * @param <K> the enum of the keys
     * @param <V> a value
     * @param keys the enum of the keys, not null
     * @param value the shape of a value, not null
     * @return the shape, not null
     */
    public static <K extends Enum<K>, V> Shape<Map<K, V>> table(Class<K> keys, Shape<V> value) {
        return new Table<>(keys, value);
    }

    /**
     * Returns the shape of a value that may be left out. What is left out has no node, so that
     * nothing but a value is ever read or written.
     *
     * @param <T> the value
     * @param value the shape of the value, not null
     * @return the shape, not null
     */
    public static <T> Shape<Optional<T>> optional(Shape<T> value) {
        return value.map(Optional::of, Optional::orElseThrow);
    }

    /**
     * Reports the keys of a mapping that are unknown or stand there twice.
     *
     * @param mapping the mapping, not null
     * @param known the keys that may stand there, not null
     * @param path the way to the mapping, empty for the root
     * @param problems takes what is wrong, not null
     * @return the known keys that unknown ones were probably meant to be; may be empty
     */
    public static Set<String> checkKeys(
            Mapping mapping, Collection<String> known, String path, Problems problems) {
        Set<String> seen = new HashSet<>();
        Set<String> meant = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            if (!seen.add(entry.key())) {
                problems.report(
                        entry.position(),
                        path,
                        "key " + Problems.quote(entry.key()) + " stands there twice");
            } else if (!known.contains(entry.key())) {
                problems.reportUnknown("key", entry.key(), entry.position(), path, known)
                        .ifPresent(meant::add);
            }
        }
        return meant;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    "date", Problems.quote(text) + " is no day of the calendar");
        }
    }

    private static Integer parseInteger(String text) {
        if (matching("0|-?[1-9][0-9]*", text).length() > LONGEST_NUMBER) {
            throw new InvalidValueException(
                    "number", Problems.quote(text) + " is too long a number");
        }
        return Integer.valueOf(text);
    }

    private static String matching(String pattern, String text) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private record Single<T>(
            String expected,
            Description describe,
            Set<ScalarKind> kinds,
            Function<String, T> parse,
            Function<T, Scalar> print)
            implements Shape<T> {
        @Override
        public @Nullable T read(Node node, String path, Problems problems) {
            if (!(node instanceof Scalar scalar) || !kinds.contains(scalar.kind())) {
                problems.reportExpected(expected, node, path);
                return null;
            }
            try {
                return parse.apply(scalar.text());
            } catch (InvalidValueException refused) {
                problems.report(node.position(), path, refused.reason(), refused.suggestion());
            } catch (IllegalArgumentException | DateTimeException refused) {
                problems.reportExpected(expected, node, path);
            }
            return null;
        }

        @Override
        public Node write(T value) {
            return print.apply(value);
        }
    }

    private record Constant<E extends Enum<E>>(Class<E> type) implements Shape<E> {
        @Override
        public @Nullable E read(Node node, String path, Problems problems) {
            if (!(node instanceof Scalar scalar) || !Set.of(TEXT, PLAIN).contains(scalar.kind())) {
                problems.reportExpected("a word", node, path);
                return null;
            }
            Optional<E> constant = Tokens.find(type, scalar.text());
            if (constant.isEmpty()) {
                problems.reportUnknown(
                        "value", scalar.text(), node.position(), path, Tokens.all(type));
            }
            return constant.orElse(null);
        }

        @Override
        public Node write(E value) {
            return Scalar.of(Tokens.of(value));
        }

        @Override
        public Description describe() {
            return new Description.Words(Tokens.all(type));
        }
    }

    /** A list; with a key, no two elements may have the same. */
    private record Many<T, C extends Collection<T>>(
            Shape<T> element,
            boolean distinct,
            @Nullable Function<T, ?> key,
            Function<List<T>, C> from,
            Function<C, List<T>> to)
            implements Shape<C> {
        @Override
        public @Nullable C read(Node node, String path, Problems problems) {
            if (!(node instanceof Sequence sequence)) {
                problems.reportExpected("a list", node, path);
                return null;
            }
            List<T> values = new ArrayList<>();
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < sequence.elements().size(); i++) {
                Node place = sequence.elements().get(i);
                String way = Problems.path(path, i);
                T value = element.read(place, way, problems);
                if (value == null) {
                    continue;
                }
                Object own = key == null ? null : key.apply(value);
                if (own == null || seen.add(own)) {
                    values.add(value);
                } else {
                    String quoted = Problems.quote(print(value, own));
                    problems.report(place.position(), way, quoted + " stands there twice");
                }
            }
            boolean complete = values.size() == sequence.elements().size();
            return complete ? from.apply(values) : null;
        }

        private String print(T value, Object own) {
            return element.write(value) instanceof Scalar scalar ? scalar.text() : own.toString();
        }

        @Override
        public Node write(C values) {
            return new Sequence(
                    to.apply(values).stream().map(element::write).toList(), Position.NONE);
        }

        @Override
        public Description describe() {
            return new Description.Many(element.describe(), distinct);
        }
    }

    private record Table<K extends Enum<K>, V>(Class<K> keys, Shape<V> value)
            implements Shape<Map<K, V>> {
        @Override
        public @Nullable Map<K, V> read(Node node, String path, Problems problems) {
            if (!(node instanceof Mapping mapping)) {
                problems.reportExpected("a mapping", node, path);
                return null;
            }
            checkKeys(mapping, Tokens.all(keys), path, problems);
            Map<K, V> values = new EnumMap<>(keys);
            for (Entry entry : mapping.entries()) {
                K key = Tokens.find(keys, entry.key()).orElse(null);
                if (key != null) {
                    V read = value.read(entry.value(), Problems.path(path, entry.key()), problems);
                    if (read != null) {
                        values.put(key, read);
                    }
                }
            }
            return values.size() == mapping.entries().size() ? values : null;
        }

        @Override
        public Node write(Map<K, V> values) {
            List<Entry> entries = new ArrayList<>();
            Arrays.stream(keys.getEnumConstants())
                    .filter(values::containsKey)
                    .forEach(key -> entries.add(Entry.of(Tokens.of(key), written(values, key))));
            return new Mapping(entries, Position.NONE);
        }

        private Node written(Map<K, V> values, K key) {
            V found = values.get(key);
            if (found == null) {
                throw new IllegalArgumentException(Tokens.of(key) + " has no value");
            }
            return value.write(found);
        }

        @Override
        public Description describe() {
            return new Description.Table(Tokens.all(keys), value.describe());
        }
    }
}
