package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.DataScope;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.DisclosureScope;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register.Holding;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/**
 * Says which cookies are decided differently when one policy replaces another, under the same law.
 *
 * <p>Each cookie that one of the policies names and of which they say different things is decided
 * under both, in every place and on every day from one on; a cookie that a policy does not know is
 * denied. Places and days stand for each other where the law says the same of the two cookies,
 * names and citations aside. In each of these the facts of a visit are those of which some
 * provision speaks that can tell the two cookies apart (see {@link Facts}), with the choice, also
 * to agree to some purposes or recipients only; every combination of their classes is decided where
 * these are few enough, and otherwise a selection that is the same every time. {@link #extent()}
 * says which.
 *
 * <p>The operator is the controller of the policy, and contested points are read as the operator
 * reads them. What only rests on other grounds is left out.
 *
 * <p>A pure function of the law, the policies and the day.
 */
public final class PolicyDiff {
    /** How many situations are decided at most, about. */
    public static final long MOST_SITUATIONS = 20_000;

    /** ChangeKind that bring nothing but duties, the same ones for every cookie they are about. */
    private static final Set<Kind> OF_DUTIES =
            EnumSet.of(
                    Kind.DUTY,
                    Kind.OBJECTION,
                    Kind.REFUSAL_MEMORY,
                    Kind.ALL_DEVICES,
                    Kind.LASTING_OPT_OUT);

    /** The numbers that the Transparency and Consent Framework gives to purposes. */
    private static final Set<Integer> ALL_PURPOSES_OF_STRINGS =
            IntStream.rangeClosed(1, 11).boxed().collect(Collectors.toUnmodifiableSet());

    private static final Set<Kind> OF_TRANSFERS =
            EnumSet.of(Kind.TRANSFER_RULE, Kind.TRANSFER_GROUND);

    private final PolicyEngine engine;
    private final LocalDate since;
    private final Map<ContestedPoint, Reading> readings;
    private final RuleFacts read;
    private final Contents contents;
    private final Tally tally = new Tally();
    private final List<Change> changes = new ArrayList<>();
    private int cookies;

    private PolicyDiff(
            PolicyEngine engine,
            List<LawFile> house,
            LocalDate since,
            Map<ContestedPoint, Reading> readings) {
        this.engine = engine;
        this.read =
                RuleFacts.of(
                        PolicyEngine.rules(house).stream()
                                .flatMap(file -> file.rules().stream())
                                .toList());
        this.since = since;
        this.readings = Map.copyOf(readings);
        this.contents = Contents.of(List.of(engine.register()), Set.of());
    }

    /** What became of an entry of the policy. */
    public enum ChangeKind {
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
     * @param where the periods of each place, not empty
     * @param conditions the facts of the visit that matter, by name; may be empty
     * @param situations how many combinations of classes of facts, places and periods
     * @param complete whether every combination was looked at
     * @param witness one of the visits, the plainest; not null
     */
    public record Change(
            String cookie,
            ChangeKind kind,
            List<String> facts,
            Effect effect,
            Map<Jurisdiction, List<Period>> where,
            Map<String, Affected.Condition> conditions,
            long situations,
            boolean complete,
            Witness witness) {
        /** Copies the collections. */
        public Change {
            Objects.requireNonNull(kind, "kind");
            facts = List.copyOf(facts);
            Objects.requireNonNull(effect, "effect");
            where = Collections.unmodifiableMap(new TreeMap<>(where));
            conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
            Objects.requireNonNull(witness, "witness");
        }

        /**
         * Returns the change in a sentence.
         *
         * @return the cookie, where and when, and what becomes of it; not blank
         */
        public String sentence() {
            List<String> parts = new ArrayList<>();
            parts.add(
                    "`"
                            + cookie
                            + "` ("
                            + Tokens.of(kind)
                            + (facts.isEmpty() ? "" : ": " + String.join(", ", facts))
                            + ")");
            conditions.values().forEach(condition -> parts.add(condition.words()));
            parts.add(Period.inWords(where));
            return String.join(", ", parts) + ": " + effect;
        }

        private List<Object> butForPlaces() {
            return List.of(
                    effect, conditions.values().stream().map(Affected.Condition::words).toList());
        }

        private Change with(Change other) {
            return new Change(
                    cookie,
                    kind,
                    facts,
                    effect,
                    Period.join(where, other.where),
                    conditions,
                    situations + other.situations,
                    complete && other.complete,
                    witness);
        }
    }

    /**
     * What was looked at.
     *
     * @param since the first day
     * @param cookies how many cookies differ
     * @param tables how many combinations of these and of different laws
     * @param situations how many situations, each decided for both cookies
     * @param complete of how many tables every combination was looked at
     * @param sampled of how many tables only some combinations were looked at, by which; in order
     * @param uncovered what rules of a house ask of a visit of which some values only were tried;
     *     may be empty
     */
    public record Extent(
            LocalDate since,
            int cookies,
            int tables,
            long situations,
            int complete,
            Map<String, Integer> sampled,
            List<String> uncovered) {
        /** Copies the collections. */
        public Extent {
            sampled = Collections.unmodifiableMap(new LinkedHashMap<>(sampled));
            uncovered = List.copyOf(uncovered);
        }
    }

    /**
     * Compares two policies under law without a house, with the strict reading of every contested
     * point.
     *
     * @param engine decides by the law, not null
     * @param before the first policy, not null
     * @param after the second policy, not null
     * @param since the first day, not null
     * @return what differs, not null
     */
    public static PolicyDiff between(
            PolicyEngine engine, CookiePolicy before, CookiePolicy after, LocalDate since) {
        return between(engine, List.of(), before, after, since, Map.of(), MOST_SITUATIONS);
    }

    /**
     * Compares two policies.
     *
     * @param engine decides by the law, not null
     * @param house the files of the house that the engine has beside the law; may be empty
     * @param before the first policy, not null
     * @param after the second policy, not null
     * @param since the first day, not null
     * @param readings how contested points are read; strictly where they are left out; not null
     * @param most how many situations are decided at most, about; 1 or more
     * @return what differs, not null
     */
    public static PolicyDiff between(
            PolicyEngine engine,
            List<LawFile> house,
            CookiePolicy before,
            CookiePolicy after,
            LocalDate since,
            Map<ContestedPoint, Reading> readings,
            long most) {
        List<LawFile> rules = house.stream().filter(LawFile::isRules).toList();
        PolicyDiff diff = new PolicyDiff(engine, rules, since, readings);
        diff.compare(before, after, most);
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
     * Returns how the space of situations was looked at.
     *
     * @return the extent, not null
     */
    public Extent extent() {
        return new Extent(
                since,
                cookies,
                tally.tables(),
                tally.looked(),
                tally.complete(),
                tally.sampled(),
                uncovered());
    }

    /** Cookies are given, so that only what is asked of visits matters. */
    private List<String> uncovered() {
        return read.uncovered().stream()
                .filter(member -> member.startsWith("Visitor.") || member.startsWith("Signals."))
                .toList();
    }

    /**
     * Returns a scenario of each change: the cookie as the second policy has it, and what is
     * decided.
     *
     * @return the suite; empty when nothing is decided differently
     */
    public Optional<Suite> witnesses() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Change change : changes) {
            Decision after = change.witness().after().orElseThrow();
            scenarios.add(
                    new Scenario(
                            "changed-" + (scenarios.size() + 1),
                            change.sentence(),
                            "a comparison of two policies",
                            change.witness().request(),
                            new Expectation(
                                    after.outcome(),
                                    after.dutySet(),
                                    Set.of(),
                                    !change.effect().dropped().isEmpty())));
        }
        return scenarios.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Suite(
                                "policy-diff",
                                "What changes when one policy replaces another",
                                scenarios));
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

    /** What two policies say of a cookie. */
    private record Both(String name, Entry before, Entry after, List<String> differing) {
        static Both of(String name, Entry before, Entry after) {
            return new Both(name, before, after, differing(before, after));
        }

        /** The facts that differ and that a decision may depend on. */
        private static List<String> differing(Entry before, Entry after) {
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
            return same.entrySet().stream()
                    .filter(e -> !e.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        ChangeKind kind() {
            return !before.known()
                    ? ChangeKind.ADDED
                    : after.known() ? ChangeKind.CHANGED : ChangeKind.REMOVED;
        }

        Set<Purpose> purposes() {
            Set<Purpose> purposes = EnumSet.copyOf(before.cookie().purposes());
            purposes.addAll(after.cookie().purposes());
            return purposes;
        }

        /** Whether a provision may treat the two cookies differently. */
        boolean areToldApartBy(Provision provision) {
            return differing.stream().anyMatch(fact -> isRead(fact, provision));
        }

        private boolean isRead(String fact, Provision provision) {
            Scope scope = provision.when();
            Terms terms = provision.terms();
            boolean disclosure = scope.disclosure() != DisclosureScope.ANY || scope.crossSite();
            boolean sharing = disclosure || scope.sentToThirdParty() || terms.notShared();
            return switch (fact) {
                case "purposes" ->
                        // What is about every purpose may still be agreed to for some only.
                        (provision.kind().isGoverning() && scope.purposes().isEmpty())
                                || disclosure
                                || terms.solePurpose()
                                || isAboutOne(scope);
                case "party" -> sharing || !scope.parties().isEmpty() || !terms.parties().isEmpty();
                case "lifespan" ->
                        provision.kind() == Kind.EXEMPTION && terms.lifespan().isPresent();
                case "technology" -> !scope.technologies().isEmpty();
                case "personal-data" ->
                        scope.data() != DataScope.ANY
                                || !provision.layers().equals(Set.of(Layer.DEVICE));
                case "sensitive-data" ->
                        !scope.sensitiveData().isEmpty()
                                || terms.notSensitive()
                                || !terms.safeguards().isEmpty();
                case "safeguards" -> terms.notShared() || !terms.safeguards().isEmpty();
                case "can-be-disabled" -> scope.cannotBeDisabled();
                case "sold-or-shared" -> scope.disclosure() != DisclosureScope.ANY;
                case "recipients" ->
                        sharing
                                || scope.linkedToPerson()
                                || !scope.recipientCountries().isEmpty()
                                || terms.noRecipients()
                                || !terms.safeguards().isEmpty()
                                || terms.demands().contains(Demand.DISCLOSED_VENDORS)
                                || OF_TRANSFERS.contains(provision.kind());
                // Who answers for a cookie is told by the laws that reach the visitor by it.
                case "controller" -> false;
                default -> true;
            };
        }

        /** Whether a provision is about other purposes of one cookie than of the other. */
        private boolean isAboutOne(Scope scope) {
            Set<Purpose> some = EnumSet.copyOf(before.cookie().purposes());
            Set<Purpose> others = EnumSet.copyOf(after.cookie().purposes());
            some.retainAll(scope.purposes());
            others.retainAll(scope.purposes());
            return !some.equals(others);
        }

        /** Choices of recipients by which the two cookies may be told apart. */
        List<Fact.Value> choices() {
            if (!differing.contains("recipients")) {
                return List.of();
            }
            Map<String, List<Recipient>> chosen = new LinkedHashMap<>();
            chosen.put("none of the recipients", List.of());
            chosen.put("the recipients before only", before.cookie().recipients());
            chosen.put("the recipients after only", after.cookie().recipients());
            List<Fact.Value> choices = new ArrayList<>();
            chosen.forEach(
                    (who, recipients) -> {
                        Set<String> names =
                                recipients.stream()
                                        .map(Recipient::name)
                                        .collect(Collectors.toSet());
                        choices.add(
                                Fact.Value.of(
                                        "agreed to " + who,
                                        draft ->
                                                draft.choose(
                                                        ConsentStatus.GRANTED,
                                                        c -> c.vendors(names))));
                        choices.add(
                                Fact.Value.of(
                                        "agreed with a consent string for " + who,
                                        draft -> {
                                            draft.tcf = Optional.of(string(draft.day, recipients));
                                        }));
                    });
            return choices;
        }

        private static TcfString string(LocalDate day, List<Recipient> recipients) {
            Set<Integer> vendors =
                    recipients.stream()
                            .flatMap(recipient -> recipient.iabVendor().stream())
                            .collect(Collectors.toSet());
            return new TcfString(
                    "2.3", Optional.of(day), ALL_PURPOSES_OF_STRINGS, Set.of(), vendors, true);
        }

        /** Whether the data of one of the cookies may go to another country. */
        boolean isTransferred() {
            return Stream.of(before, after)
                    .flatMap(entry -> entry.cookie().recipients().stream())
                    .anyMatch(recipient -> recipient.country().isPresent());
        }
    }

    private void compare(CookiePolicy before, CookiePolicy after, long most) {
        Set<String> seen = new LinkedHashSet<>();
        Map<Table, Both> tables = new LinkedHashMap<>();
        Stream.concat(before.cookies().stream(), after.cookies().stream())
                .forEach(
                        (PolicyCookie entry) -> {
                            String text = entry.cookie().name().text();
                            if (seen.add(text + " " + entry.domain())) {
                                String literal = text.replace("*", "");
                                String name = literal.isEmpty() ? "any" : literal;
                                Both both =
                                        Both.of(
                                                text,
                                                Entry.in(before, name, entry.domain()),
                                                Entry.in(after, name, entry.domain()));
                                if (!both.differing().isEmpty()) {
                                    cookies++;
                                    tables(both).forEach(table -> tables.put(table, both));
                                }
                            }
                        });
        tally.fill(List.copyOf(tables.keySet()), most, Long.MAX_VALUE);
        Map<Both, Map<List<Object>, Change>> merged = new LinkedHashMap<>();
        tables.forEach(
                (table, both) ->
                        changes(both, table)
                                .forEach(
                                        change ->
                                                merged.computeIfAbsent(
                                                                both, b -> new LinkedHashMap<>())
                                                        .merge(
                                                                change.butForPlaces(),
                                                                change,
                                                                Change::with)));
        merged.values().forEach(ofOne -> changes.addAll(ofOne.values()));
        changes.sort(
                Comparator.comparing((Change change) -> change.effect().type())
                        .thenComparing(change -> -change.situations()));
    }

    private List<Change> changes(Both both, Table table) {
        List<Change> found = new ArrayList<>();
        for (Table.Cell cell : table.cells()) {
            found.add(
                    new Change(
                            both.name(),
                            both.kind(),
                            both.kind() == ChangeKind.CHANGED ? both.differing() : List.of(),
                            cell.effect(),
                            table.pair().where(),
                            table.conditions(cell),
                            cell.cases() * table.pair().periods(),
                            table.sampling() == Table.Sampling.NONE && uncovered().isEmpty(),
                            witness(both, cell.plainest())));
        }
        return found;
    }

    private List<Table> tables(Both both) {
        return pairs(both).stream()
                .map(
                        pair ->
                                new Table(
                                        pair,
                                        Facts.ofVisits(pair, both.purposes(), both.choices(), read),
                                        of(both)))
                .toList();
    }

    private Comparison of(Both both) {
        return new Comparison() {
            @Override
            public boolean isSurelySame(Request request) {
                return false;
            }

            @Override
            public Optional<Witness> decide(Request request) {
                return Optional.of(witness(both, request))
                        .filter(found -> found.difference() != Witness.Difference.PROOF);
            }
        };
    }

    /** What is decided in the circumstances of a request. */
    private Witness witness(Both both, Request circumstances) {
        Request old = request(both.before(), circumstances);
        Request young = request(both.after(), circumstances);
        return new Witness(
                young,
                Optional.of(engine.decideThatDay(old)),
                Optional.of(engine.decideThatDay(young)));
    }

    private Request request(Entry entry, Request circumstances) {
        Visit visit = circumstances.visit();
        Visit read = visit.toBuilder().interpretations(readings).build();
        Visit operated =
                read.toBuilder()
                        .operator(
                                new Operator(
                                        Optional.of(entry.controller()),
                                        visit.operator().outsideScopeOf()))
                        .build();
        // Where the law of the controller does not reach back to the day, it is left out.
        return Request.toSet(entry.cookie(), engine.isCovered(operated) ? operated : read);
    }

    /** What the law says of the two cookies, and all places and periods for which it says that. */
    private List<LawPair> pairs(Both both) {
        Map<List<Object>, LawPair> pairs = new LinkedHashMap<>();
        List<Jurisdiction> controllers =
                List.of(both.before().controller(), both.after().controller());
        Set<Jurisdiction> places = new TreeSet<>(Jurisdiction.all());
        places.add(Jurisdiction.UNKNOWN);
        for (Jurisdiction place : places) {
            NavigableSet<LocalDate> days = new TreeSet<>(engine.register().changeDays(place));
            controllers.forEach(country -> days.addAll(engine.register().changeDays(country)));
            NavigableSet<LocalDate> later = new TreeSet<>(days.tailSet(since, false));
            later.add(since);
            for (LocalDate day : later) {
                add(both, place, new Period(day, Optional.ofNullable(later.higher(day))), pairs);
            }
        }
        return List.copyOf(pairs.values());
    }

    private void add(
            Both both, Jurisdiction place, Period period, Map<List<Object>, LawPair> pairs) {
        LocalDate day = period.from();
        if (!engine.isCovered(LawPair.visit(Reach.LOCATION, place, day, Optional.empty()))) {
            return;
        }
        List<Holding> home = about(both, engine.register().holding(Reach.LOCATION, place, day));
        List<Holding> old = ofController(both, both.before().controller(), home, day);
        List<Holding> young = ofController(both, both.after().controller(), home, day);
        List<Provision> changed =
                Stream.of(home, old, young)
                        .flatMap(List::stream)
                        .filter(
                                holding ->
                                        areToldApart(both, holding)
                                                || old.contains(holding) != young.contains(holding))
                        .map(Holding::provision)
                        .distinct()
                        .toList();
        if (changed.isEmpty()) {
            return;
        }
        pairs.computeIfAbsent(
                        Stream.of(home, old, young).map(this::content).toList(),
                        key ->
                                new LawPair(
                                        Reach.LOCATION,
                                        place,
                                        day,
                                        Optional.empty(),
                                        Optional.of(joined(home, old)),
                                        Optional.of(joined(home, young)),
                                        changed,
                                        Map.of()))
                .where()
                .merge(place, List.of(period), Period::join);
    }

    /** By what the country of a controller reaches the visitor and the place itself does not. */
    private List<Holding> ofController(
            Both both, Jurisdiction country, List<Holding> home, LocalDate day) {
        Set<String> applied =
                home.stream().map(h -> h.provision().id()).collect(Collectors.toSet());
        return about(both, engine.register().holding(Reach.ESTABLISHMENT, country, day)).stream()
                .filter(holding -> !applied.contains(holding.provision().id()))
                .toList();
    }

    /** The provisions on which the decisions on one of the cookies may depend. */
    private List<Holding> about(Both both, List<Holding> holdings) {
        boolean transferred = both.isTransferred();
        return holdings.stream()
                .filter(holding -> isRead(holding.provision().readings()))
                .filter(holding -> holding.memberships().stream().anyMatch(this::isRead))
                .filter(holding -> Facts.isAbout(holding.provision(), both.purposes()))
                .filter(
                        holding ->
                                !OF_DUTIES.contains(holding.provision().kind())
                                        || areToldApart(both, holding))
                .filter(
                        holding ->
                                transferred || !OF_TRANSFERS.contains(holding.provision().kind()))
                .toList();
    }

    /** Whether a provision may treat the cookies differently, by itself or by a rule of a house. */
    private static boolean areToldApart(Both both, Holding holding) {
        return holding.origin() == Origin.HOUSE || both.areToldApartBy(holding.provision());
    }

    /** What provisions say, however they are read elsewhere. */
    private Object content(List<Holding> holdings) {
        return contents.of(holdings).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry ->
                                        List.of(
                                                entry.getKey().number(),
                                                entry.getKey().destinations(),
                                                entry.getKey().exceptDestinations()),
                                Map.Entry::getValue,
                                Integer::sum));
    }

    private boolean isRead(Map<ContestedPoint, Reading> asked) {
        return asked.entrySet().stream()
                .allMatch(
                        entry ->
                                readings.getOrDefault(entry.getKey(), Reading.STRICT)
                                        == entry.getValue());
    }

    private static List<Holding> joined(List<Holding> some, List<Holding> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
