package org.cookiepolicy.document;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a record: a mapping with a key for each component, spelt as {@link Tokens#ofName}
 * says.
 *
 * <p>Unless a builder method says otherwise, an {@code Optional} component may be left out, every
 * other component is required, and the type of a component gives its shape. A component that equals
 * its default is not written. What the constructor of the record refuses is reported at the
 * component that it names.
 *
 * @param <R> the record
 */
public final class RecordShape<R extends Record> implements Shape<R> {
    private static final Map<Class<?>, Shape<?>> STANDARD =
            Map.of(
                    String.class, Shapes.text(),
                    boolean.class, Shapes.bool(),
                    Boolean.class, Shapes.bool(),
                    int.class, Shapes.integer(),
                    Integer.class, Shapes.integer(),
                    LocalDate.class, Shapes.date(),
                    URI.class, Shapes.link(),
                    Lifespan.class, Shapes.lifespan(),
                    Jurisdiction.class, Shapes.jurisdiction());

    /** What parts the steps of a way such as {@code cookies[1].category}. */
    private static final Pattern STEPS = Pattern.compile("[.\\[\\]]+");

    private final Constructor<R> constructor;
    private final List<Component> components;
    private final List<String> keys = new ArrayList<>();

    /** A component of the record; without a default it is required. */
    private record Component(
            RecordComponent of, Shape<Object> shape, boolean inline, @Nullable Object standard) {
        String key() {
            return Tokens.ofName(of.getName());
        }
    }

    private RecordShape(Constructor<R> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = List.copyOf(components);
        for (Component component : components) {
            if (component.shape() instanceof RecordShape<?> nested && component.inline()) {
                keys.addAll(nested.keys);
            } else {
                keys.add(component.key());
            }
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("a key stands there twice: " + keys);
        }
    }

    /**
     * Starts the shape of a record.
     *
     * @param <R> the record
     * @param type the record, public and in an exported package; not null
     * @return a builder, not null
     */
    public static <R extends Record> Builder<R> of(Class<R> type) {
        return new Builder<>(type, Map.of());
    }

    /**
     * Returns the keys that may stand in the mapping, those of inline components included.
     *
     * @return the keys in the order of the components, not null
     */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public @Nullable R read(Node node, String path, Problems problems) {
        if (!(node instanceof Mapping mapping)) {
            problems.reportExpected("a mapping", node, path);
            return null;
        }
        Set<String> meant = Shapes.checkKeys(mapping, keys, path, problems);
        return readKnown(mapping, meant, path, problems);
    }

    /**
     * Reads the keys that are known here and leaves others to the record that this stands in. A key
     * that is there misspelt is not told of a second time, as missing.
     */
    private @Nullable R readKnown(
            Mapping mapping, Set<String> meant, String path, Problems problems) {
        Object[] values = new Object[components.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Object value = readComponent(components.get(i), mapping, meant, path, problems);
            if (value == null) {
                complete = false;
            } else {
                values[i] = value;
            }
        }
        return complete ? construct(values, mapping, path, problems) : null;
    }

    private static @Nullable Object readComponent(
            Component component,
            Mapping mapping,
            Set<String> meant,
            String path,
            Problems problems) {
        if (component.inline() && component.shape() instanceof RecordShape<?> nested) {
            return nested.readKnown(mapping, meant, path, problems);
        }
        String key = component.key();
        Optional<Entry> entry = mapping.find(key);
        if (entry.isPresent()) {
            return component.shape().read(entry.get().value(), Problems.path(path, key), problems);
        }
        if (component.standard() == null && !meant.contains(key)) {
            problems.report(mapping.position(), path, "key `" + key + "` is missing");
        }
        return component.standard();
    }

    private @Nullable R construct(
            Object[] values, Mapping mapping, String path, Problems problems) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof InvalidValueException refused)) {
                throw new IllegalStateException(e.getCause());
            }
            report(refused, mapping, path, problems);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(
            InvalidValueException refused, Mapping mapping, String path, Problems problems) {
        Node node = mapping;
        String way = path;
        // Goes as far along the way that is named as the document does.
        for (String step : STEPS.split(refused.fact(), -1)) {
            Node next = child(node, step);
            if (next == null) {
                break;
            }
            way =
                    node instanceof Mapping
                            ? Problems.path(way, step)
                            : Problems.path(way, Integer.parseInt(step));
            node = next;
        }
        boolean lacksValue = refused.reason().startsWith("must ");
        String value =
                lacksValue && node instanceof Scalar scalar && !scalar.text().isBlank()
                        ? Problems.quote(scalar.text()) + " "
                        : "";
        problems.report(node.position(), way, value + refused.reason(), refused.suggestion());
    }

    private static @Nullable Node child(Node node, String step) {
        if (node instanceof Mapping mapping) {
            return mapping.find(step).map(Entry::value).orElse(null);
        }
        return node instanceof Sequence sequence && step.matches("[0-9]{1,9}")
                ? sequence.elements().get(Integer.parseInt(step))
                : null;
    }

    @Override
    public Mapping write(R value) {
        List<Entry> entries = new ArrayList<>();
        for (Component component : components) {
            Object part = valueOf(component.of(), value);
            if (component.inline()) {
                entries.addAll(((Mapping) component.shape().write(part)).entries());
            } else if (!part.equals(component.standard())) {
                entries.add(Entry.of(component.key(), component.shape().write(part)));
            }
        }
        return new Mapping(entries, Position.NONE);
    }

    @Override
    public Description.Fields describe() {
        List<Description.Field> fields = new ArrayList<>();
        for (Component component : components) {
            Description description = component.shape().describe();
            if (component.inline() && description instanceof Description.Fields nested) {
                fields.addAll(nested.fields());
            } else {
                boolean required = component.standard() == null;
                fields.add(new Description.Field(component.key(), required, description));
            }
        }
        return new Description.Fields(fields);
    }

    private static Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Builds the shape of a record. Components are named as in Java.
     *
     * @param <R> the record
     */
    public static final class Builder<R extends Record> {
        private final Class<R> type;
        private final Map<Class<?>, Shape<?>> types;
        private final Map<String, Shape<?>> shapes = new HashMap<>();
        private final Map<String, Object> standards = new HashMap<>();
        private final Set<String> inline = new HashSet<>();

        private Builder(Class<R> type, Map<Class<?>, Shape<?>> types) {
            this.type = type;
            this.types = new HashMap<>(types);
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() == Optional.class) {
                    standards.put(component.getName(), Optional.empty());
                }
            }
        }

        /**
         * Sets the shape of a type wherever it occurs in components, nested records included.
         *
         * @param <T> the type
         * @param type the type, not null
         * @param shape its shape, not null
         * @return this builder
         */
        public <T> Builder<R> type(Class<T> type, Shape<T> shape) {
            types.put(type, shape);
            return this;
        }

        /**
         * Sets the shape of a component as a whole.
         *
         * @param component the name of the component, not null
         * @param shape the shape, of {@code Optional} for an optional component; not null
         * @return this builder
         */
        public Builder<R> shape(String component, Shape<?> shape) {
            shapes.put(known(component), shape);
            return this;
        }

        /**
         * Merges the keys of a component, a record, into the mapping of this one.
         *
         * @param component the name of the component, not null
         * @param shape the shape of its record, not null
         * @return this builder
         */
        public Builder<R> inline(String component, RecordShape<?> shape) {
            inline.add(known(component));
            return shape(component, shape);
        }

        /**
         * Lets a component be left out.
         *
         * @param component the name of the component, not null
         * @param value what it is then, not null
         * @return this builder
         */
        public Builder<R> standard(String component, Object value) {
            standards.put(known(component), value);
            return this;
        }

        /**
         * Lets every component be left out that is not {@link #required}, so that defaults stand in
         * one place only: where values are built.
         *
         * @param prototype a value with the default of each component, not null
         * @return this builder
         */
        public Builder<R> standards(R prototype) {
            for (RecordComponent component : type.getRecordComponents()) {
                standards.put(component.getName(), valueOf(component, prototype));
            }
            return this;
        }

        /**
         * Demands that components be written. Call this after {@link #standards}.
         *
         * @param components the names of the components, not null
         * @return this builder
         */
        public Builder<R> required(String... components) {
            Arrays.stream(components).map(this::known).forEach(standards::remove);
            return this;
        }

        /**
         * Builds the shape.
         *
         * @return the shape, not null
         * @throws IllegalArgumentException when a component has a type without a shape, or a key
         *     stands there twice
         */
        public RecordShape<R> build() {
            RecordComponent[] parts = type.getRecordComponents();
            List<Component> components = new ArrayList<>();
            for (RecordComponent part : parts) {
                String name = part.getName();
                Shape<?> own = shapes.get(name);
                Shape<?> shape = own == null ? shapeOf(part.getGenericType()) : own;
                components.add(
                        new Component(
                                part, untyped(shape), inline.contains(name), standards.get(name)));
            }
            Class<?>[] signature =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new RecordShape<>(type.getConstructor(signature), components);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is not public", e);
            }
        }

        private String known(String component) {
            boolean known =
                    Arrays.stream(type.getRecordComponents())
                            .anyMatch(candidate -> candidate.getName().equals(component));
            if (!known) {
                throw new IllegalArgumentException(type + " has no component " + component);
            }
            return component;
        }

        // Reflection knows no type parameters: the casts hold because the type of the component was
        // looked at before.
        @SuppressWarnings({"unchecked", "rawtypes"})
        private Shape<?> shapeOf(Type wanted) {
            if (wanted instanceof ParameterizedType generic) {
                Type[] arguments = generic.getActualTypeArguments();
                if (generic.getRawType() == Optional.class) {
                    return Shapes.optional(shapeOf(arguments[0]));
                }
                if (generic.getRawType() == List.class) {
                    return Shapes.list(shapeOf(arguments[0]));
                }
                if (generic.getRawType() == Set.class) {
                    return Shapes.set((Shape) shapeOf(arguments[0]));
                }
                if (generic.getRawType() == Map.class) {
                    return Shapes.table((Class) arguments[0], shapeOf(arguments[1]));
                }
            }
            if (wanted instanceof Class<?> plain) {
                Shape<?> shape = types.getOrDefault(plain, STANDARD.get(plain));
                if (shape != null) {
                    return shape;
                }
                if (plain.isEnum()) {
                    return Shapes.constant((Class) plain);
                }
                if (plain.isRecord()) {
                    return new Builder<>((Class<Record>) plain, types).build();
                }
            }
            throw new IllegalArgumentException("there is no shape for " + wanted);
        }

        @SuppressWarnings("unchecked")
        private static Shape<Object> untyped(Shape<?> shape) {
            return (Shape<Object>) shape;
        }
    }
}
