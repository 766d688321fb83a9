package org.cookiepolicy.rules.drl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method that rules may call: it answers and changes nothing.
 *
 * @param method the method
 * @param parameters what is given to it
 * @param result what it answers
 */
record Member(Method method, List<Type> parameters, Type result) {
    /** Copies the parameters. */
    Member {
        parameters = List.copyOf(parameters);
    }

    String name() {
        return method.getName();
    }

    /** The name by which it is read as a property; empty when something has to be given to it. */
    Optional<String> property() {
        if (!parameters.isEmpty()) {
            return Optional.empty();
        }
        if (name().matches("get[A-Z].*")) {
            return Optional.of(small(name().substring(3)));
        }
        return Optional.of(name().matches("is[A-Z].*") ? small(name().substring(2)) : name());
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    Object call(Object target, List<Object> arguments) {
        try {
            return method.invoke(target, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is public", e);
        }
    }
}
