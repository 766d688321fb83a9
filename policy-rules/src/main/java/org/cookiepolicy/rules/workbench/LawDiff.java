package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.law.DisclosureScope;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.rules.Access;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Says who is affected when one law replaces another: which situations are decided differently.
 *
 * <p>The situations are made from the laws themselves. For each way in which a law reaches a
 * visitor, places and periods are put together for which both laws say the same, names and
 * citations aside; only those count for which the two laws differ. For each purpose, the facts are
 * those of which some provision speaks that can tell the two laws apart (see {@link Facts}), each
 * with the classes of values that these provisions tell apart. Every combination is decided under
 * both laws where these are few enough, and otherwise a selection that is the same every time;
 * {@link #extent()} says which. Situations with the same effect are put together in as few groups
 * as can be found.
 *
 * <p>What is not looked at: visitors whom the laws of several places reach at once (each of these
 * laws has to pass, and each is looked at by itself), and cookies of several purposes, except that
 * where a changed provision speaks of a sole purpose each further one is tried (each purpose has to
 * pass). Two rules that differ are told apart by the facts of which provisions or these rules
 * speak; of what rules may ask and no provision does, such as the name of a cookie, not every class
 * of values is known, and {@link Extent#uncovered()} says so.
 *
 * <p>A pure function of the two laws.
 */
public final class LawDiff {
    /** How many situations are decided at most, about: some ten seconds of work. */
    public static final long MOST_SITUATIONS = 40_000;

    /** How many situations are decided at most of a cookie of two purposes. */
    private static final long MOST_OF_TWO_PURPOSES = 80;

    private final Comparison comparison;
    private final PolicyEngine before;
    private final PolicyEngine after;
    private final RuleDiff rules;
    private final RuleFacts read;
    private final long most;
    private final List<Affected> affected = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Map<Jurisdiction, Integer> places = new TreeMap<>();
    private int pairs;

    private LawDiff(PolicyEngine before, PolicyEngine after, RuleDiff rules, long most) {
        this.comparison = Comparison.ofLaws(before, after, rules);
        this.before = before;
        this.after = after;
        this.rules = rules;
        this.read = rules.facts();
        this.most = most;
    }

    /**
     * Compares two laws.
     *
     * @param before the files of the first law, not null
     * @param after the files of the second law, not null
     * @return what differs, not null
     * @throws DocumentException with everything that is wrong with the files of one of them
     */
    public static LawDiff between(List<LawFile> before, List<LawFile> after) {
        return between(before, after, MOST_SITUATIONS);
    }

    /**
     * Compares two laws.
     *
     * @param before the files of the first law, not null
     * @param after the files of the second law, not null
     * @param most how many situations are decided at most, about; 1 or more
     * @return what differs, not null
     * @throws DocumentException with everything that is wrong with the files of one of them
     */
    public static LawDiff between(List<LawFile> before, List<LawFile> after, long most) {
        return between(PolicyEngine.load(before), before, PolicyEngine.load(after), after, most);
    }

    /**
     * Compares two laws that are loaded already.
     *
     * @param before decides by the first law, not null
     * @param beforeFiles the files of the first law, not null
     * @param after decides by the second law, not null
     * @param afterFiles the files of the second law, not null
     * @param most how many situations are decided at most, about; 1 or more
     * @return what differs, not null
     */
    public static LawDiff between(
            PolicyEngine before,
            List<LawFile> beforeFiles,
            PolicyEngine after,
            List<LawFile> afterFiles,
            long most) {
        LawDiff diff = new LawDiff(before, after, RuleDiff.between(beforeFiles, afterFiles), most);
        diff.compare();
        return diff;
    }

    /**
     * Returns the situations that are decided differently.
     *
     * @return the groups, what became more permissive first; may be empty
     */
    public List<Affected> affected() {
        return List.copyOf(affected);
    }

    /**
     * Returns a scenario of each group, with what the second law decides: each passes under the
     * second law and fails under the first. A scenario cannot say that a day is not covered, or
     * rests on other grounds, so groups of which only that can be said are left out.
     *
     * @return the suite; empty when there is no such group
     */
    public Optional<Suite> witnesses() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Affected group : affected) {
            if (group.effect().type() != Effect.Type.PROOF) {
                group.witness()
                        .after()
                        .ifPresent(
                                after -> scenarios.add(scenario(group, after, scenarios.size())));
            }
        }
        return scenarios.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Suite(
                                "law-diff",
                                "Who is affected when one law replaces another",
                                scenarios));
    }

    private static Scenario scenario(Affected group, Decision after, int number) {
        return new Scenario(
                "affected-" + (number + 1),
                group.sentence(),
                group.sources().isEmpty()
                        ? "a comparison of two laws"
                        : String.join("; ", group.sources()),
                group.witness().request(),
                new Expectation(
                        after.outcome(),
                        after.dutySet(),
                        Set.of(),
                        // Otherwise it would pass as well while a further duty was owed.
                        !group.effect().dropped().isEmpty()));
    }

    /**
     * Returns how the space of situations was built and looked at.
     *
     * @return the extent, not null
     */
    public Extent extent() {
        return new Extent(
                pairs,
                places.size(),
                tally.tables(),
                tally.looked(),
                tally.decided(),
                tally.complete(),
                tally.sampled(),
                List.copyOf(rules.names()),
                List.copyOf(read.uncovered()));
    }

    /**
     * What was looked at.
     *
     * @param laws how many different pairs of laws tell places and periods apart
     * @param places how many places there are among these
     * @param tables how many combinations of these pairs and of purposes
     * @param situations how many situations
     * @param decided how many of them were decided under both laws; the others are under the same
     *     law in both
     * @param complete of how many tables every combination was looked at
     * @param sampled of how many tables only some combinations were looked at, by which; in order
     * @param rules the rules that differ, by name; may be empty
     * @param uncovered what these rules ask of a request of which some values only were tried, such
     *     as {@code Cookie.name}; may be empty
     */
    public record Extent(
            int laws,
            int places,
            int tables,
            long situations,
            long decided,
            int complete,
            Map<String, Integer> sampled,
            List<String> rules,
            List<String> uncovered) {
        /** Copies the collections. */
        public Extent {
            sampled = Collections.unmodifiableMap(new LinkedHashMap<>(sampled));
            rules = List.copyOf(rules);
            uncovered = List.copyOf(uncovered);
        }

        /**
         * Returns whether every combination was looked at.
         *
         * @return true when nothing was sampled, and nothing that a rule asks for was left out
         */
        public boolean isComplete() {
            return sampled.isEmpty() && uncovered.isEmpty();
        }
    }

    /**
     * Returns the provisions that differ only in what no decision depends on: citation, link,
     * review, confidence or note.
     *
     * @return their keys in the order of the first law; may be empty
     */
    public List<String> reworded() {
        Map<String, Provision> after = new LinkedHashMap<>();
        this.after.register().provisions().forEach(p -> after.put(p.id(), p));
        return before.register().provisions().stream()
                .filter(
                        p ->
                                Optional.ofNullable(after.get(p.id()))
                                        .filter(q -> isReworded(p, q))
                                        .isPresent())
                .map(Provision::id)
                .toList();
    }

    private static boolean isReworded(Provision old, Provision young) {
        Provision same =
                new Provision(
                        old.id(),
                        young.kind(),
                        young.layers(),
                        old.instrument(),
                        old.citation(),
                        old.link(),
                        young.places(),
                        young.reach(),
                        young.from(),
                        young.until(),
                        young.when(),
                        young.terms(),
                        young.duties(),
                        young.readings(),
                        old.reviewed(),
                        old.confidence(),
                        old.note());
        return !old.equals(young) && old.equals(same);
    }

    private void compare() {
        List<LawPair> found = new LawPair.Finder(before, after, rules).find();
        pairs = found.size();
        List<Table> single = new ArrayList<>();
        List<Table> doubled = new ArrayList<>();
        Map<Table, List<Table>> further = new LinkedHashMap<>();
        Map<Table, Set<Purpose>> alike = new LinkedHashMap<>();
        for (LawPair pair : found) {
            pair.where().keySet().forEach(place -> places.merge(place, 1, Integer::sum));
            classes(pair)
                    .forEach(
                            purposes -> {
                                Purpose one = purposes.iterator().next();
                                Table table = table(pair, EnumSet.of(one));
                                alike.put(table, purposes);
                                single.add(table);
                                List<Table> two =
                                        others(pair, one).stream()
                                                .map(other -> EnumSet.of(one, other))
                                                .map(both -> table(pair, both))
                                                .toList();
                                further.put(table, two);
                                doubled.addAll(two);
                            });
        }
        tally.fill(single, most, Long.MAX_VALUE);
        tally.fill(doubled, most, MOST_OF_TWO_PURPOSES);
        List<Affected> groups = new ArrayList<>();
        for (Table table : single) {
            List<Table> two = further.getOrDefault(table, List.of());
            boolean alone = !two.isEmpty() && two.stream().noneMatch(Table::isDiffering);
            Set<Purpose> purposes = alike.getOrDefault(table, Set.of());
            groups.addAll(groups(table, purposes, alone, Set.of()));
            for (Table both : two) {
                Set<Purpose> beside = EnumSet.copyOf(both.purposes());
                beside.removeAll(table.purposes());
                groups.addAll(groups(both, table.purposes(), false, beside));
            }
        }
        affected.addAll(merged(groups));
    }

    private Table table(LawPair pair, Set<Purpose> purposes) {
        return new Table(pair, Facts.of(pair, purposes, read), comparison);
    }

    /** Purposes of which the provisions of two laws speak alike, where one changed for them. */
    private Collection<Set<Purpose>> classes(LawPair pair) {
        List<Provision> provisions =
                pair.holdings().stream().map(holding -> holding.provision()).distinct().toList();
        boolean disclosed =
                provisions.stream()
                        .map(Provision::when)
                        .anyMatch(s -> s.disclosure() != DisclosureScope.ANY || s.crossSite());
        Map<List<Object>, Set<Purpose>> classes = new LinkedHashMap<>();
        for (Purpose purpose : Purpose.values()) {
            if (pair.changed().stream().noneMatch(p -> Facts.isAbout(p, Set.of(purpose)))) {
                continue;
            }
            List<Object> profile = new ArrayList<>();
            provisions.forEach(p -> profile.add(p.when().purposes().contains(purpose)));
            profile.add(disclosed && Access.isTargeted(purpose));
            profile.add(disclosed && Access.isProfiled(purpose));
            profile.add(purpose == Purpose.POLITICAL_ADVERTISING);
            profile.add(read.constants().contains(purpose));
            classes.computeIfAbsent(profile, p -> EnumSet.noneOf(Purpose.class)).add(purpose);
        }
        return classes.values();
    }

    private static boolean isSole(LawPair pair, Purpose purpose) {
        return pair.changed().stream()
                .anyMatch(p -> p.terms().solePurpose() && p.when().purposes().contains(purpose));
    }

    /** Further purposes to look at beside one that a changed provision takes for the sole one. */
    private Set<Purpose> others(LawPair pair, Purpose one) {
        if (!rules.areSame() || !isSole(pair, one)) {
            return Set.of();
        }
        Map<List<Boolean>, Purpose> others = new LinkedHashMap<>();
        for (Purpose purpose : Purpose.values()) {
            // One that is affected itself is looked at by itself.
            boolean affected =
                    pair.changed().stream().anyMatch(p -> Facts.isAbout(p, Set.of(purpose)));
            if (!affected) {
                others.putIfAbsent(
                        pair.holdings().stream()
                                .map(h -> h.provision().when().purposes().contains(purpose))
                                .toList(),
                        purpose);
            }
        }
        Set<Purpose> set = EnumSet.noneOf(Purpose.class);
        set.addAll(others.values());
        return set;
    }

    private List<Affected> groups(
            Table table, Set<Purpose> purposes, boolean alone, Set<Purpose> beside) {
        List<Affected> groups = new ArrayList<>();
        for (Table.Cell cell : table.cells()) {
            Witness witness = comparison.decide(cell.plainest()).orElseThrow();
            groups.add(
                    new Affected(
                            cell.effect(),
                            table.pair().reach(),
                            table.pair().where(),
                            purposes,
                            beside,
                            alone,
                            table.conditions(cell),
                            sources(table.pair(), cell.causes()),
                            cell.cases() * purposes.size() * table.pair().periods(),
                            table.sampling() == Table.Sampling.NONE && read.uncovered().isEmpty(),
                            witness));
        }
        return groups;
    }

    private static Set<String> sources(LawPair pair, Set<String> causes) {
        Map<String, String> byId = new LinkedHashMap<>();
        pair.changed().forEach(p -> byId.put(p.id(), p.instrument().title() + ", " + p.citation()));
        Set<String> sources = new TreeSet<>();
        causes.forEach(id -> sources.add(Objects.requireNonNullElse(byId.get(id), id)));
        return sources;
    }

    /** Puts groups together that differ in their purposes only, then in their places only. */
    private static List<Affected> merged(List<Affected> groups) {
        List<Affected> merged = merged(groups, Affected::butForBeside);
        merged = merged(merged, Affected::butForPurposes);
        merged = merged(merged, Affected::butForPlaces);
        List<Affected> sorted = new ArrayList<>(merged);
        sorted.sort(
                Comparator.comparing((Affected group) -> group.effect().type())
                        .thenComparing(group -> -group.situations()));
        return sorted;
    }

    private static List<Affected> merged(
            List<Affected> groups, Function<Affected, Affected.Alike> but) {
        Map<Affected.Alike, Affected> merged = new LinkedHashMap<>();
        groups.forEach(group -> merged.merge(but.apply(group), group, Affected::with));
        return List.copyOf(merged.values());
    }
}
