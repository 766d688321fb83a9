package org.cookiepolicy.rules.drl;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type of a value in a rule. Types are equal when a value of one is a value of the other. */
sealed interface Type {
    /** The type in words, with its article. */
    String words();

    /** Whether a value of a type may be given where one of this type is asked for. */
    default boolean takes(Type given) {
        return equals(given);
    }

    /** Types that need no more to be said. */
    enum Simple implements Type {
        /** True or false. */
        TRUTH("true or false"),
        /** A whole number. */
        NUMBER("a number"),
        /** Text. */
        TEXT("text");

        private final String words;

        Simple(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** A fact, a part of one, or an enum. */
    record Named(Class<?> of) implements Type {
        @Override
        public String words() {
            String name = of.getSimpleName();
            return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a `" : "an `") + name + "`";
        }
    }

    /** A set or a list. */
    record Many(Class<?> raw, Type element) implements Type {
        @Override
        public boolean takes(Type given) {
            return given instanceof Many many
                    && raw.isAssignableFrom(many.raw)
                    && element.equals(many.element);
        }

        @Override
        public String words() {
            return "a set, of which each is " + element.words();
        }
    }

    /** Something that may be missing. */
    record Maybe(Type of) implements Type {
        @Override
        public String words() {
            return "what may be missing";
        }
    }

    /** A map. */
    record Table(Type key, Type value) implements Type {
        @Override
        public String words() {
            return "a map";
        }
    }

    /**
     * The type of a class of Java.
     *
     * @return the type; empty when rules have no such values
     */
    static Optional<Type> of(java.lang.reflect.Type java, Set<Class<?>> named) {
        if (java instanceof Class<?> plain) {
            return ofClass(plain, named);
        }
        if (java instanceof java.lang.reflect.ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
            Optional<Type> first = of(arguments[0], named);
            if (Collection.class.isAssignableFrom(raw)) {
                return first.map(element -> new Many(raw, element));
            }
            if (raw == Optional.class) {
                return first.map(Maybe::new);
            }
            if (raw == Map.class) {
                return first.flatMap(key -> of(arguments[1], named).map(v -> new Table(key, v)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Type> ofClass(Class<?> plain, Set<Class<?>> named) {
        if (plain == boolean.class || plain == Boolean.class) {
            return Optional.of(Simple.TRUTH);
        }
        if (plain == int.class || plain == Integer.class) {
            return Optional.of(Simple.NUMBER);
        }
        if (plain == String.class) {
            return Optional.of(Simple.TEXT);
        }
        return named.contains(plain) ? Optional.of(new Named(plain)) : Optional.empty();
    }
}
