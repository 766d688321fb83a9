package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/**
 * Situations that two laws decide differently in the same way. Facts that are not spoken of make no
 * difference, as far as nothing else in the law forbids the access under both laws.
 *
 * @param effect what becomes of them, not null
 * @param reach by what the law reaches the visitor, not null
 * @param where the periods of each place, not empty
 * @param purposes the purposes, each by itself, not empty
 * @param beside purposes that the cookie has in addition, one of these; empty when none
 * @param alone whether a further purpose would take the difference away
 * @param conditions the facts that matter, by name; may be empty
 * @param sources the clauses that make the difference, in words; may be empty
 * @param situations how many combinations of classes of facts, purposes, places and periods
 * @param complete whether every combination was looked at
 * @param witness one of the situations, the plainest; not null
 */
public record Affected(
        Effect effect,
        Reach reach,
        Map<Jurisdiction, List<Period>> where,
        Set<Purpose> purposes,
        Set<Purpose> beside,
        boolean alone,
        Map<String, Condition> conditions,
        Set<String> sources,
        long situations,
        boolean complete,
        Witness witness) {
    /** More clauses than this are not all named in a sentence. */
    private static final int MOST_SOURCES = 3;

    /** Copies the collections. */
    public Affected {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(reach, "reach");
        where = Collections.unmodifiableMap(new TreeMap<>(where));
        purposes = copy(purposes);
        beside = copy(beside);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        sources = Collections.unmodifiableSet(new TreeSet<>(sources));
        Objects.requireNonNull(witness, "witness");
    }

    private static Set<Purpose> copy(Set<Purpose> purposes) {
        Set<Purpose> copy = EnumSet.noneOf(Purpose.class);
        copy.addAll(purposes);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * What a fact has to be.
     *
     * @param classes the classes of its values, in words; not empty
     * @param words all of them as a part of a sentence, not blank
     */
    public record Condition(Set<String> classes, String words) {
        /** Copies the classes. */
        public Condition {
            classes = Collections.unmodifiableSet(new TreeSet<>(classes));
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * Returns the group in a sentence.
     *
     * @return who is affected where and when, what becomes of it, and by which clauses; not blank
     */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add(cookies());
        conditions.values().forEach(condition -> parts.add(condition.words()));
        parts.add(places());
        return String.join(", ", parts) + ": " + effect + because();
    }

    private String because() {
        if (sources.isEmpty()) {
            return "";
        }
        int further = sources.size() - MOST_SOURCES;
        return sources.stream().limit(MOST_SOURCES).collect(Collectors.joining("; ", " (", ""))
                + (further > 0 ? " and " + further + " more" : "")
                + ")";
    }

    private String cookies() {
        String what =
                purposes.size() == Purpose.values().length
                        ? "cookies of any purpose"
                        : words(purposes) + " cookies";
        if (!beside.isEmpty()) {
            return what + " that also serve " + words(beside);
        }
        return alone ? what + " that serve nothing else" : what;
    }

    private static String words(Set<Purpose> purposes) {
        if (purposes.size() > 2 * Purpose.values().length / 3) {
            Set<Purpose> others = EnumSet.complementOf(EnumSet.copyOf(purposes));
            return "all but " + join(others);
        }
        return join(purposes);
    }

    private static String join(Collection<Purpose> purposes) {
        return Fact.join(purposes.stream().map((Purpose p) -> Tokens.of(p)).toList());
    }

    private String places() {
        String places = Period.inWords(where);
        return switch (reach) {
            case LOCATION -> places;
            case RESIDENCE -> "elsewhere, for residents of " + places;
            case ESTABLISHMENT -> "elsewhere, by operators established in " + places;
        };
    }

    /** What two groups must have in common to be one but for their purposes. */
    record Alike(
            Effect effect,
            Reach reach,
            Object rest,
            Set<Purpose> beside,
            boolean alone,
            List<String> conditions,
            Set<String> sources) {}

    private List<String> inWords() {
        return conditions.values().stream().map(Condition::words).toList();
    }

    Alike butForPurposes() {
        return new Alike(effect, reach, where, beside, alone, inWords(), sources);
    }

    Alike butForPlaces() {
        return new Alike(effect, reach, purposes, beside, alone, inWords(), sources);
    }

    Alike butForBeside() {
        return new Alike(
                effect, reach, List.of(where, purposes), Set.of(), alone, inWords(), sources);
    }

    /** One group of two that differ in one thing only, with the witness of the first. */
    Affected with(Affected other) {
        return new Affected(
                effect,
                reach,
                Period.join(where, other.where),
                join(purposes, other.purposes),
                join(beside, other.beside),
                alone,
                conditions,
                sources,
                situations + other.situations,
                complete && other.complete,
                witness);
    }

    private static Set<Purpose> join(Set<Purpose> some, Set<Purpose> others) {
        Set<Purpose> all = EnumSet.noneOf(Purpose.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }
}
