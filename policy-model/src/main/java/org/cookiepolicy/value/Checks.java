package org.cookiepolicy.value;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What constructors of values have in common: refusing the impossible and copying collections. */
public final class Checks {
    private Checks() {}

    /**
     * Refuses a value unless a condition holds.
     *
     * @param holds the condition
     * @param fact the name of the fact in documents, not null
     * @param reason what is wrong otherwise, not null
     * @throws InvalidValueException when the condition does not hold
     */
    public static void require(boolean holds, String fact, String reason) {
        if (!holds) {
            throw new InvalidValueException(fact, reason);
        }
    }

    /**
     * Refuses blank text.
     *
     * @param text the text, not null
     * @param fact the name of the fact in documents, not null
     * @return the text
     * @throws InvalidValueException when there is nothing but white space
     */
    public static String text(String text, String fact) {
        require(!text.isBlank(), fact, "must not be blank");
        return text;
    }

    /**
     * Copies a set of constants; the copy keeps the order in which they are declared, so that
     * everything written from it is the same each time.
     *
     * @param <E> the enum
     * @param type the enum, not null
     * @param constants the constants, not null, may be empty
     * @return an immutable copy, not null
     */
    public static <E extends Enum<E>> Set<E> copy(Class<E> type, Collection<E> constants) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(constants);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * Refuses a list in which a name stands twice.
     *
     * @param names the names, not null
     * @param fact the name of the fact in documents, not null
     * @throws InvalidValueException when a name is repeated, naming the first that is
     */
    public static void distinct(List<String> names, String fact) {
        for (int i = 0; i < names.size(); i++) {
            require(
                    names.indexOf(names.get(i)) == i,
                    fact,
                    "`" + names.get(i) + "` stands there twice");
        }
    }
}
