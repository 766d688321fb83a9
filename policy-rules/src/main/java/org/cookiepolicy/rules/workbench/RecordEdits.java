package org.cookiepolicy.rules.workbench;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;

/**
 * Values that differ from a record in one place. Found by walking its components, so that a
 * component that is added to the law later is edited without a change here.
 */
final class RecordEdits {
    private RecordEdits() {}

    /**
     * A record that differs in one place.
     *
     * @param key the component, as documents spell it
     * @param words what was done to it
     * @param result the record; empty when it is refused
     */
    record Change<R>(String key, String words, Optional<R> result) {}

    /** Another value of a component, and what was done in words. */
    private record Variant(Object value, String words) {}

    /**
     * The records that differ in a component that is not at its neutral value.
     *
     * @param record the record
     * @param neutral the record with the neutral value of every component; what is optional may
     *     then be dropped
     */
    static <R extends Record> List<Change<R>> of(R record, R neutral) {
        List<Change<R>> changes = new ArrayList<>();
        for (RecordComponent component : components(record)) {
            Object value = value(component, record);
            Object standard = value(component, neutral);
            if (!value.equals(standard)) {
                changes.addAll(of(record, component, true, standard));
            }
        }
        return changes;
    }

    /** The records that differ in a component. */
    static <R extends Record> List<Change<R>> of(R record, String component) {
        RecordComponent found = component(record, component);
        return of(record, found, false, value(found, record));
    }

    private static <R extends Record> List<Change<R>> of(
            R record, RecordComponent component, boolean droppable, Object standard) {
        String key = Tokens.ofName(component.getName());
        return variants(value(component, record), droppable, standard).stream()
                .map(
                        variant ->
                                new Change<>(
                                        key,
                                        key + ": " + variant.words(),
                                        with(record, component, variant.value())))
                .toList();
    }

    /** A record with another value of a component; empty when it is refused. */
    static <R extends Record> Optional<R> with(R record, String component, Object value) {
        return with(record, component(record, component), value);
    }

    private static <R extends Record> Optional<R> with(
            R record, RecordComponent changed, Object value) {
        RecordComponent[] components = components(record);
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < values.length; i++) {
            // Reflection makes new components each time; they are told by their names.
            boolean same = components[i].getName().equals(changed.getName());
            values[i] = same ? value : value(components[i], record);
            types[i] = components[i].getType();
        }
        try {
            @SuppressWarnings("unchecked") // the class of a value of R constructs values of R
            Constructor<R> constructor = (Constructor<R>) record.getClass().getConstructor(types);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static RecordComponent[] components(Record record) {
        return record.getClass().getRecordComponents();
    }

    static RecordComponent component(Record record, String name) {
        return Arrays.stream(components(record))
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Variant> variants(Object value, boolean droppable, Object standard) {
        List<Variant> variants = new ArrayList<>();
        if (value instanceof LocalDate day) {
            variants.add(made(day, day.minusDays(1)));
            variants.add(made(day, day.plusDays(1)));
        } else if (value instanceof Integer number) {
            variants.add(made(number, number - 1));
            variants.add(made(number, number + 1));
        } else if (value instanceof Lifespan lifespan) {
            shorter(lifespan).ifPresent(other -> variants.add(made(lifespan, other)));
            variants.add(made(lifespan, longer(lifespan)));
        } else if (value instanceof Boolean flag) {
            variants.add(new Variant(!flag, flag ? "dropped" : "demanded"));
        } else if (value instanceof Reading reading) {
            Reading other = reading == Reading.STRICT ? Reading.LENIENT : Reading.STRICT;
            variants.add(made(reading, other));
        } else if (value instanceof Enum<?> constant) {
            for (Object other : constant.getDeclaringClass().getEnumConstants()) {
                if (!other.equals(constant)) {
                    variants.add(made(constant, other));
                }
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(
                    inner -> {
                        if (!(inner instanceof Enum<?>)) {
                            for (Variant variant : variants(inner, false, inner)) {
                                variants.add(
                                        new Variant(Optional.of(variant.value()), variant.words()));
                            }
                        }
                        if (droppable) {
                            variants.add(new Variant(standard, "`" + word(inner) + "` dropped"));
                        }
                    });
        } else if (value instanceof Set<?> set) {
            for (Object element : set) {
                Set<Object> rest = new LinkedHashSet<>(set);
                rest.remove(element);
                variants.add(
                        new Variant(
                                rest,
                                "`"
                                        + word(element)
                                        + "` removed"
                                        + (rest.isEmpty() && droppable
                                                ? ", so none is named"
                                                : "")));
            }
        } else if (value instanceof Map<?, ?> map) {
            variants.addAll(mapVariants(map));
        }
        return variants;
    }

    private static List<Variant> mapVariants(Map<?, ?> map) {
        List<Variant> variants = new ArrayList<>();
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            Map<Object, Object> rest = new LinkedHashMap<>(map);
            rest.remove(entry.getKey());
            variants.add(new Variant(rest, "`" + word(entry.getKey()) + "` removed"));
            for (Variant variant : variants(entry.getValue(), false, entry.getValue())) {
                Map<Object, Object> other = new LinkedHashMap<>(map);
                other.put(entry.getKey(), variant.value());
                variants.add(
                        new Variant(other, "`" + word(entry.getKey()) + "` " + variant.words()));
            }
        }
        return variants;
    }

    private static Variant made(Object from, Object to) {
        return new Variant(to, "`" + word(from) + "` made `" + word(to) + "`");
    }

    static String word(Object value) {
        return value instanceof Enum<?> constant ? Tokens.of(constant) : String.valueOf(value);
    }

    /** A day more; an hour more where the lifespan is counted in hours. */
    private static Lifespan longer(Lifespan lifespan) {
        return lifespan.time().isZero()
                ? new Lifespan(lifespan.period().plusDays(1), Duration.ZERO)
                : new Lifespan(lifespan.period(), lifespan.time().plusHours(1));
    }

    /**
     * A day less, or an hour where the lifespan is counted in hours. A month has no length of its
     * own, so a day less is 29 days instead of the last month. Nothing is shorter than a session.
     */
    private static Optional<Lifespan> shorter(Lifespan lifespan) {
        Period period = lifespan.period();
        if (!lifespan.time().isZero()) {
            Duration less = lifespan.time().minusHours(1);
            return less.isNegative() || (less.isZero() && period.isZero())
                    ? Optional.empty()
                    : Optional.of(new Lifespan(period, less));
        }
        Period less = period.minusDays(1);
        if (!less.isNegative()) {
            return less.isZero()
                    ? Optional.empty()
                    : Optional.of(new Lifespan(less, Duration.ZERO));
        }
        return period.toTotalMonths() == 0
                ? Optional.empty()
                : Optional.of(
                        new Lifespan(
                                Period.ofMonths((int) period.toTotalMonths() - 1)
                                        .normalized()
                                        .plusDays(29),
                                Duration.ZERO));
    }
}
