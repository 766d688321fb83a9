package org.cookiepolicy.rules.workbench;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Tokens;

/**
 * What becomes of a decision under another law.
 *
 * @param type the weightiest that can be said of it, not null
 * @param before the outcome under the first law; empty when it does not cover the day, or the
 *     outcome is the same
 * @param after the outcome under the second law, likewise
 * @param dropped duties that are owed no longer; empty when the outcome is another
 * @param added duties that are owed in addition; empty when the outcome is another
 */
public record Effect(
        Type type,
        Optional<Outcome> before,
        Optional<Outcome> after,
        Set<Duty> dropped,
        Set<Duty> added) {
    /** Copies the duties. */
    public Effect {
        dropped = Checks.copy(Duty.class, dropped);
        added = Checks.copy(Duty.class, added);
    }

    /** What kind of change it is, the weightiest first. */
    public enum Type {
        /** A denial, or no answer, became a permission. */
        PERMITTED,
        /**
         * A permission became a denial or no answer; or a denial became no answer, or came of it.
         */
        FORBIDDEN,
        /** The outcome is the same, and a duty is owed no longer. */
        DUTY_DROPPED,
        /** The outcome is the same, and a duty is owed in addition. */
        DUTY_ADDED,
        /** Only what outcome and duties rest on is another. */
        PROOF
    }

    /**
     * Returns what became of a decision.
     *
     * @param witness the request and both decisions, not null
     * @return the effect, not null
     */
    public static Effect of(Witness witness) {
        return of(witness.before(), witness.after());
    }

    private static Effect of(Optional<Decision> before, Optional<Decision> after) {
        Optional<Outcome> old = before.map(Decision::outcome);
        Optional<Outcome> young = after.map(Decision::outcome);
        if (!old.equals(young)) {
            boolean permitted = young.filter(Outcome.ALLOW::equals).isPresent();
            return new Effect(
                    permitted ? Type.PERMITTED : Type.FORBIDDEN, old, young, Set.of(), Set.of());
        }
        Set<Duty> dropped = without(before, after);
        Set<Duty> added = without(after, before);
        // A duty is owed whatever the outcome, so that is left out where it is the same.
        Type type =
                !dropped.isEmpty()
                        ? Type.DUTY_DROPPED
                        : added.isEmpty() ? Type.PROOF : Type.DUTY_ADDED;
        return new Effect(type, Optional.empty(), Optional.empty(), dropped, added);
    }

    private static Set<Duty> without(Optional<Decision> some, Optional<Decision> others) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        some.ifPresent(decision -> duties.addAll(decision.dutySet()));
        others.ifPresent(decision -> duties.removeAll(decision.dutySet()));
        return Collections.unmodifiableSet(duties);
    }

    /**
     * Returns the effect in words.
     *
     * @return such as {@code denied -> allowed}, or {@code no longer owed: inform}; not blank
     */
    @Override
    public String toString() {
        if (!before.equals(after)) {
            return word(before) + " -> " + word(after);
        }
        String texts =
                (dropped.isEmpty() ? "" : "no longer owed: " + words(dropped))
                        + (dropped.isEmpty() || added.isEmpty() ? "" : "; ")
                        + (added.isEmpty() ? "" : "newly owed: " + words(added));
        return type == Type.PROOF ? "the same on other grounds" : texts;
    }

    private static String word(Optional<Outcome> outcome) {
        return outcome.map(o -> o == Outcome.ALLOW ? "allowed" : "denied").orElse("not covered");
    }

    private static String words(Set<Duty> duties) {
        return duties.stream()
                .map((Duty duty) -> Tokens.of(duty))
                .collect(Collectors.joining(", "));
    }
}
