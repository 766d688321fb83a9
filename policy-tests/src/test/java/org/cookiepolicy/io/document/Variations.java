package org.cookiepolicy.io.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;

/**
 * Every value that differs from a given record in one place: each component, at any depth, takes
 * each value of its type that the record accepts, or some that are telling where there are too
 * many.
 */
final class Variations {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "yes",
                    "NO",
                    "true",
                    "null",
                    "~",
                    "2.3",
                    "007",
                    "1e3",
                    "0x1F",
                    "2018-04-29",
                    "- a",
                    "# a",
                    "a # b",
                    "a: b",
                    "a:",
                    "*a",
                    "&a",
                    "!a",
                    "%a",
                    "@a",
                    "`a`",
                    "'a'",
                    "\"a\"",
                    "[a]",
                    "{a}",
                    "a, b",
                    " a",
                    "a ",
                    "a\nb",
                    "a\n",
                    "\na",
                    "a\n\nb\n",
                    "a\tb",
                    "a\r\nb",
                    "\\n",
                    "a\\b",
                    "?",
                    "-",
                    "=",
                    "<<",
                    "all",
                    "none",
                    "a\u00a0b",
                    "\u00e9t\u00e9",
                    "\ud83c\udf6a",
                    "\u2028",
                    "word ".repeat(40) + "end",
                    "a".repeat(1_000));

    private static final Map<Class<?>, List<?>> VALUES =
            Map.of(
                    String.class, TEXTS,
                    boolean.class, List.of(true, false),
                    Integer.class, List.of(0, 1, 7, 11, 130, 65_535, 999_999_999),
                    LocalDate.class,
                            List.of(
                                    LocalDate.of(1, 1, 1),
                                    LocalDate.of(2024, 2, 29),
                                    LocalDate.of(9999, 12, 31)),
                    URI.class,
                            List.of(
                                    URI.create("http://a"),
                                    URI.create("https://user@example.com:8443/a/b?c=d,e#f")),
                    Lifespan.class,
                            Stream.of("session", "PT3H", "P2W", "P1Y2M3DT4H5M6S", "P24M", "PT36H")
                                    .map(Lifespan::parse)
                                    .toList(),
                    Jurisdiction.class,
                            Stream.of("unknown", "NO", "GB", "US-CA", "GB-SCT", "XK")
                                    .map(Jurisdiction::of)
                                    .toList());

    private Variations() {}

    static <R extends Record> List<R> of(R value) {
        List<R> variations = new ArrayList<>();
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] parts = Arrays.stream(components).map(part -> get(part, value)).toArray();
        for (int i = 0; i < components.length; i++) {
            for (Object part : of(components[i].getGenericType(), parts[i])) {
                Object[] changed = parts.clone();
                changed[i] = part;
                construct(value, components, changed).ifPresent(variations::add);
            }
        }
        return variations;
    }

    private static List<?> of(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (value instanceof Optional<?> optional) {
                return Stream.concat(
                                Stream.of(Optional.empty()),
                                of(element, optional.orElse(null)).stream().map(Optional::of))
                        .toList();
            }
            if (value instanceof List<?> list) {
                return lists(element, list);
            }
            return value instanceof Map
                    ? maps((Class<?>) element, (Class<?>) generic.getActualTypeArguments()[1])
                    : sets(of(element, null));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return List.of(plain.getEnumConstants());
        }
        return VALUES.containsKey(plain) ? VALUES.get(plain) : of((Record) value);
    }

    private static List<?> lists(Type element, List<?> list) {
        List<List<?>> lists = new ArrayList<>(List.of(List.of()));
        for (Object first : of(element, list.get(0))) {
            List<Object> changed = new ArrayList<>(list);
            changed.set(0, first);
            lists.add(changed);
        }
        return lists;
    }

    private static List<Set<?>> sets(List<?> elements) {
        List<Set<?>> sets = elements.stream().map(Set::of).collect(Collectors.toList());
        sets.add(Set.of());
        sets.add(new LinkedHashSet<>(elements));
        return sets;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Map<?, ?>> maps(Class keys, Class<?> values) {
        List<Map<?, ?>> maps = new ArrayList<>(List.of(Map.of()));
        for (Object value : values.getEnumConstants()) {
            Map all = new EnumMap(keys);
            for (Object key : keys.getEnumConstants()) {
                maps.add(Map.of(key, value));
                all.put((Enum) key, value);
            }
            maps.add(all);
        }
        return maps;
    }

    private static Object get(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the record with other parts; empty when it refuses them. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> Optional<R> construct(
            R like, RecordComponent[] components, Object[] parts) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Optional.of((R) like.getClass().getConstructor(types).newInstance(parts));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException) {
                return Optional.empty();
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
