package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/**
 * Says which cookies are decided differently when one policy replaces another, under the same law.
 *
 * <p>Each cookie that one of the policies names is decided under both on one day: in each place,
 * those with the same law standing for each other; before any choice and after each; told nothing,
 * of the cookies, of a way to object as well, or everything; and with a signal and without. A
 * cookie that a policy does not know is denied. What only changes for visitors whose age is known,
 * or under a lenient reading, is not looked at.
 *
 * <p>A pure function of the law, the policies and the day.
 */
public final class PolicyDiff {
    private final PolicyEngine engine;
    private final LocalDate day;
    private final List<Change> changes = new ArrayList<>();
    private int places;
    private int cookies;

    private PolicyDiff(PolicyEngine engine, LocalDate day) {
        this.engine = engine;
        this.day = day;
    }

    /** What became of an entry of the policy. */
    public enum Kind {
        /** The first policy does not know the cookie. */
        ADDED,
        /** The second policy does not know the cookie. */
        REMOVED,
        /** Both know it and say something else of it, or of who answers for it. */
        CHANGED
    }

    /**
     * Visits in which a cookie is decided differently in the same way.
     *
     * @param cookie its name or pattern, not blank
     * @param kind what became of it, not null
     * @param facts the facts that both policies say and say differently; may be empty
     * @param effect what becomes of the decision, not null
     * @param places where, not empty
     * @param conditions the facts of the visit that matter, in words; may be empty
     * @param witness one of the visits, not null
     */
    public record Change(
            String cookie,
            Kind kind,
            List<String> facts,
            Effect effect,
            List<Jurisdiction> places,
            List<String> conditions,
            Witness witness) {
        private static final int MOST_PLACES = 12;

        /** Copies the lists. */
        public Change {
            Objects.requireNonNull(kind, "kind");
            facts = List.copyOf(facts);
            Objects.requireNonNull(effect, "effect");
            places = List.copyOf(places);
            conditions = List.copyOf(conditions);
            Objects.requireNonNull(witness, "witness");
        }

        /**
         * Returns the change in a sentence.
         *
         * @return the cookie, where and when, and what becomes of it; not blank
         */
        public String sentence() {
            List<String> codes = places.stream().map(Jurisdiction::code).toList();
            String where =
                    codes.size() <= MOST_PLACES
                            ? String.join(", ", codes)
                            : String.join(", ", codes.subList(0, MOST_PLACES - 2))
                                    + " and "
                                    + (codes.size() - MOST_PLACES + 2)
                                    + " more places";
            List<String> parts = new ArrayList<>();
            parts.add(
                    "`"
                            + cookie
                            + "` ("
                            + Tokens.of(kind)
                            + (facts.isEmpty() ? "" : ": " + String.join(", ", facts))
                            + ")");
            parts.addAll(conditions);
            parts.add(where);
            return String.join(", ", parts) + ": " + effect;
        }
    }

    /**
     * Compares two policies.
     *
     * @param engine decides by the law, not null
     * @param before the first policy, not null
     * @param after the second policy, not null
     * @param day the day, not null
     * @return what differs, not null
     */
    public static PolicyDiff between(
            PolicyEngine engine, CookiePolicy before, CookiePolicy after, LocalDate day) {
        PolicyDiff diff = new PolicyDiff(engine, day);
        diff.compare(before, after);
        return diff;
    }

    /**
     * Returns the visits in which a cookie is decided differently.
     *
     * @return the changes, what became more permissive first; may be empty
     */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /**
     * Returns what was looked at.
     *
     * @return a sentence, not blank
     */
    public String space() {
        return "%d cookies differ; each was decided on %s under %d different laws, which stand for all places, before and after every choice, told nothing, some or all, with a signal and without."
                .formatted(cookies, day, places);
    }

    /** A cookie as a policy has it, or as one that it does not know. */
    private record Entry(Cookie cookie, boolean known, Jurisdiction controller) {
        static Entry in(CookiePolicy policy, String name, Optional<String> host) {
            Optional<Cookie> found = policy.find(name, host).map(policy::resolve);
            return new Entry(
                    found.orElseGet(() -> Cookie.of(name, Purpose.UNKNOWN)),
                    found.isPresent(),
                    policy.controller().country());
        }
    }

    private void compare(CookiePolicy before, CookiePolicy after) {
        Map<Object, List<Jurisdiction>> laws = laws();
        places = laws.size();
        Set<String> seen = new LinkedHashSet<>();
        Stream.concat(before.cookies().stream(), after.cookies().stream())
                .forEach(
                        (PolicyCookie entry) -> {
                            String text = entry.cookie().name().text();
                            if (seen.add(text + " " + entry.domain())) {
                                String literal = text.replace("*", "");
                                String name = literal.isEmpty() ? "any" : literal;
                                compare(
                                        text,
                                        Entry.in(before, name, entry.domain()),
                                        Entry.in(after, name, entry.domain()),
                                        laws.values());
                            }
                        });
        changes.sort(Comparator.comparing(change -> change.effect().type()));
    }

    /** The places that have the same law on the day. */
    private Map<Object, List<Jurisdiction>> laws() {
        Contents contents = new Contents();
        Map<Object, List<Jurisdiction>> laws = new LinkedHashMap<>();
        Stream.concat(Jurisdiction.all().stream(), Stream.of(Jurisdiction.UNKNOWN))
                .filter(
                        place ->
                                engine.isCovered(
                                        LawPair.visit(
                                                Reach.LOCATION, place, day, Optional.empty())))
                .forEach(
                        place ->
                                laws.computeIfAbsent(
                                                contents.of(
                                                        engine.register()
                                                                .holding(
                                                                        Reach.LOCATION,
                                                                        place,
                                                                        day)),
                                                law -> new ArrayList<>())
                                        .add(place));
        return laws;
    }

    private void compare(
            String name, Entry before, Entry after, Collection<List<Jurisdiction>> laws) {
        List<String> facts = facts(before, after);
        if (facts.isEmpty()) {
            return;
        }
        cookies++;
        Kind kind = !before.known() ? Kind.ADDED : after.known() ? Kind.CHANGED : Kind.REMOVED;
        Map<List<Object>, Change> merged = new LinkedHashMap<>();
        for (List<Jurisdiction> same : laws) {
            for (Change change : changes(name, kind, facts, before, after, same)) {
                merged.merge(
                        List.of(change.effect(), change.conditions()), change, PolicyDiff::join);
            }
        }
        changes.addAll(merged.values());
    }

    private static Change join(Change some, Change others) {
        return new Change(
                some.cookie(),
                some.kind(),
                some.facts(),
                some.effect(),
                Stream.concat(some.places().stream(), others.places().stream()).sorted().toList(),
                some.conditions(),
                some.witness());
    }

    /** The facts that differ and that a decision may depend on. */
    private static List<String> facts(Entry before, Entry after) {
        Cookie old = before.cookie();
        Cookie young = after.cookie();
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("purposes", old.purposes().equals(young.purposes()));
        same.put("party", old.party() == young.party());
        same.put("lifespan", old.lifespan().equals(young.lifespan()));
        same.put("technology", old.technology() == young.technology());
        same.put("personal-data", old.personalData() == young.personalData());
        same.put("sensitive-data", old.sensitiveData().equals(young.sensitiveData()));
        same.put("safeguards", old.safeguards().equals(young.safeguards()));
        same.put("can-be-disabled", old.canBeDisabled() == young.canBeDisabled());
        same.put("sold-or-shared", old.soldOrShared() == young.soldOrShared());
        same.put("recipients", old.recipients().equals(young.recipients()));
        same.put("controller", before.controller().equals(after.controller()));
        return same.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey).toList();
    }

    private List<Change> changes(
            String name,
            Kind kind,
            List<String> facts,
            Entry before,
            Entry after,
            List<Jurisdiction> same) {
        List<Fact> visits = visits();
        List<int[]> cases = new ArrayList<>();
        List<Witness> witnesses = new ArrayList<>();
        Map<Effect, BitSet> effects = new LinkedHashMap<>();
        for (int choice = 0; choice < visits.get(0).values().size(); choice++) {
            for (int notice = 0; notice < visits.get(1).values().size(); notice++) {
                for (int signal = 0; signal < visits.get(2).values().size(); signal++) {
                    int[] values = {choice, notice, signal};
                    Witness witness = witness(before, after, same.get(0), visits, values);
                    Effect effect = Effect.of(witness);
                    if (effect.type() != Effect.Type.PROOF) {
                        effects.computeIfAbsent(effect, e -> new BitSet()).set(cases.size());
                    }
                    cases.add(values);
                    witnesses.add(witness);
                }
            }
        }
        List<Change> found = new ArrayList<>();
        Cubes cubes = new Cubes(visits, cases);
        effects.forEach(
                (effect, numbers) ->
                        cubes.cover(numbers)
                                .forEach(
                                        cube ->
                                                found.add(
                                                        new Change(
                                                                name,
                                                                kind,
                                                                kind == Kind.CHANGED
                                                                        ? facts
                                                                        : List.of(),
                                                                effect,
                                                                same,
                                                                conditions(visits, cube),
                                                                witnesses.get(
                                                                        cube.fresh()
                                                                                .nextSetBit(0))))));
        return found;
    }

    private static List<String> conditions(List<Fact> facts, Cubes.Cube cube) {
        List<String> conditions = new ArrayList<>();
        for (int f = 0; f < facts.size(); f++) {
            BitSet some = cube.classes().get(f);
            if (some.cardinality() < facts.get(f).values().size()) {
                conditions.add(facts.get(f).words(some));
            }
        }
        return conditions;
    }

    private static List<Fact> visits() {
        List<Fact.Value> choices = new ArrayList<>();
        choices.add(Fact.Value.of("no choice made", draft -> {}));
        for (ConsentStatus status : ConsentStatus.values()) {
            String word = status == ConsentStatus.GRANTED ? "agreed" : Tokens.of(status);
            choices.add(Fact.Value.of(word, draft -> draft.choose(status, consent -> {})));
        }
        List<Fact.Value> notices =
                List.of(
                        Fact.Value.of("without notice", draft -> {}),
                        Fact.Value.of("with notice", d -> d.told.add(NoticeElement.GIVEN)),
                        Fact.Value.of(
                                "with notice and a way to object",
                                d ->
                                        d.told.addAll(
                                                List.of(
                                                        NoticeElement.GIVEN,
                                                        NoticeElement.OBJECTION_OFFERED))),
                        Fact.Value.of(
                                "told everything",
                                d -> d.told.addAll(EnumSet.allOf(NoticeElement.class))));
        List<Fact.Value> signals =
                List.of(
                        Fact.Value.of("no signal sent", draft -> {}),
                        Fact.Value.of("with GPC sent", draft -> draft.gpc = true));
        return List.of(
                new Fact(Fact.CHOICE, choices, p -> 0, p -> false),
                new Fact(Fact.NOTICE, notices, p -> 0, p -> false),
                new Fact("signal", signals, p -> 0, p -> false));
    }

    private Witness witness(
            Entry before, Entry after, Jurisdiction place, List<Fact> facts, int[] values) {
        Draft draft = new Draft();
        draft.day = day;
        draft.location = place;
        for (int f = 0; f < values.length; f++) {
            facts.get(f).values().get(values[f]).set().accept(draft);
        }
        Request old = request(draft, before);
        Request young = request(draft, after);
        return new Witness(
                young,
                Optional.of(engine.decideThatDay(old)),
                Optional.of(engine.decideThatDay(young)));
    }

    private Request request(Draft draft, Entry entry) {
        draft.operator = Optional.of(entry.controller());
        Visit visit = draft.visit();
        // Where the law of the controller does not reach back to the day, it is left out.
        if (!engine.isCovered(visit)) {
            draft.operator = Optional.empty();
            visit = draft.visit();
        }
        return Request.toSet(entry.cookie(), visit);
    }
}
