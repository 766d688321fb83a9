package org.cookiepolicy.rules.workbench;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.value.Tokens;

/** For whom a provision is, in words made from the facts it names. */
public final class ScopeWords {
    private ScopeWords() {}

    /**
     * Returns whom and what a provision is about.
     *
     * @param provision the provision, not null
     * @return such as {@code purposes audience-measurement; data personal}, or {@code every
     *     access}; with how it reaches visitors where that is not by their location alone; not
     *     blank
     */
    public static String of(Provision provision) {
        List<String> words = new ArrayList<>();
        for (RecordComponent component : Scope.class.getRecordComponents()) {
            Object value = value(component, provision.when());
            if (!value.equals(value(component, Scope.ANY))) {
                words.add((spelt(component.getName()) + " " + word(value)).strip());
            }
        }
        if (words.isEmpty()) {
            words.add("every access");
        }
        if (!provision.reach().equals(Set.of(Reach.LOCATION))) {
            words.add("reaching by " + word(provision.reach()));
        }
        return String.join("; ", words);
    }

    private static Object value(RecordComponent component, Scope scope) {
        try {
            return component.getAccessor().invoke(scope);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record lets its components be read", e);
        }
    }

    private static String spelt(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String word(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(ScopeWords::word)
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(ScopeWords::word).orElse("");
        }
        if (value instanceof Enum<?> constant) {
            return Tokens.of(constant);
        }
        // A truth value that is not the default is said by the name of the fact alone.
        return value instanceof Boolean ? "" : value.toString();
    }
}
