package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cookiepolicy.law.Provision;

/**
 * A fact of a request and the classes of its values that the laws at hand tell apart, the plainest
 * first.
 *
 * @param name its name, not blank
 * @param values the classes, at least two
 * @param suited the class that a provision asks for, or the plainest
 * @param reads whether a provision speaks of the fact
 */
record Fact(
        String name,
        List<Value> values,
        ToIntFunction<Provision> suited,
        Predicate<Provision> reads) {
    /** The name of the fact what the visitor chose. */
    static final String CHOICE = "choice";

    /** How the names of the facts begin that say what the visitor was told. */
    static final String NOTICE = "notice";

    Fact {
        values = List.copyOf(values);
    }

    /**
     * A class of values.
     *
     * @param label it in words, not blank
     * @param set makes a request have it
     */
    record Value(String label, Consumer<Draft> set) {
        static Value of(String label, Consumer<Draft> set) {
            return new Value(label, set);
        }
    }

    /** What the visitor did or was told, which each law asks for in some way. */
    boolean isCore() {
        return name.equals(CHOICE) || name.startsWith(NOTICE);
    }

    /** Some classes in words, as a part of a sentence. */
    String words(BitSet some) {
        List<String> labels = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            (some.get(i) ? labels : others).add(values.get(i).label());
        }
        return labels.size() > 2 && others.size() < labels.size()
                ? "any " + name + " but " + join(others)
                : join(labels);
    }

    /** Texts as alternatives. */
    static String join(List<String> texts) {
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }
}
