package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register.Holding;
import org.cookiepolicy.rules.workbench.Contents.Content;
import org.cookiepolicy.value.Jurisdiction;

/**
 * What two laws say through one place and in one way, and all places and periods for which they say
 * just that. Names, citations and days of provisions aside, nothing that a decision depends on
 * differs between those, so that one place and one day stand for all.
 *
 * @param reach by what the visitor is reached, not null
 * @param place a place that stands for all, not null
 * @param day a day that stands for all, not null
 * @param home where the visitor is when reached otherwise; empty when reached by location
 * @param before the provisions of the first law; empty when it does not cover the day
 * @param after the provisions of the second law, likewise
 * @param changed the provisions by which the two differ, not null
 * @param where the periods of each place, not empty
 */
record LawPair(
        Reach reach,
        Jurisdiction place,
        LocalDate day,
        Optional<Jurisdiction> home,
        Optional<List<Holding>> before,
        Optional<List<Holding>> after,
        List<Provision> changed,
        Map<Jurisdiction, List<Period>> where) {
    LawPair {
        changed = List.copyOf(changed);
        where = new TreeMap<>(where);
    }

    private static final Set<Kind> TRANSFERS = EnumSet.of(Kind.TRANSFER_RULE, Kind.TRANSFER_GROUND);

    /** Every provision of either law. */
    List<Holding> holdings() {
        return Stream.concat(
                        before.stream().flatMap(List::stream), after.stream().flatMap(List::stream))
                .toList();
    }

    /** How many periods there are in all places. */
    long periods() {
        return where.values().stream().mapToLong(List::size).sum();
    }

    /** A visit that is reached, of which nothing else is known. */
    static Visit visit(
            Reach reach, Jurisdiction place, LocalDate day, Optional<Jurisdiction> home) {
        Visitor.Builder visitor = Visitor.builder().location(home.orElse(place));
        if (reach == Reach.RESIDENCE) {
            visitor.residence(place);
        }
        Visit.Builder visit = Visit.of(day, visitor.build()).toBuilder();
        if (reach == Reach.ESTABLISHMENT) {
            visit.operator(new Operator(Optional.of(place), Set.of()));
        }
        return visit.build();
    }

    private record Key(
            Reach reach,
            Optional<Map<Content, Integer>> home,
            Optional<Map<Content, Integer>> before,
            Optional<Map<Content, Integer>> after) {}

    /** Finds the pairs of two laws. */
    static final class Finder {
        private final PolicyEngine before;
        private final PolicyEngine after;
        private final RuleDiff rules;
        private final List<Jurisdiction> homes;
        private final Contents contents;

        /** Whether a rule that differs may be about a provision. */
        private final IdentityHashMap<Provision, Boolean> readOtherwise = new IdentityHashMap<>();

        private final Map<Key, LawPair> pairs = new LinkedHashMap<>();
        private final Set<LocalDate> furtherDays = new TreeSet<>();

        /**
         * Creates a finder.
         *
         * @param before the first law
         * @param after the second law
         * @param rules the rules by which they differ
         */
        Finder(PolicyEngine before, PolicyEngine after, RuleDiff rules) {
            this.before = before;
            this.after = after;
            this.rules = rules;
            this.contents =
                    Contents.of(
                            List.of(before.register(), after.register()),
                            rules.facts().constants());
            this.homes = homes();
            for (PolicyEngine engine : List.of(before, after)) {
                engine.register().provisions().stream()
                        .flatMap(provision -> provision.terms().createdFrom().stream())
                        .forEach(furtherDays::add);
            }
        }

        /** The pairs that can be told apart, in the order of places. */
        List<LawPair> find() {
            for (Reach reach : Reach.values()) {
                places(reach).forEach(place -> add(reach, place));
            }
            return List.copyOf(pairs.values());
        }

        private List<Jurisdiction> places(Reach reach) {
            Set<Jurisdiction> places = new TreeSet<>(Jurisdiction.all());
            for (PolicyEngine engine : List.of(before, after)) {
                places.addAll(engine.register().places());
            }
            if (reach == Reach.LOCATION) {
                places.add(Jurisdiction.UNKNOWN);
            } else {
                places.remove(Jurisdiction.UNKNOWN);
            }
            return places.stream()
                    .filter(place -> reach != Reach.ESTABLISHMENT || !place.isSubdivision())
                    .toList();
        }

        private void add(Reach reach, Jurisdiction place) {
            NavigableSet<LocalDate> days = new TreeSet<>(before.register().changeDays(place));
            days.addAll(after.register().changeDays(place));
            days.addAll(furtherDays);
            for (LocalDate day : days) {
                Optional<LocalDate> next = Optional.ofNullable(days.higher(day));
                add(reach, place, new Period(day, next));
            }
        }

        private void add(Reach reach, Jurisdiction place, Period period) {
            LocalDate day = period.from();
            List<Holding> old = before.register().holding(reach, place, day);
            List<Holding> young = after.register().holding(reach, place, day);
            Map<Content, Integer> oldContents = contents.of(old);
            Map<Content, Integer> youngContents = contents.of(young);
            boolean sameContents = oldContents.equals(youngContents);
            if (reach != Reach.LOCATION && sameContents && rules.areSame()) {
                // Where the day is covered by one law only, that is found by location.
                return;
            }
            Optional<Jurisdiction> home =
                    reach == Reach.LOCATION ? Optional.empty() : home(place, day);
            if (reach != Reach.LOCATION && home.isEmpty()) {
                return;
            }
            Visit visit = visit(reach, place, day, home);
            boolean coveredBefore = before.isCovered(visit);
            boolean coveredAfter = after.isCovered(visit);
            boolean same = sameContents && rules.areSame() && coveredBefore == coveredAfter;
            if (same || (!coveredBefore && !coveredAfter)) {
                return;
            }
            boolean covered = coveredBefore && coveredAfter;
            List<Provision> changed = changed(old, young, oldContents, youngContents, covered);
            if (changed.isEmpty()) {
                return;
            }
            Key key =
                    new Key(
                            reach,
                            home.map(
                                    h ->
                                            contents.of(
                                                    before.register()
                                                            .holding(Reach.LOCATION, h, day))),
                            Optional.of(telling(old, changed)).filter(c -> coveredBefore),
                            Optional.of(telling(young, changed)).filter(c -> coveredAfter));
            pairs.computeIfAbsent(
                            key,
                            k ->
                                    new LawPair(
                                            reach,
                                            place,
                                            day,
                                            home,
                                            Optional.of(old).filter(o -> coveredBefore),
                                            Optional.of(young).filter(o -> coveredAfter),
                                            changed,
                                            Map.of()))
                    .where
                    .merge(place, List.of(period), Period::join);
        }

        /**
         * What provisions say, without those on transfers that have not changed: as long as the
         * data go nowhere, they decide nothing.
         */
        private Map<Content, Integer> telling(List<Holding> holdings, List<Provision> changed) {
            boolean anywhere =
                    changed.stream().allMatch(p -> p.when().recipientCountries().isEmpty());
            Set<String> ids = new HashSet<>();
            changed.forEach(provision -> ids.add(provision.id()));
            return contents.of(
                    holdings.stream()
                            .filter(
                                    holding ->
                                            !anywhere
                                                    || ids.contains(holding.provision().id())
                                                    || !TRANSFERS.contains(
                                                            holding.provision().kind()))
                            .toList());
        }

        private List<Provision> changed(
                List<Holding> old,
                List<Holding> young,
                Map<Content, Integer> oldContents,
                Map<Content, Integer> youngContents,
                boolean covered) {
            List<Provision> changed = new ArrayList<>();
            addChanged(old, youngContents, covered, changed);
            addChanged(young, oldContents, covered, changed);
            return changed.stream().distinct().toList();
        }

        private void addChanged(
                List<Holding> holdings,
                Map<Content, Integer> others,
                boolean covered,
                List<Provision> changed) {
            Map<Content, Integer> left = new HashMap<>(others);
            for (Holding holding : holdings) {
                Content content = contents.of(holding);
                boolean has = left.merge(content, -1, Integer::sum) >= 0;
                if (!has || !covered || isReadOtherwise(holding.provision())) {
                    changed.add(holding.provision());
                }
            }
        }

        private boolean isReadOtherwise(Provision provision) {
            return !rules.areSame()
                    && readOtherwise.computeIfAbsent(
                            provision, p -> rules.mayRead(after.register().asLaws(p)));
        }

        /**
         * Places where a visitor is when another law is looked at, those with the fewest demands
         * first.
         */
        private List<Jurisdiction> homes() {
            return Jurisdiction.all().stream()
                    .sorted(
                            Comparator.comparing((Jurisdiction place) -> demands(place))
                                    .thenComparing(place -> place))
                    .limit(40)
                    .toList();
        }

        private long demands(Jurisdiction place) {
            LocalDate last =
                    before.register().changeDays().get(before.register().changeDays().size() - 1);
            return before.register().holding(Reach.LOCATION, place, last).stream()
                    .map(Holding::provision)
                    .filter(provision -> provision.kind() != Kind.NO_RULE)
                    .filter(
                            provision ->
                                    provision.layers().contains(Layer.DEVICE)
                                            || provision.layers().contains(Layer.PERSONAL_DATA))
                    .count();
        }

        /** The first of the homes that both laws treat alike on a day and cover. */
        private Optional<Jurisdiction> home(Jurisdiction place, LocalDate day) {
            return homes.stream()
                    .filter(home -> !home.country().equals(place.country()))
                    .filter(
                            home -> {
                                Visit visit = visit(Reach.LOCATION, home, day, Optional.empty());
                                return before.isCovered(visit)
                                        && after.isCovered(visit)
                                        && contents.of(
                                                        before.register()
                                                                .holding(Reach.LOCATION, home, day))
                                                .equals(
                                                        contents.of(
                                                                after.register()
                                                                        .holding(
                                                                                Reach.LOCATION,
                                                                                home,
                                                                                day)));
                            })
                    .findFirst();
        }
    }
}
