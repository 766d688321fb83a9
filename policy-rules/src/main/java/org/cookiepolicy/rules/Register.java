package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Regime;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Proposal;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;

/**
 * The provisions of all instruments, and the groups of places they hold in. Immutable.
 *
 * <p>Answers one question: which provisions reach a visitor on a day, under the readings chosen.
 */
public final class Register {
    /** The code by which a provision of any place, or a destination of any country, is named. */
    public static final String ANYWHERE = "anywhere";

    /** More timelines than this are not kept, so that strangers cannot fill the memory. */
    private static final int MOST_TIMELINES = 1_000;

    private final List<Provision> provisions;
    private final List<Proposal> proposals;
    private final List<Group> groups;
    private final Map<Jurisdiction, Jurisdiction> parts;
    private final Map<String, List<Provision>> byPlace = new HashMap<>();
    private final Map<Jurisdiction, List<Membership>> memberships = new HashMap<>();
    private final Set<Jurisdiction> split;
    private final Optional<LocalDate> coveredFrom;
    private final Map<String, Optional<Loosening>> house;
    private final List<LocalDate> changeDays;
    private final Map<String, Source> sources;
    private final Map<Circumstances, Timeline> timelines = new ConcurrentHashMap<>();

    /**
     * Where something stands in the files of the law.
     *
     * @param file the name of the file, not null
     * @param line its line, from 1
     */
    public record Source(String file, int line) {
        /**
         * Returns the place as editors and compilers write it.
         *
         * @return file and line, not null
         */
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /**
     * Creates a register.
     *
     * @param provisions the provisions, not null
     * @param proposals what is proposed and counts for nothing, not null
     * @param groups the groups, not null
     * @param parts places without law of their own, and the place whose law they have; not null
     * @param split countries each part of which needs an entry of its own; not null
     * @param coveredFrom the day since which every place has an answer; empty when the law does not
     *     say
     * @param house the ids of the provisions of the house, with what each takes away from law; not
     *     null
     * @param sources where provisions stand by their ids, and members by {@link #memberKey}; not
     *     null
     */
    Register(
            List<Provision> provisions,
            List<Proposal> proposals,
            List<Group> groups,
            Map<Jurisdiction, Jurisdiction> parts,
            Set<Jurisdiction> split,
            Optional<LocalDate> coveredFrom,
            Map<String, Optional<Loosening>> house,
            Map<String, Source> sources) {
        this.provisions = List.copyOf(provisions);
        this.proposals = List.copyOf(proposals);
        this.groups = List.copyOf(groups);
        this.parts = Map.copyOf(parts);
        this.split = Set.copyOf(split);
        this.coveredFrom = coveredFrom;
        this.house = Map.copyOf(house);
        this.sources = Map.copyOf(sources);
        for (Provision provision : provisions) {
            for (String place : provision.places()) {
                byPlace.computeIfAbsent(place, code -> new ArrayList<>()).add(provision);
            }
        }
        for (Group group : groups) {
            for (Group.Member member : group.members()) {
                memberships
                        .computeIfAbsent(member.place(), place -> new ArrayList<>())
                        .add(new Membership(group.id(), member));
            }
        }
        Set<LocalDate> days = new TreeSet<>();
        provisions.forEach(provision -> addDays(provision, days));
        groups.forEach(group -> addDays(group, days));
        this.changeDays = List.copyOf(days);
    }

    /** A place in a group. */
    private record Membership(String group, Group.Member member) {}

    /** The memberships of a place, and of the country it is a part of. */
    private Stream<Membership> memberships(Jurisdiction place) {
        List<Membership> own = memberships.getOrDefault(place, List.of());
        return place.isSubdivision()
                ? Stream.concat(
                        own.stream(), memberships.getOrDefault(place.country(), List.of()).stream())
                : own.stream();
    }

    private static void addDays(Provision provision, Set<LocalDate> days) {
        days.add(provision.from());
        provision.until().ifPresent(days::add);
    }

    private static void addDays(Group group, Set<LocalDate> days) {
        for (Group.Member member : group.members()) {
            days.add(member.from());
            member.until().ifPresent(days::add);
        }
    }

    /**
     * Returns all provisions.
     *
     * @return the provisions in the order of the files, not null
     */
    public List<Provision> provisions() {
        return provisions;
    }

    /**
     * Returns what is proposed, or was and is withdrawn. No decision rests on it.
     *
     * @return the proposals in the order of the files, not null
     */
    public List<Proposal> proposals() {
        return proposals;
    }

    /**
     * Returns the places that have the law of another place and are named by no provision.
     *
     * @return the other place by the place, not null
     */
    public Map<Jurisdiction, Jurisdiction> parts() {
        return parts;
    }

    /**
     * Returns the places that provisions, groups or parts name.
     *
     * @return the places, an unknown one included where it is named; may be empty
     */
    public Set<Jurisdiction> places() {
        Set<String> ids = new HashSet<>(Set.of(ANYWHERE));
        groups.forEach(group -> ids.add(group.id()));
        Set<Jurisdiction> places = new TreeSet<>(parts.keySet());
        byPlace.keySet().stream()
                .filter(code -> !ids.contains(code))
                .map(Jurisdiction::of)
                .forEach(places::add);
        groups.stream()
                .flatMap(group -> group.members().stream())
                .map(Group.Member::place)
                .forEach(places::add);
        return places;
    }

    /**
     * Returns a register with other provisions, and the same groups and places.
     *
     * @param others the provisions, not null
     * @return the register, not null
     */
    public Register with(List<Provision> others) {
        return with(others, groups);
    }

    /**
     * Returns a register with other provisions and groups, and the same places.
     *
     * @param others the provisions, not null
     * @param otherGroups the groups, not null
     * @return the register, not null
     */
    public Register with(List<Provision> others, List<Group> otherGroups) {
        return new Register(
                others, proposals, otherGroups, parts, split, coveredFrom, house, sources);
    }

    /**
     * Returns where a provision stands.
     *
     * @param provision the provision, not null
     * @return the place; empty when it was not read from a file
     */
    public Optional<Source> source(Provision provision) {
        return Optional.ofNullable(sources.get(provision.id()));
    }

    /**
     * Returns where a member of a group stands.
     *
     * @param group the group, not null
     * @param member the index of the member in the group
     * @return the place; empty when it was not read from a file
     */
    public Optional<Source> source(Group group, int member) {
        return Optional.ofNullable(sources.get(memberKey(group.id(), member)));
    }

    static String memberKey(String group, int member) {
        return "member " + member + " of " + group;
    }

    /**
     * Returns the provision that a law is. Rules have no way to it.
     *
     * @param law the law, not null
     * @return its provision, not null
     */
    public static Provision provision(Law law) {
        return law.provision();
    }

    /**
     * Returns a law as it were if its provision said something else.
     *
     * @param law the law, not null
     * @param other the provision, with the same destinations or none; not null
     * @return a law in the same layer and regime, not null
     */
    public static Law with(Law law, Provision other) {
        return law.with(other);
    }

    /**
     * Returns this register without one provision.
     *
     * @param id the key of the provision, not null
     * @return the register, not null
     */
    public Register without(String id) {
        return with(provisions.stream().filter(p -> !p.id().equals(id)).toList());
    }

    /**
     * Returns whose provision one is.
     *
     * @param provision a provision of this register, not null
     * @return the house or the law, not null
     */
    public Origin origin(Provision provision) {
        return house.containsKey(provision.id()) ? Origin.HOUSE : Origin.LAW;
    }

    /**
     * Returns what a provision of the house takes away from law.
     *
     * @param provision a provision of this register, not null
     * @return what it declares; empty when it takes nothing away, or is law
     */
    public Optional<Loosening> loosening(Provision provision) {
        return house.getOrDefault(provision.id(), Optional.empty());
    }

    /**
     * Returns whether a house may say what the provisions of the house do, for tools that try out
     * an edit: {@link PolicyEngine#load(List)} refuses any other.
     *
     * @return true when none says that there is no law, and each takes away from law what it
     *     declares and nothing else; hence without a house
     */
    public boolean isHouseSound() {
        return provisions.stream()
                .filter(provision -> origin(provision) == Origin.HOUSE)
                .allMatch(this::isSound);
    }

    private boolean isSound(Provision ofHouse) {
        Optional<Loosening> loosening = loosening(ofHouse);
        return ofHouse.kind() != Kind.NO_RULE
                && loosening.isEmpty() == ofHouse.kind().loosens().isEmpty()
                && loosening.stream()
                        .flatMap(declared -> declared.law().stream())
                        .allMatch(
                                id ->
                                        provisions.stream()
                                                .filter(law -> law.id().equals(id))
                                                .anyMatch(law -> canTakeAway(ofHouse, law)));
    }

    private static boolean canTakeAway(Provision ofHouse, Provision law) {
        return ofHouse.kind().loosens().contains(law.kind()) && meet(ofHouse, law);
    }

    /** Whether two provisions meet in a layer; what consent has to be matters in every layer. */
    static boolean meet(Provision ofHouse, Provision law) {
        return law.kind() == Kind.CONSENT_STANDARD
                || !Collections.disjoint(ofHouse.layers(), law.layers());
    }

    /**
     * Returns all groups.
     *
     * @return the groups, not null
     */
    public List<Group> groups() {
        return groups;
    }

    /**
     * Returns what the register knows of the place of a visitor.
     *
     * @param place the place, not null
     * @return whether it is covered, not covered, or unknown
     */
    public Coverage coverage(Jurisdiction place) {
        if (place.isUnknown()) {
            return Coverage.UNKNOWN_PLACE;
        }
        return own(place).findAny().isPresent() ? Coverage.COVERED : Coverage.NOT_COVERED;
    }

    /**
     * Returns the day since which the law says it has an answer in every place.
     *
     * @return the first such day; empty when the law does not say
     */
    public Optional<LocalDate> coveredFrom() {
        return coveredFrom;
    }

    /**
     * Returns the first day for which the register has the law of a place.
     *
     * @param place the place, not null
     * @return the day; empty when the place is not covered or not known
     */
    public Optional<LocalDate> coveredFrom(Jurisdiction place) {
        return own(place).map(Provision::from).min(LocalDate::compareTo);
    }

    /**
     * Provisions on access to the device in force somewhere in a place itself, not in its group.
     * What a house says of a place does not make its law known.
     */
    private Stream<Provision> own(Jurisdiction place) {
        return own(home(place), ignored -> true);
    }

    private Stream<Provision> own(Jurisdiction home, Predicate<Provision> filter) {
        Set<String> codes = new HashSet<>(Set.of(home.code()));
        if (home.isSubdivision() && !split.contains(home.country())) {
            codes.add(home.country().code());
        }
        if (split.contains(home)) {
            codes.addAll(subdivisions(home));
        }
        return codes.stream()
                .flatMap(code -> byPlace.getOrDefault(code, List.of()).stream())
                .filter(provision -> provision.layers().contains(Layer.DEVICE))
                .filter(provision -> provision.kind().isGoverning())
                .filter(provision -> origin(provision) == Origin.LAW)
                .filter(filter);
    }

    /**
     * Returns the place whose law a place has.
     *
     * @param place the place, not null
     * @return the place itself unless it has the law of another; not null
     */
    public Jurisdiction home(Jurisdiction place) {
        return parts.getOrDefault(place, place);
    }

    /**
     * Returns the laws that apply to a request.
     *
     * @param settled the request, not null
     * @return the laws of the place of the visitor, and those that reach the visitor otherwise; not
     *     null
     */
    List<Law> lawsFor(Request settled) {
        return about(settled, timeline(settled.visit()).on(settled.visit().at()));
    }

    /**
     * Returns the later days on which other laws apply to a request.
     *
     * @param settled the request, not null
     * @return the days on which the set of laws differs from that of the day before, in order; may
     *     be empty
     */
    List<LocalDate> laterDays(Request settled) {
        Timeline timeline = timeline(settled.visit());
        List<LocalDate> later = new ArrayList<>();
        Set<Law> before = Set.copyOf(lawsFor(settled));
        for (LocalDate day : timeline.after(settled.visit().at())) {
            Set<Law> laws = Set.copyOf(about(settled, timeline.on(day)));
            if (!laws.equals(before)) {
                later.add(day);
            }
            before = laws;
        }
        return later;
    }

    /** The days on which the law of a place may change, in order. */
    Collection<LocalDate> daysOf(Jurisdiction place) {
        return timeline(Visit.of(LocalDate.EPOCH, Visitor.in(place))).after(LocalDate.MIN);
    }

    /** The laws of a place on a day, whatever they are about, with every point read strictly. */
    List<Law> lawsOf(Jurisdiction place, LocalDate day) {
        return timeline(Visit.of(LocalDate.EPOCH, Visitor.in(place))).on(day);
    }

    private static List<Law> about(Request settled, List<Law> laws) {
        Access access = new Access(settled);
        return laws.stream().filter(law -> access.isWithin(law.scope())).toList();
    }

    /** What decides which provisions apply on a day, whatever the access. */
    private record Circumstances(
            Jurisdiction location,
            Jurisdiction residence,
            Operator operator,
            Map<ContestedPoint, Reading> readings) {
        Visit visit() {
            Visitor visitor = Visitor.builder().location(location).residence(residence).build();
            return Visit.of(LocalDate.EPOCH, visitor).toBuilder()
                    .operator(operator)
                    .interpretations(readings)
                    .build();
        }
    }

    private Timeline timeline(Visit visit) {
        Visitor visitor = visit.visitor();
        Circumstances circumstances =
                new Circumstances(
                        visitor.location(),
                        visitor.residence().orElse(visitor.location()),
                        visit.operator(),
                        visit.interpretations());
        Timeline timeline = timelines.get(circumstances);
        if (timeline == null) {
            if (timelines.size() >= MOST_TIMELINES) {
                timelines.clear();
            }
            // Without notice, consent and the like, which are nobody's business beyond this
            // request.
            Visit plain = circumstances.visit();
            timeline = new Timeline(relevantDays(plain), day -> lawsOn(day, plain));
            timelines.put(circumstances, timeline);
        }
        return timeline;
    }

    /** The days on which the law of one of the places that matter may change. */
    private Set<LocalDate> relevantDays(Visit visit) {
        Set<LocalDate> days = new TreeSet<>();
        groups.forEach(group -> addDays(group, days));
        Set<Jurisdiction> places = new HashSet<>();
        places.add(homeRegime(visit).place());
        places.add(visit.visitor().location());
        visit.visitor().residence().map(this::home).ifPresent(places::add);
        visit.operator().country().map(this::home).ifPresent(places::add);
        for (Jurisdiction place : places) {
            Set<String> codes = codes(place, group -> true);
            codes.addAll(subdivisions(place));
            for (String code : codes) {
                byPlace.getOrDefault(code, List.of()).forEach(p -> addDays(p, days));
            }
        }
        return days;
    }

    private List<Law> lawsOn(LocalDate day, Visit of) {
        Visit visit = of.toBuilder().at(day).build();
        List<Law> laws = new ArrayList<>();
        Set<String> applied = new HashSet<>();
        Regime home = homeRegime(visit);
        addLaws(home, visit, applied, laws);
        addHouse(home, visit, applied, laws);
        visit.visitor()
                .residence()
                .filter(residence -> !residence.equals(visit.visitor().location()))
                .map(place -> new Regime(Reach.RESIDENCE, place))
                .ifPresent(regime -> addLaws(regime, visit, applied, laws));
        visit.operator()
                .country()
                .map(place -> new Regime(Reach.ESTABLISHMENT, place))
                .ifPresent(regime -> addLaws(regime, visit, applied, laws));
        return List.copyOf(laws);
    }

    /**
     * Returns the regime of the place where a visitor is.
     *
     * @param visit the visit, not null
     * @return the regime, not null; that of an unknown place where the register has no entry
     */
    public Regime homeRegime(Visit visit) {
        Jurisdiction location = visit.visitor().location();
        Jurisdiction place =
                coverage(location) == Coverage.COVERED ? home(location) : Jurisdiction.UNKNOWN;
        return new Regime(Reach.LOCATION, place);
    }

    private void addLaws(Regime regime, Visit visit, Set<String> applied, List<Law> laws) {
        Jurisdiction place = home(regime.place());
        addLaws(regime, codes(place, visit), visit, applied, laws, law -> true);
        // Which part it is may not be known. Then the law of every part has to pass by itself: what
        // is exempt in one part is not thereby exempt in another.
        Set<String> reached = Set.copyOf(applied);
        for (String part : subdivisions(place)) {
            Regime own = new Regime(regime.reach(), Jurisdiction.of(part));
            // A law that two parts share belongs to the law of each.
            Set<String> before = new HashSet<>(reached);
            addLaws(own, codes(own.place(), visit), visit, before, laws, law -> true);
            applied.addAll(before);
        }
    }

    /** What a house says of a place holds there, even where the law of the place is not known. */
    private void addHouse(Regime home, Visit visit, Set<String> applied, List<Law> laws) {
        Jurisdiction location = visit.visitor().location();
        Set<String> codes = codes(location, visit);
        codes.addAll(subdivisions(location));
        addLaws(home, codes, visit, applied, laws, law -> origin(law) == Origin.HOUSE);
    }

    private void addLaws(
            Regime regime,
            Set<String> codes,
            Visit visit,
            Set<String> applied,
            List<Law> laws,
            Predicate<Provision> which) {
        Set<String> added = new HashSet<>();
        for (String code : codes) {
            for (Provision provision : byPlace.getOrDefault(code, List.of())) {
                // A law that reaches the visitor in one way already is not applied a second time.
                boolean applies =
                        which.test(provision)
                                && provision.reach().contains(regime.reach())
                                && !applied.contains(provision.id())
                                && provision.isInForceOn(visit.at())
                                && isRead(provision.readings(), visit)
                                && !isBelowThresholds(provision, visit);
                if (applies && added.add(provision.id())) {
                    provision
                            .layers()
                            .forEach(layer -> laws.add(law(provision, layer, regime, visit)));
                }
            }
        }
        applied.addAll(added);
    }

    private Law law(Provision provision, Layer layer, Regime regime, Visit visit) {
        Optional<ContestedPoint> contested = provision.terms().lifespanContested();
        return new Law(
                provision,
                origin(provision),
                loosening(provision),
                layer,
                regime,
                places(provision.terms().destinations(), visit.at()),
                places(provision.terms().exceptDestinations(), visit.at()),
                contested.map(visit::reading));
    }

    /**
     * Returns what rules may get to see of a provision, wherever and whenever it holds, for tools
     * that ask which rules read it.
     *
     * @param provision the provision, not null
     * @return a law for each of its layers and each reading of its lifespan, in no place and with
     *     no destination; not empty
     */
    public List<Law> asLaws(Provision provision) {
        Regime regime = new Regime(provision.reach().iterator().next(), Jurisdiction.UNKNOWN);
        List<Optional<Reading>> readings = new ArrayList<>();
        if (provision.terms().lifespanContested().isEmpty()) {
            readings.add(Optional.empty());
        } else {
            for (Reading reading : Reading.values()) {
                readings.add(Optional.of(reading));
            }
        }
        List<Law> laws = new ArrayList<>();
        for (Layer layer : provision.layers()) {
            for (Optional<Reading> reading : readings) {
                laws.add(
                        new Law(
                                provision,
                                origin(provision),
                                loosening(provision),
                                layer,
                                regime,
                                Set.of(),
                                Set.of(),
                                reading));
            }
        }
        return laws;
    }

    /**
     * The places that codes of countries and groups stand for, with the parts that share their law.
     */
    private Set<Jurisdiction> places(Set<String> codes, LocalDate day) {
        Set<Jurisdiction> destinations = new HashSet<>();
        for (String code : codes) {
            Optional<Group> group = groups.stream().filter(g -> g.id().equals(code)).findFirst();
            if (group.isPresent()) {
                group.get().members().stream()
                        .filter(member -> member.isMemberOn(day))
                        .forEach(member -> destinations.add(member.place()));
            } else if (!code.equals(ANYWHERE)) {
                destinations.add(Jurisdiction.of(code));
            }
        }
        Set<Jurisdiction> wholes = Set.copyOf(destinations);
        parts.forEach(
                (part, whole) -> {
                    if (wholes.contains(whole) || wholes.contains(whole.country())) {
                        destinations.add(part);
                    }
                });
        return destinations;
    }

    /**
     * A provision that holds in a place.
     *
     * @param provision the provision, not null
     * @param memberships the readings under which the place is among those it holds in, one map for
     *     each way; an empty map: under all readings; not empty
     * @param destinations the countries its destinations stand for on the day; may be empty
     * @param exceptDestinations likewise those that are not among them; may be empty
     * @param origin whose provision it is, not null
     * @param loosening what it takes away from law; empty when nothing
     */
    public record Holding(
            Provision provision,
            Set<Map<ContestedPoint, Reading>> memberships,
            Set<Jurisdiction> destinations,
            Set<Jurisdiction> exceptDestinations,
            Origin origin,
            Optional<Loosening> loosening) {
        /** Copies the sets. */
        public Holding {
            memberships = Set.copyOf(memberships);
            destinations = Set.copyOf(destinations);
            exceptDestinations = Set.copyOf(exceptDestinations);
        }
    }

    /**
     * Returns the provisions by which a place reaches visitors, whatever the reading, for tools
     * that compare laws.
     *
     * @param reach by what they reach, not null
     * @param place the place; one that is not covered stands for an unknown one when it is a
     *     location; not null
     * @param day the day, not null
     * @return the provisions in the order of the files; may be empty
     */
    public List<Holding> holding(Reach reach, Jurisdiction place, LocalDate day) {
        Jurisdiction home =
                reach == Reach.LOCATION && coverage(place) != Coverage.COVERED
                        ? Jurisdiction.UNKNOWN
                        : home(place);
        Map<String, Holding> holding = new LinkedHashMap<>();
        addHolding(home, reach, day, provision -> true, holding);
        if (reach == Reach.LOCATION && !home.equals(place)) {
            // What a house says of a place holds there all the same.
            addHolding(place, reach, day, p -> origin(p) == Origin.HOUSE, holding);
        }
        return List.copyOf(holding.values());
    }

    private void addHolding(
            Jurisdiction place,
            Reach reach,
            LocalDate day,
            Predicate<Provision> which,
            Map<String, Holding> holding) {
        Map<String, Set<Map<ContestedPoint, Reading>>> named = new TreeMap<>();
        Set<String> own = codes(place, member -> false);
        // Where the part of a country is not known, the law of every part has to pass as well.
        own.addAll(subdivisions(place));
        for (String code : own) {
            named.computeIfAbsent(code, c -> new HashSet<>()).add(Map.of());
        }
        memberships(place)
                .filter(membership -> membership.member().isMemberOn(day))
                .forEach(
                        membership ->
                                named.computeIfAbsent(membership.group(), c -> new HashSet<>())
                                        .add(membership.member().readings()));
        named.forEach(
                (code, ways) ->
                        byPlace.getOrDefault(code, List.of()).stream()
                                .filter(which)
                                .filter(p -> p.reach().contains(reach) && p.isInForceOn(day))
                                .forEach(
                                        p ->
                                                holding.merge(
                                                        p.id(),
                                                        holding(p, ways, day),
                                                        Register::both)));
    }

    private Holding holding(
            Provision provision, Set<Map<ContestedPoint, Reading>> ways, LocalDate day) {
        return new Holding(
                provision,
                ways,
                places(provision.terms().destinations(), day),
                places(provision.terms().exceptDestinations(), day),
                origin(provision),
                loosening(provision));
    }

    private static Holding both(Holding first, Holding second) {
        Set<Map<ContestedPoint, Reading>> ways = new HashSet<>(first.memberships());
        ways.addAll(second.memberships());
        return new Holding(
                first.provision(),
                ways,
                first.destinations(),
                first.exceptDestinations(),
                first.origin(),
                first.loosening());
    }

    /**
     * Returns the days on which the law of a place may change.
     *
     * @param place the place, not null
     * @return the days; a membership of any place in any group is among them; sorted
     */
    public NavigableSet<LocalDate> changeDays(Jurisdiction place) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        groups.forEach(group -> addDays(group, days));
        for (Jurisdiction each : List.of(place, home(place), Jurisdiction.UNKNOWN)) {
            Set<String> codes = codes(each, group -> true);
            codes.addAll(subdivisions(each));
            codes.stream()
                    .flatMap(code -> byPlace.getOrDefault(code, List.of()).stream())
                    .forEach(provision -> addDays(provision, days));
        }
        return days;
    }

    /** The codes under which provisions may name a place: its own, its country's, its groups'. */
    private Set<String> codes(Jurisdiction place, Predicate<Group.Member> counts) {
        Jurisdiction country = place.country();
        Set<String> codes = new TreeSet<>(List.of(place.code(), country.code(), ANYWHERE));
        memberships(place)
                .filter(membership -> counts.test(membership.member()))
                .forEach(membership -> codes.add(membership.group()));
        return codes;
    }

    private Set<String> codes(Jurisdiction place, Visit visit) {
        return codes(
                place, member -> member.isMemberOn(visit.at()) && isRead(member.readings(), visit));
    }

    /**
     * Returns the codes under which provisions name a place on the day of a visit.
     *
     * @param place the place whose law it is, not null
     * @param visit the day, and the readings under which memberships count; not null
     * @return its own code with its country's and its groups'; and where the place has parts with
     *     law of their own, the same for each of them, since it may be any; not empty
     */
    public List<Set<String>> codesOf(Jurisdiction place, Visit visit) {
        return Stream.concat(Stream.of(place), subdivisions(place).stream().map(Jurisdiction::of))
                .map(each -> codes(each, visit))
                .toList();
    }

    /**
     * Returns the codes under which provisions name a place, or a part of it, on any day.
     *
     * @param place the place whose law it is, not null
     * @return the codes, not null
     */
    public Set<String> codesOf(Jurisdiction place) {
        return Stream.concat(Stream.of(place), subdivisions(place).stream().map(Jurisdiction::of))
                .flatMap(each -> codes(each, member -> true).stream())
                .collect(Collectors.toSet());
    }

    /** The parts of a country that provisions name, in order; none for a part. */
    private Set<String> subdivisions(Jurisdiction country) {
        return byPlace.keySet().stream()
                .filter(code -> code.startsWith(country.code() + "-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns whether a law drops out because the operator is below its thresholds, which it does
     * only where that reading is chosen.
     *
     * @param provision the provision, not null
     * @param visit the operator and the readings, not null
     * @return true when it drops out
     */
    public boolean isBelowThresholds(Provision provision, Visit visit) {
        return provision.when().thresholds()
                && visit.reading(ContestedPoint.OPERATOR_THRESHOLDS) == Reading.LENIENT
                && visit.operator().outsideScopeOf().stream()
                        .anyMatch(place -> isNamedBy(provision, place, visit));
    }

    /** Whether a provision names a place itself or by a group it belongs to on the day. */
    private boolean isNamedBy(Provision provision, Jurisdiction place, Visit visit) {
        return provision.places().contains(place.code())
                || groups.stream()
                        .filter(group -> provision.places().contains(group.id()))
                        .flatMap(group -> group.members().stream())
                        .anyMatch(m -> m.place().equals(place) && m.isMemberOn(visit.at()));
    }

    /**
     * Returns whether a visit is decided under some readings.
     *
     * @param readings the readings by point; may be empty
     * @param visit the visit, not null
     * @return true when each is the reading chosen
     */
    public static boolean isRead(Map<ContestedPoint, Reading> readings, Visit visit) {
        return readings.entrySet().stream()
                .allMatch(entry -> visit.reading(entry.getKey()) == entry.getValue());
    }

    /**
     * Returns the days on which the law changes.
     *
     * @return the first day of each provision and membership, and the first day after each; sorted
     */
    public List<LocalDate> changeDays() {
        return changeDays;
    }
}
