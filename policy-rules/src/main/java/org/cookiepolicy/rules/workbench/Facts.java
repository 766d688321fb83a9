package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.law.DataScope;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.DisclosureScope;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.SignalKind;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.ReceivedData;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Technology;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.ChoiceDevice;
import org.cookiepolicy.request.ChoiceScope;
import org.cookiepolicy.request.ChosenBy;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentCondition;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.SiteService;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.rules.Access;
import org.cookiepolicy.rules.Register.Holding;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;

/**
 * The facts by which two laws may decide cookies of some purposes differently, with the classes of
 * values that the provisions at hand tell apart. A fact of which none of them speaks is left out.
 *
 * <p>What only adds a denial or a duty that both laws have alike can hide a difference and make
 * none, so it is kept at the value at which it hides nothing: provisions that forbid, bring duties,
 * or stand in a layer that has not changed. Facts that only matter through another one are classes
 * of that one: defects of consent, each by itself, and readings that only such a defect, a signal
 * or an excessive lifespan turns on.
 */
final class Facts {
    /** Kinds that can hide a difference and make none, unless they changed themselves. */
    private static final Set<Kind> HIDING =
            EnumSet.of(
                    Kind.DUTY,
                    Kind.OBJECTION,
                    Kind.REFUSAL_MEMORY,
                    Kind.ALL_DEVICES,
                    Kind.LASTING_OPT_OUT,
                    Kind.PROHIBITION);

    /** Kinds that bear on the consent of a visitor, whatever their layer. */
    private static final Set<Kind> ON_CONSENT =
            EnumSet.of(Kind.CONSENT_STANDARD, Kind.WAIVER, Kind.WITHDRAWAL);

    private static final Set<Kind> OF_CHOICE =
            EnumSet.of(Kind.CONSENT_STANDARD, Kind.WAIVER, Kind.REFUSAL_MEMORY);

    /** So many purposes are agreed to in every combination. */
    private static final int MOST_PURPOSES = 3;

    /** Some age that is known, where it matters whether one is. */
    private static final int ADULT = 18;

    private final LawPair pair;
    private final Set<Purpose> purposes;
    private final RuleFacts read;

    /** Whether cookie and readings are facts, too. */
    private final boolean ofCookie;

    private final List<Provision> changed;
    private final Set<String> changedIds;
    private final List<Provision> telling;
    private final List<Provision> hiding;
    private final List<Holding> holdings;
    private final Set<ContestedPoint> folded = EnumSet.noneOf(ContestedPoint.class);
    private final List<Fact.Value> choices = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    private Facts(LawPair pair, Set<Purpose> purposes, RuleFacts read, boolean ofCookie) {
        this.pair = pair;
        this.ofCookie = ofCookie;
        this.purposes = purposes;
        this.read = read;
        this.holdings =
                pair.holdings().stream()
                        .filter(holding -> isAbout(holding.provision(), purposes))
                        .toList();
        this.changed = pair.changed().stream().filter(p -> isAbout(p, purposes)).toList();
        this.changedIds = changed.stream().map(Provision::id).collect(Collectors.toSet());
        Set<Layer> layers = EnumSet.of(Layer.DEVICE, Layer.PERSONAL_DATA);
        changed.forEach(provision -> layers.addAll(provision.layers()));
        List<Provision> live = holdings.stream().map(Holding::provision).distinct().toList();
        this.telling = live.stream().filter(p -> isTelling(p, layers)).toList();
        this.hiding = live.stream().filter(p -> !isTelling(p, layers)).toList();
    }

    private boolean isTelling(Provision provision, Set<Layer> layers) {
        return isChanged(provision)
                || ON_CONSENT.contains(provision.kind())
                || (!HIDING.contains(provision.kind())
                        && provision.layers().stream().anyMatch(layers::contains));
    }

    private boolean isChanged(Provision provision) {
        return changedIds.contains(provision.id());
    }

    /** Whether a provision may be about a cookie of some purposes. */
    static boolean isAbout(Provision provision, Set<Purpose> purposes) {
        return provision.when().purposes().isEmpty()
                || purposes.stream().anyMatch(provision.when().purposes()::contains);
    }

    /**
     * Finds the facts.
     *
     * @param pair the laws
     * @param purposes the purposes of the cookie
     * @param read what the rules read that the two laws do not share
     */
    static Facts of(LawPair pair, Set<Purpose> purposes, RuleFacts read) {
        Facts facts = new Facts(pair, purposes, read, true);
        facts.find();
        return facts;
    }

    /**
     * Finds the facts of the circumstances, for cookies and readings that are given.
     *
     * @param pair the laws under the readings, with the provisions that may treat the cookies
     *     differently for changed
     * @param purposes all purposes of the cookies
     * @param choices further choices by which the cookies may be told apart
     * @param read what the rules of a house read
     */
    static Facts ofVisits(
            LawPair pair, Set<Purpose> purposes, List<Fact.Value> choices, RuleFacts read) {
        Facts facts = new Facts(pair, purposes, read, false);
        facts.choices.addAll(choices);
        facts.find();
        return facts;
    }

    Set<Purpose> purposes() {
        return Collections.unmodifiableSet(purposes);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** The provisions by which the laws differ and that may be about the purposes. */
    List<Provision> changed() {
        return changed;
    }

    /** A request that has the plainest value of every fact, and hides nothing. */
    Draft draft() {
        Draft draft = new Draft();
        draft.day = pair.day();
        draft.location = pair.home().orElse(pair.place());
        switch (pair.reach()) {
            case LOCATION -> {}
            case RESIDENCE -> draft.residence = Optional.of(pair.place());
            case ESTABLISHMENT -> draft.operator = Optional.of(pair.place());
        }
        draft.purposes = purposes;
        for (Provision provision : hiding) {
            draft.told.addAll(provision.terms().notice());
            draft.told.addAll(provision.terms().noticeAny());
            if (provision.kind() == Kind.EXEMPTION) {
                draft.safeguards.addAll(provision.terms().safeguards());
                draft.actions.addAll(provision.terms().actions());
            }
        }
        for (Fact fact : facts) {
            if (fact.name().startsWith(Fact.NOTICE)) {
                // A fact of its own, so the plainest value is not to have been told.
                fact.values().get(0).set().accept(draft);
            }
        }
        return draft;
    }

    /**
     * Whether a rule that differs reads what the visitor chose, so that nothing is shared of it.
     */
    private boolean isChoiceRead() {
        return read.askOf("Choice");
    }

    private void find() {
        choice(!ofCookie);
        notice();
        if (ofCookie) {
            party();
            data();
            lifespan();
            safeguards();
        }
        actions();
        if (ofCookie) {
            recipients();
        }
        signals();
        visitor();
        site();
        if (ofCookie) {
            readings();
        }
    }

    private boolean any(Predicate<Provision> reads) {
        return telling.stream().anyMatch(reads);
    }

    private void add(
            String name,
            List<Fact.Value> values,
            ToIntFunction<Provision> suited,
            Predicate<Provision> reads) {
        if (values.size() > 1) {
            facts.add(new Fact(name, values, suited, reads));
        }
    }

    private void flag(
            String name,
            String no,
            String yes,
            BiConsumer<Draft, Boolean> set,
            Predicate<Provision> asks) {
        add(
                name,
                List.of(
                        Fact.Value.of(no, draft -> set.accept(draft, false)),
                        Fact.Value.of(yes, draft -> set.accept(draft, true))),
                provision -> asks.test(provision) ? 1 : 0,
                asks);
    }

    /**
     * The constants that the same provisions name, together; those that none names are left out.
     */
    private <E> List<List<E>> classes(
            Collection<E> constants, Function<Provision, ? extends Collection<E>> named) {
        Map<List<Boolean>, List<E>> classes = new LinkedHashMap<>();
        for (E constant : constants) {
            List<Boolean> profile = profile(constant, named);
            if (profile.contains(true)) {
                classes.computeIfAbsent(profile, p -> new ArrayList<>()).add(constant);
            }
        }
        return List.copyOf(classes.values());
    }

    /** By whom a constant is named: by which provisions, and whether by a rule that differs. */
    private <E> List<Boolean> profile(
            E constant, Function<Provision, ? extends Collection<E>> named) {
        List<Boolean> profile = new ArrayList<>();
        telling.forEach(provision -> profile.add(named.apply(provision).contains(constant)));
        profile.add(read.constants().contains(constant));
        return profile;
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return Fact.join(constants.stream().map(c -> Tokens.of(c).replace('-', ' ')).toList());
    }

    /** A fact with one value of several, the plain one among them. */
    private <E extends Enum<E>> void oneOf(
            String name,
            Class<E> type,
            E plain,
            BiConsumer<Draft, E> set,
            Function<Provision, Set<E>> named) {
        Map<List<Boolean>, List<E>> classes = new LinkedHashMap<>();
        for (E constant : EnumSet.allOf(type)) {
            classes.computeIfAbsent(profile(constant, named), p -> new ArrayList<>()).add(constant);
        }
        List<List<E>> ordered = new ArrayList<>(classes.values());
        ordered.sort((a, b) -> Boolean.compare(b.contains(plain), a.contains(plain)));
        List<Fact.Value> values = new ArrayList<>();
        for (List<E> some : ordered) {
            E one = some.contains(plain) ? plain : some.get(0);
            values.add(Fact.Value.of(name + " " + words(some), draft -> set.accept(draft, one)));
        }
        add(
                name,
                values,
                provision -> {
                    for (int i = 0; i < ordered.size(); i++) {
                        if (ordered.get(i).stream().anyMatch(named.apply(provision)::contains)) {
                            return i;
                        }
                    }
                    return 0;
                },
                provision -> !named.apply(provision).isEmpty());
    }

    // What the visitor chose

    /**
     * What the visitor chose.
     *
     * @param inPart whether it matters to which of the purposes the visitor agreed
     */
    private void choice(boolean inPart) {
        List<Fact.Value> values = new ArrayList<>();
        values.add(Fact.Value.of("no choice made", draft -> {}));
        for (ConsentStatus status : ConsentStatus.values()) {
            if (status != ConsentStatus.GRANTED) {
                values.add(Fact.Value.of(Tokens.of(status), d -> d.choose(status, c -> {})));
            }
        }
        values.add(Fact.Value.of("agreed", draft -> draft.choose(ConsentStatus.GRANTED, c -> {})));
        if (isChoiceRead()) {
            Purpose other =
                    purposes.contains(Purpose.PAYWALL_METERING)
                            ? Purpose.EMERGENCY_LOCATION
                            : Purpose.PAYWALL_METERING;
            values.add(granted("agreed to something else", c -> c.purposes(Set.of(other))));
        }
        if (inPart) {
            partsOfPurposes()
                    .forEach(
                            part ->
                                    values.add(
                                            granted(
                                                    "agreed to "
                                                            + words(part).replace(" or ", " and ")
                                                            + " only",
                                                    c -> c.purposes(part))));
            values.addAll(choices);
        }
        List<Fact.Value> defects = defects();
        boolean objections =
                any(p -> p.kind() == Kind.OPT_OUT || p.kind() == Kind.SIGNAL)
                        || any(p -> p.terms().unlessObjected())
                        || isChoiceRead();
        if (objections) {
            afterObjection(defects, values);
        }
        values.addAll(defects);
        memories(values);
        add(
                Fact.CHOICE,
                values,
                provision -> 0,
                provision -> ON_CONSENT.contains(provision.kind()));
    }

    /**
     * Some of the purposes but not all: each choice where they are few, else one and all but one.
     */
    private List<Set<Purpose>> partsOfPurposes() {
        List<Purpose> all = List.copyOf(purposes);
        Set<Set<Purpose>> parts = new LinkedHashSet<>();
        if (all.size() <= MOST_PURPOSES) {
            for (int bits = 1; bits < (1 << all.size()) - 1; bits++) {
                Set<Purpose> part = EnumSet.noneOf(Purpose.class);
                for (int i = 0; i < all.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        part.add(all.get(i));
                    }
                }
                parts.add(part);
            }
            return List.copyOf(parts);
        }
        for (Purpose purpose : all) {
            Set<Purpose> others = EnumSet.copyOf(all);
            others.remove(purpose);
            parts.add(EnumSet.of(purpose));
            parts.add(others);
        }
        return List.copyOf(parts);
    }

    private static Fact.Value granted(String label, Consumer<Consent.Builder> further) {
        return Fact.Value.of(label, draft -> draft.choose(ConsentStatus.GRANTED, further));
    }

    private void afterObjection(List<Fact.Value> defects, List<Fact.Value> values) {
        values.add(granted("agreed after an objection", c -> c.replaces(ConsentStatus.OBJECTED)));
        values.add(granted("agreed after a refusal", c -> c.replaces(ConsentStatus.REFUSED)));
        if (!defects.isEmpty()) {
            values.add(
                    granted(
                            "agreed after a refusal without being informed",
                            c -> c.replaces(ConsentStatus.REFUSED).informed(false)));
        }
        boolean devices =
                changed.stream()
                        .anyMatch(
                                p ->
                                        p.kind() == Kind.ALL_DEVICES
                                                || p.terms()
                                                        .demands()
                                                        .contains(Demand.ON_THIS_DEVICE));
        if (devices || isChoiceRead()) {
            values.add(
                    Fact.Value.of(
                            "objected on another device for the account",
                            draft ->
                                    draft.choose(
                                            ConsentStatus.OBJECTED,
                                            c ->
                                                    c.device(ChoiceDevice.OTHER)
                                                            .scope(ChoiceScope.ACCOUNT))));
            values.add(
                    Fact.Value.of(
                            "objected on another device",
                            draft ->
                                    draft.choose(
                                            ConsentStatus.OBJECTED,
                                            c -> c.device(ChoiceDevice.OTHER))));
        }
    }

    private void memories(List<Fact.Value> values) {
        for (Provision provision : changed) {
            if (provision.kind() == Kind.REFUSAL_MEMORY) {
                Lifespan limit = provision.terms().lifespan().orElseThrow();
                LocalDate old = tooLongBefore(limit);
                values.add(
                        Fact.Value.of(
                                "refused longer than " + limit + " ago",
                                d -> d.choose(ConsentStatus.REFUSED, c -> c.given(old))));
            } else if (provision.kind() == Kind.LASTING_OPT_OUT) {
                values.add(
                        Fact.Value.of(
                                "objected, which is kept for a time only",
                                d ->
                                        d.choose(
                                                ConsentStatus.OBJECTED,
                                                c -> c.rememberedFor(Lifespan.parse("P6M")))));
            } else if (provision.kind() == Kind.ALL_DEVICES) {
                values.add(
                        Fact.Value.of(
                                "agreed on another device for the account",
                                d -> {
                                    d.account = true;
                                    d.choose(
                                            ConsentStatus.GRANTED,
                                            c ->
                                                    c.device(ChoiceDevice.OTHER)
                                                            .scope(ChoiceScope.ACCOUNT));
                                }));
            }
        }
    }

    /**
     * Agreements that lack something. Those that lack what an unchanged provision demands count in
     * both laws or in neither, as one that lacks nothing, or as one that stands for all of them.
     */
    private List<Fact.Value> defects() {
        List<Provision> standards =
                telling.stream()
                        .filter(p -> p.kind() == Kind.CONSENT_STANDARD || p.kind() == Kind.WAIVER)
                        .toList();
        foldReadings(OF_CHOICE);
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        standards.stream()
                .filter(this::isChanged)
                .forEach(standard -> demands.addAll(standard.terms().demands()));
        if (isChoiceRead()) {
            demands.addAll(EnumSet.allOf(Demand.class));
        } else if (any(p -> p.layers().contains(Layer.SALE) && p.kind() == Kind.OPT_OUT)) {
            demands.add(Demand.NO_WALL);
        }
        List<Fact.Value> defects = new ArrayList<>();
        unchangedDefect(standards).ifPresent(defects::add);
        for (Demand demand : demands) {
            List<Fact.Value> plain = defects(demand, standards);
            defects.addAll(plain);
            Set<ContestedPoint> points = EnumSet.noneOf(ContestedPoint.class);
            standards.stream()
                    .filter(standard -> standard.terms().demands().contains(demand))
                    .forEach(standard -> points.addAll(standard.readings().keySet()));
            points.retainAll(folded);
            defects.addAll(twins(plain, points));
        }
        return defects;
    }

    /** An agreement that lacks what an unchanged provision demands under every reading. */
    private Optional<Fact.Value> unchangedDefect(List<Provision> standards) {
        Set<Demand> waived = EnumSet.noneOf(Demand.class);
        standards.stream()
                .filter(p -> p.kind() == Kind.WAIVER)
                .forEach(p -> waived.addAll(p.terms().demands()));
        return standards.stream()
                .filter(p -> !isChanged(p) && p.kind() == Kind.CONSENT_STANDARD)
                .sorted(
                        Comparator.comparing((Provision p) -> !p.when().equals(Scope.ANY))
                                .thenComparing(p -> p.readings().size()))
                .flatMap(p -> p.terms().demands().stream())
                .filter(demand -> !waived.contains(demand))
                .flatMap(demand -> defects(demand, standards).stream())
                .findFirst()
                .map(value -> Fact.Value.of("agreed in a way that does not count", value.set()));
    }

    /** Points that only provisions of some kinds turn on become classes of what those are about. */
    private void foldReadings(Set<Kind> kinds) {
        if (!ofCookie) {
            return;
        }
        for (ContestedPoint point : ContestedPoint.values()) {
            List<Provision> turned =
                    telling.stream().filter(p -> p.readings().containsKey(point)).toList();
            boolean elsewhere =
                    any(p -> p.terms().lifespanContested().filter(point::equals).isPresent())
                            || holdings.stream()
                                    .flatMap(holding -> holding.memberships().stream())
                                    .anyMatch(readings -> readings.containsKey(point));
            if (!elsewhere
                    && !turned.isEmpty()
                    && turned.stream().allMatch(p -> kinds.contains(p.kind()))) {
                folded.add(point);
            }
        }
    }

    /** The same values with the points read leniently, one by one and all of them. */
    private static List<Fact.Value> twins(List<Fact.Value> values, Set<ContestedPoint> points) {
        List<Set<ContestedPoint>> readings = new ArrayList<>();
        points.forEach(point -> readings.add(EnumSet.of(point)));
        if (points.size() > 1) {
            readings.add(points);
        }
        List<Fact.Value> twins = new ArrayList<>();
        for (Fact.Value value : values) {
            for (Set<ContestedPoint> lenient : readings) {
                String names =
                        lenient.stream()
                                .map((ContestedPoint point) -> Tokens.of(point))
                                .collect(Collectors.joining(" and "));
                twins.add(
                        Fact.Value.of(
                                value.label() + ", " + names + " read leniently",
                                draft -> {
                                    value.set().accept(draft);
                                    lenient.forEach(
                                            point -> draft.readings.put(point, Reading.LENIENT));
                                }));
            }
        }
        return twins;
    }

    private List<Fact.Value> defects(Demand demand, List<Provision> standards) {
        return switch (demand) {
            case AFFIRMATIVE -> expressions();
            case CONFIRMED -> defect("before any act", c -> c.confirmed(false));
            case GRANULAR -> defect("to everything at once", c -> c.granular(false));
            case INFORMED -> defect("without being informed", c -> c.informed(false));
            case REFUSAL_AS_EASY ->
                    defect("where refusing took more effort", c -> c.refusalAsEasy(false));
            case WITHDRAWAL_AS_EASY ->
                    defect("where withdrawing takes more effort", c -> c.withdrawalAsEasy(false));
            case NO_WALL -> defect("as the only way in", c -> c.condition(ConsentCondition.WALL));
            case NOT_FOR_A_FEE ->
                    defect("to avoid a fee", c -> c.condition(ConsentCondition.PAY_OR_CONSENT));
            case RECORDED -> defect("without a record", c -> c.recorded(false));
            case RECENT -> lifetimes(standards);
            case NOT_IN_FUTURE -> defect("on a later day", c -> c.given(pair.day().plusDays(1)));
            case ON_THIS_DEVICE -> otherDevices();
            case PARENTAL -> parental(standards);
            case DISCLOSED_VENDORS -> strings(standards);
            case SEPARATE ->
                    List.of(
                            Fact.Value.of(
                                    "agreed, naming each purpose",
                                    draft -> {
                                        draft.choose(ConsentStatus.GRANTED, c -> {});
                                        draft.eachPurposeNamed = true;
                                    }));
        };
    }

    private static List<Fact.Value> defect(String how, Consumer<Consent.Builder> further) {
        return List.of(granted("agreed " + how, further));
    }

    private List<Fact.Value> expressions() {
        Set<Expression> further = EnumSet.allOf(Expression.class);
        further.remove(Expression.AFFIRMATIVE);
        List<Fact.Value> values = new ArrayList<>();
        for (List<Expression> some :
                classes(further, provision -> provision.terms().expressions())) {
            values.add(granted("agreed by " + words(some), c -> c.expression(some.get(0))));
        }
        return values;
    }

    private List<Fact.Value> lifetimes(List<Provision> standards) {
        Set<Lifespan> limits = new TreeSet<>();
        standards.stream()
                .filter(standard -> standard.terms().demands().contains(Demand.RECENT))
                .forEach(standard -> standard.terms().lifespan().ifPresent(limits::add));
        return limits.stream()
                .map(
                        limit -> {
                            LocalDate old = tooLongBefore(limit);
                            return granted(
                                    "agreed longer than " + limit + " ago", c -> c.given(old));
                        })
                .toList();
    }

    /** The latest day of a choice that has aged beyond its lifetime by the day of the operation. */
    private LocalDate tooLongBefore(Lifespan limit) {
        LocalDate given = pair.day().minus(limit.period()).minusDays(limit.time().toDays());
        while (!limit.lastDay(given).isBefore(pair.day())) {
            given = given.minusDays(1);
        }
        return given;
    }

    private List<Fact.Value> otherDevices() {
        return List.of(
                granted("agreed on another device", c -> c.device(ChoiceDevice.OTHER)),
                Fact.Value.of(
                        "agreed on another device for the account, logged in and told",
                        draft -> {
                            draft.account = true;
                            draft.told.add(NoticeElement.GIVEN);
                            draft.choose(
                                    ConsentStatus.GRANTED,
                                    c -> c.device(ChoiceDevice.OTHER).scope(ChoiceScope.ACCOUNT));
                        }));
    }

    /**
     * What a child agrees to; that it is a child matters for nothing else, unless a fact says so.
     */
    private List<Fact.Value> parental(List<Provision> standards) {
        List<Fact.Value> values = new ArrayList<>();
        Set<Integer> ages = new TreeSet<>();
        standards.stream()
                .filter(standard -> standard.terms().demands().contains(Demand.PARENTAL))
                .map(Provision::when)
                .forEach(
                        scope -> {
                            scope.ageBelow().ifPresent(ages::add);
                            scope.childBelow().ifPresent(ages::add);
                        });
        for (int age : ages) {
            values.add(
                    Fact.Value.of(
                            "agreed at the age of " + (age - 1) + " on a site for children",
                            draft -> child(draft, age - 1, c -> {})));
            values.add(
                    Fact.Value.of(
                            "a parent agreed for a child of " + (age - 1),
                            draft -> child(draft, age - 1, c -> c.by(ChosenBy.PARENT))));
        }
        return values;
    }

    private static void child(Draft draft, int age, Consumer<Consent.Builder> further) {
        draft.age = Optional.of(age);
        draft.childDirected = true;
        draft.choose(ConsentStatus.GRANTED, further);
    }

    private List<Fact.Value> strings(List<Provision> standards) {
        Set<LocalDate> days = new TreeSet<>();
        standards.forEach(
                standard ->
                        standard.terms()
                                .createdFrom()
                                .filter(day -> !day.isAfter(pair.day()))
                                .ifPresent(days::add));
        return days.stream()
                .map(
                        day ->
                                Fact.Value.of(
                                        "a consent string of "
                                                + day
                                                + " or later without disclosed vendors",
                                        draft ->
                                                draft.tcf = Optional.of(stringWithoutVendors(day))))
                .toList();
    }

    private static TcfString stringWithoutVendors(LocalDate day) {
        return new TcfString(
                "2.3",
                Optional.of(day),
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                Set.of(),
                Set.of(),
                false);
    }

    // What the visitor was told

    private void notice() {
        Set<NoticeElement> elements = EnumSet.noneOf(NoticeElement.class);
        telling.forEach(
                provision -> {
                    elements.addAll(provision.terms().notice());
                    elements.addAll(provision.terms().noticeAny());
                });
        if (changed.stream().anyMatch(p -> p.kind() == Kind.LASTING_OPT_OUT)) {
            elements.add(NoticeElement.OBJECTION_LASTS);
        }
        for (NoticeElement element : NoticeElement.values()) {
            if (read.ask("Notice." + property(element))) {
                elements.add(element);
            }
        }
        elements.addAll(read.named(NoticeElement.class));
        for (NoticeElement element : elements) {
            flag(
                    Fact.NOTICE + " " + Tokens.of(element),
                    "without " + told(element),
                    "with " + told(element),
                    (draft, told) -> {
                        if (told) {
                            draft.told.add(element);
                        } else {
                            draft.told.remove(element);
                        }
                    },
                    p ->
                            p.terms().notice().contains(element)
                                    || p.terms().noticeAny().contains(element));
        }
    }

    /** How rules spell an element. */
    private static String property(NoticeElement element) {
        return switch (element) {
            case GIVEN -> "given";
            case OBJECTION_OFFERED -> "objectionOffered";
            case OBJECTION_LASTS -> "objectionLasts";
            case PUBLISHED -> "published";
            case BESIDE_CONTROL -> "besideControl";
        };
    }

    private static String told(NoticeElement element) {
        return switch (element) {
            case GIVEN -> "notice";
            case OBJECTION_OFFERED -> "a way to object";
            case OBJECTION_LASTS -> "word that an objection lasts";
            case PUBLISHED -> "publication";
            case BESIDE_CONTROL -> "notice beside the control";
        };
    }

    // What the cookie is

    private void party() {
        boolean targeted = purposes.stream().anyMatch(Access::isTargeted);
        boolean profiled = purposes.stream().anyMatch(Access::isProfiled);
        Predicate<Provision> reads =
                p ->
                        !p.when().parties().isEmpty()
                                || !p.terms().parties().isEmpty()
                                || p.terms().notShared()
                                || p.when().sentToThirdParty()
                                || (p.when().disclosure() != DisclosureScope.ANY && targeted)
                                || (p.when().crossSite() && profiled);
        if (any(reads) || read.ask("Cookie.party")) {
            List<Fact.Value> values =
                    Arrays.stream(Party.values())
                            .map(
                                    party ->
                                            Fact.Value.of(
                                                    Tokens.of(party) + " party",
                                                    draft -> draft.party = party))
                            .toList();
            add("party", values, Facts::party, reads);
        }
    }

    private static int party(Provision provision) {
        Set<Party> asked = EnumSet.noneOf(Party.class);
        asked.addAll(provision.when().parties());
        asked.addAll(provision.terms().parties());
        return asked.isEmpty() || asked.contains(Party.FIRST) ? 0 : 1;
    }

    private void data() {
        if (any(p -> p.when().data() != DataScope.ANY) || read.ask("Cookie.personalData")) {
            add(
                    "data",
                    List.of(
                            Fact.Value.of("personal data", draft -> draft.personalData = true),
                            Fact.Value.of("no personal data", draft -> draft.personalData = false)),
                    p -> p.when().data() == DataScope.OTHER ? 1 : 0,
                    p -> p.when().data() != DataScope.ANY);
        }
        Set<SensitiveData> any = EnumSet.allOf(SensitiveData.class);
        named(
                "sensitive data",
                "no sensitive data",
                any,
                p ->
                        p.terms().notSensitive()
                                        || p.terms()
                                                .safeguards()
                                                .contains(Safeguard.LOW_PRIVACY_IMPACT)
                                ? any
                                : p.when().sensitiveData(),
                p -> p.when().sensitiveData(),
                (draft, some) -> draft.sensitiveData.add(some),
                "revealing ");
        oneOf(
                "technology",
                Technology.class,
                Technology.HTTP_COOKIE,
                (draft, technology) -> draft.cookie.technology(technology),
                p -> p.when().technologies());
        if (any(p -> p.when().cannotBeDisabled()) || read.ask("Cookie.canBeDisabled")) {
            flag(
                    "can be disabled",
                    "with a way to switch it off",
                    "without a way to switch it off",
                    (draft, not) -> draft.cookie.canBeDisabled(!not),
                    p -> p.when().cannotBeDisabled());
        }
    }

    /** A fact that is nothing, or one of the constants that provisions name. */
    private <E extends Enum<E>> void named(
            String name,
            String nothing,
            Set<E> constants,
            Function<Provision, Set<E>> named,
            Function<Provision, Set<E>> asked,
            BiConsumer<Draft, E> set,
            String beginning) {
        List<List<E>> classes = classes(constants, named);
        List<Fact.Value> values = new ArrayList<>();
        values.add(Fact.Value.of(nothing, draft -> {}));
        for (List<E> some : classes) {
            values.add(
                    Fact.Value.of(
                            beginning + words(some), draft -> set.accept(draft, some.get(0))));
        }
        add(
                name,
                values,
                provision -> {
                    for (int i = 0; i < classes.size(); i++) {
                        if (classes.get(i).stream().anyMatch(asked.apply(provision)::contains)) {
                            return i + 1;
                        }
                    }
                    return 0;
                },
                provision -> !named.apply(provision).isEmpty());
    }

    private void lifespan() {
        Predicate<Provision> reads =
                p -> p.kind() == Kind.EXEMPTION && p.terms().lifespan().isPresent();
        Map<Lifespan, Set<ContestedPoint>> limits = new TreeMap<>();
        telling.stream()
                .filter(reads)
                .forEach(
                        provision ->
                                limits.computeIfAbsent(
                                                provision.terms().lifespan().orElseThrow(),
                                                limit -> EnumSet.noneOf(ContestedPoint.class))
                                        .addAll(
                                                provision
                                                        .terms()
                                                        .lifespanContested()
                                                        .map(Set::of)
                                                        .orElse(Set.of())));
        if (limits.isEmpty()) {
            return;
        }
        List<Lifespan> sorted = List.copyOf(limits.keySet());
        List<Fact.Value> values = new ArrayList<>();
        Set<ContestedPoint> exceeded = EnumSet.noneOf(ContestedPoint.class);
        String above = "";
        for (Lifespan limit : sorted) {
            String label =
                    limit.isSession()
                            ? "kept for the session"
                            : "kept for " + above + limit + " at most";
            values.add(Fact.Value.of(label, draft -> draft.lifespan = limit));
            addTwins(values, exceeded);
            exceeded.addAll(limits.getOrDefault(limit, Set.of()));
            above = "more than " + limit + ", ";
        }
        Lifespan last = sorted.get(sorted.size() - 1);
        Lifespan longer = new Lifespan(last.period().plusDays(1), last.time());
        values.add(Fact.Value.of("kept for longer than " + last, draft -> draft.lifespan = longer));
        addTwins(values, exceeded);
        add(
                "lifespan",
                values,
                provision ->
                        provision.terms().lifespan().filter(l -> reads.test(provision)).stream()
                                .mapToInt(limit -> indexOf(values, limit))
                                .findFirst()
                                .orElse(0),
                reads);
    }

    /** Adds the last value again, with the points read leniently that only a lifespan turns on. */
    private void addTwins(List<Fact.Value> values, Set<ContestedPoint> exceeded) {
        Set<ContestedPoint> points = EnumSet.noneOf(ContestedPoint.class);
        exceeded.stream()
                .filter(point -> !any(p -> p.readings().containsKey(point)))
                .forEach(points::add);
        folded.addAll(points);
        values.addAll(twins(List.of(values.get(values.size() - 1)), points));
    }

    private static int indexOf(List<Fact.Value> values, Lifespan limit) {
        for (int i = 0; i < values.size(); i++) {
            Draft draft = new Draft();
            values.get(i).set().accept(draft);
            if (draft.lifespan.equals(limit)) {
                return i;
            }
        }
        return 0;
    }

    private void safeguards() {
        Set<Safeguard> named = EnumSet.noneOf(Safeguard.class);
        telling.forEach(provision -> named.addAll(provision.terms().safeguards()));
        named.addAll(read.named(Safeguard.class));
        List<List<Safeguard>> classes =
                new ArrayList<>(classes(named, p -> p.terms().safeguards()));
        if (any(p -> p.terms().notShared())) {
            // Read in a way of its own: a third party may be involved that gets nothing.
            classes.forEach(some -> some.remove(Safeguard.NOT_SHARED));
            classes.removeIf(List::isEmpty);
            classes.add(List.of(Safeguard.NOT_SHARED));
        }
        for (List<Safeguard> some : classes) {
            String safeguards = words(some).replace(" or ", " and ");
            flag(
                    "safeguard " + safeguards,
                    "without the safeguard " + safeguards,
                    "with the safeguard " + safeguards,
                    (draft, has) -> {
                        if (has) {
                            draft.safeguards.addAll(some);
                        } else {
                            draft.safeguards.removeAll(some);
                        }
                    },
                    p -> p.terms().safeguards().containsAll(some));
        }
    }

    private void actions() {
        named(
                "action",
                "no action of the visitor",
                EnumSet.allOf(Action.class),
                p -> p.terms().actions(),
                p -> p.terms().actions(),
                (draft, action) -> draft.actions.add(action),
                "the visitor ");
    }

    // Who gets the data

    private void recipients() {
        Map<String, Consumer<Recipient.Builder>> recipients = new LinkedHashMap<>();
        boolean targeted = purposes.stream().anyMatch(Access::isTargeted);
        boolean disclosed =
                any(p -> p.when().disclosure() != DisclosureScope.ANY)
                        || read.ask("Cookie.soldOrShared");
        boolean byRule = read.askOf("Recipient");
        boolean others =
                any(p -> p.terms().notShared() || p.when().sentToThirdParty())
                        || (disclosed && targeted)
                        || byRule;
        if (others) {
            recipients.put("sent to a third party", r -> {});
        }
        boolean limited = isAsked(Safeguard.NOT_SHARED, Safeguard.LOW_PRIVACY_IMPACT) || byRule;
        if (any(p -> p.terms().noRecipients()) || byRule) {
            recipients.put("sent to a provider", r -> r.role(RecipientRole.SERVICE_PROVIDER));
        }
        if (limited || any(p -> p.terms().notShared()) || isAsked(Safeguard.NO_PROVIDER_REUSE)) {
            recipients.put(
                    "sent to a provider that reuses data",
                    r -> r.role(RecipientRole.SERVICE_PROVIDER).reusesData(true));
        }
        if (limited || any(p -> p.when().disclosure() == DisclosureScope.SOLD_OR_SHARED)) {
            recipients.put("sold for value other than money", r -> r.exchangeForValue(true));
        }
        if (limited
                || disclosed
                || any(p -> p.when().crossSite())
                || isAsked(Safeguard.NO_CROSS_SITE_IDENTIFIER)) {
            recipients.put(
                    "sent to a third party that recognises visitors elsewhere",
                    r -> r.sharesIdentifierAcrossSites(true));
        }
        if (limited
                || any(p -> p.when().linkedToPerson())
                || isAsked(Safeguard.NO_CROSS_MATCHING)) {
            recipients.put(
                    "linked to a person",
                    r -> r.role(RecipientRole.SERVICE_PROVIDER).linksToKnownPerson(true));
        }
        for (List<Jurisdiction> some :
                classes(countries(p -> p.when().recipientCountries()), Facts::countries)) {
            recipients.put(
                    "sent to " + places(some),
                    r -> r.role(RecipientRole.SERVICE_PROVIDER).country(some.get(0)));
        }
        for (RecipientRole role : read.named(RecipientRole.class)) {
            recipients.putIfAbsent("sent to a " + words(List.of(role)), r -> r.role(role));
        }
        for (ReceivedData data : read.named(ReceivedData.class)) {
            recipients.putIfAbsent(
                    "sent as " + words(List.of(data)) + " data", r -> r.receives(data));
        }
        transfers(recipients);
        List<Fact.Value> values = new ArrayList<>();
        values.add(Fact.Value.of("sent to nobody", draft -> {}));
        recipients.forEach(
                (label, further) ->
                        values.add(
                                Fact.Value.of(
                                        label,
                                        draft -> {
                                            Recipient.Builder builder = Recipient.builder();
                                            further.accept(builder);
                                            draft.recipients.add(builder.build());
                                        })));
        List<String> labels = values.stream().map(Fact.Value::label).toList();
        add("recipient", values, p -> recipient(p, labels), p -> recipient(p, labels) > 0);
        if (disclosed) {
            add(
                    "disclosure",
                    List.of(
                            said("not said to be sold or shared", Disclosure.DERIVED),
                            said("said to be sold or shared", Disclosure.SOLD_OR_SHARED),
                            said("said not to be sold or shared", Disclosure.NOT_SOLD_OR_SHARED)),
                    p -> p.when().disclosure() == DisclosureScope.ANY ? 0 : 1,
                    p -> p.when().disclosure() != DisclosureScope.ANY);
        }
    }

    private static Fact.Value said(String label, Disclosure disclosure) {
        return Fact.Value.of(label, draft -> draft.cookie.soldOrShared(disclosure));
    }

    /** Whether a safeguard is asked for that some recipient may contradict. */
    private boolean isAsked(Safeguard... some) {
        return any(p -> Stream.of(some).anyMatch(p.terms().safeguards()::contains));
    }

    private static Set<Jurisdiction> countries(Provision provision) {
        return provision.when().recipientCountries();
    }

    private Set<Jurisdiction> countries(Function<Provision, Set<Jurisdiction>> named) {
        Set<Jurisdiction> countries = new TreeSet<>();
        telling.forEach(provision -> countries.addAll(named.apply(provision)));
        return countries;
    }

    private static String places(List<Jurisdiction> places) {
        List<String> codes = places.stream().map(Jurisdiction::code).toList();
        return codes.size() <= 4
                ? Fact.join(codes)
                : String.join(", ", codes.subList(0, 3)) + " and " + (codes.size() - 3) + " more";
    }

    /** The value that a provision asks for, by its place among the labels. */
    private static int recipient(Provision provision, List<String> labels) {
        Scope scope = provision.when();
        List<String> wanted = new ArrayList<>();
        if (scope.linkedToPerson()) {
            wanted.add("linked to a person");
        }
        if (scope.crossSite()) {
            wanted.add("sent to a third party that recognises visitors elsewhere");
        }
        if (scope.sentToThirdParty()) {
            wanted.add("sent to a third party");
        }
        for (int i = 1; i < labels.size(); i++) {
            String label = labels.get(i);
            boolean there =
                    scope.recipientCountries().stream()
                            .anyMatch(place -> label.startsWith("sent to " + place.code()));
            boolean abroad =
                    provision.layers().contains(Layer.TRANSFER)
                            && label.startsWith("sent to a country");
            if (wanted.contains(label) || there || abroad) {
                return i;
            }
        }
        return 0;
    }

    /** Countries that the same rules and grounds of transfers name, with each ground on offer. */
    private void transfers(Map<String, Consumer<Recipient.Builder>> recipients) {
        List<Holding> transfers =
                holdings.stream()
                        .filter(
                                holding ->
                                        telling.contains(holding.provision())
                                                && (holding.provision().kind() == Kind.TRANSFER_RULE
                                                        || holding.provision().kind()
                                                                == Kind.TRANSFER_GROUND))
                        .toList();
        if (transfers.isEmpty()) {
            return;
        }
        Map<List<Boolean>, List<Jurisdiction>> classes = new LinkedHashMap<>();
        Jurisdiction.all().stream()
                .filter(place -> !place.isSubdivision())
                .forEach(
                        place ->
                                classes.computeIfAbsent(
                                                transfers.stream()
                                                        .flatMap(h -> profile(h, place))
                                                        .toList(),
                                                p -> new ArrayList<>())
                                        .add(place));
        Set<TransferMechanism> mechanisms = EnumSet.noneOf(TransferMechanism.class);
        transfers.forEach(h -> mechanisms.addAll(h.provision().terms().mechanisms()));
        for (List<Jurisdiction> some : classes.values()) {
            String country = "sent to a country like " + places(some);
            Consumer<Recipient.Builder> there =
                    r -> r.role(RecipientRole.SERVICE_PROVIDER).country(some.get(0));
            recipients.put(country + " on no stated ground", there);
            recipients.put(
                    country + ", anonymised",
                    there.andThen(r -> r.receives(ReceivedData.ANONYMISED)));
            for (TransferMechanism mechanism : mechanisms) {
                for (int flags = 0; flags < 4; flags++) {
                    Transfer transfer = new Transfer(mechanism, (flags & 1) != 0, (flags & 2) != 0);
                    recipients.put(
                            country
                                    + " by "
                                    + Tokens.of(mechanism).replace('-', ' ')
                                    + (transfer.supplementaryMeasures() ? " with measures" : "")
                                    + (transfer.disclosed() ? ", disclosed" : ""),
                            there.andThen(r -> r.transfer(transfer)));
                }
            }
        }
    }

    private static Stream<Boolean> profile(Holding holding, Jurisdiction place) {
        return Stream.of(
                holding.destinations().contains(place),
                holding.exceptDestinations().contains(place));
    }

    // Signals, visitor and site

    private void signals() {
        foldReadings(EnumSet.of(Kind.SIGNAL));
        Set<ContestedPoint> points = EnumSet.noneOf(ContestedPoint.class);
        telling.stream()
                .filter(p -> p.kind() == Kind.SIGNAL)
                .forEach(p -> points.addAll(p.readings().keySet()));
        points.retainAll(folded);
        points.removeIf(
                point -> any(p -> p.kind() != Kind.SIGNAL && p.readings().containsKey(point)));
        List<Fact.Value> sent = new ArrayList<>();
        List<List<SignalKind>> kinds =
                new ArrayList<>(classes(EnumSet.allOf(SignalKind.class), Facts::signals));
        for (SignalKind kind : SignalKind.values()) {
            if (read.ask("Signals." + Tokens.of(kind))) {
                kinds.forEach(some -> some.remove(kind));
                kinds.add(List.of(kind));
            }
        }
        kinds.removeIf(List::isEmpty);
        for (List<SignalKind> some : kinds) {
            sent.add(
                    Fact.Value.of(
                            "with "
                                    + words(some).toUpperCase(Locale.ROOT).replace(" OR ", " or ")
                                    + " sent",
                            draft -> {
                                draft.gpc |= some.get(0) == SignalKind.GPC;
                                draft.dnt |= some.get(0) == SignalKind.DNT;
                            }));
        }
        List<Fact.Value> values = new ArrayList<>();
        values.add(Fact.Value.of("no signal sent", draft -> {}));
        values.addAll(sent);
        values.addAll(twins(sent, points));
        add(
                "signal",
                values,
                provision -> signals(provision).isEmpty() ? 0 : 1,
                provision -> !signals(provision).isEmpty());
    }

    private static Set<SignalKind> signals(Provision provision) {
        Set<SignalKind> signals = EnumSet.noneOf(SignalKind.class);
        signals.addAll(provision.terms().signals());
        if (provision.when().signal()) {
            signals.add(SignalKind.GPC);
        }
        return signals;
    }

    /** Provisions on the age of visitors, but for those that only make consent defective. */
    private List<Scope> ofAge() {
        return telling.stream()
                .filter(
                        p ->
                                isChanged(p)
                                        || p.kind() != Kind.CONSENT_STANDARD
                                        || !p.terms().demands().contains(Demand.PARENTAL))
                .map(Provision::when)
                .toList();
    }

    private void visitor() {
        Set<Integer> bounds = new TreeSet<>();
        boolean atLeast = false;
        for (Scope scope : ofAge()) {
            scope.ageFrom().ifPresent(bounds::add);
            scope.ageBelow().ifPresent(bounds::add);
            scope.childBelow().ifPresent(bounds::add);
            // On a site for children, one of no known age may be a child.
            atLeast |= scope.ageFrom().isPresent() || scope.childBelow().isPresent();
        }
        if (read.ask("Visitor.age") && bounds.isEmpty()) {
            // Rules ask whether the age is known.
            bounds.add(ADULT);
            atLeast = true;
        }
        List<Fact.Value> ages = new ArrayList<>();
        List<Integer> sorted = List.copyOf(new TreeSet<>(bounds));
        String plain =
                atLeast || sorted.isEmpty()
                        ? "of no known age"
                        : "not known to be younger than " + sorted.get(sorted.size() - 1);
        ages.add(Fact.Value.of(plain, draft -> {}));
        for (int i = 0; i < sorted.size(); i++) {
            int below = sorted.get(i);
            String from = i == 0 ? "younger than " : "from " + sorted.get(i - 1) + " to below ";
            ages.add(Fact.Value.of(from + below, d -> d.age = Optional.of(below - 1)));
        }
        if (atLeast) {
            int last = sorted.get(sorted.size() - 1);
            ages.add(Fact.Value.of(last + " or older", d -> d.age = Optional.of(last)));
        }
        add(
                "age",
                ages,
                provision -> {
                    Scope scope = provision.when();
                    return scope.ageBelow()
                                    .or(scope::childBelow)
                                    .map(sorted::indexOf)
                                    .orElse(
                                            scope.ageFrom()
                                                    .map(sorted::indexOf)
                                                    .map(i -> i + 1)
                                                    .orElse(-1))
                            + 1;
                },
                p ->
                        p.when().ageFrom().isPresent()
                                || p.when().ageBelow().isPresent()
                                || p.when().childBelow().isPresent());
        boolean parents =
                any(
                                p ->
                                        p.kind() == Kind.CONSENT
                                                && p.duties()
                                                        .contains(Duty.OBTAIN_PARENTAL_CONSENT))
                        || changed.stream()
                                .anyMatch(p -> p.terms().demands().contains(Demand.PARENTAL))
                        || read.ask("Visitor.parentalConsent");
        if (parents) {
            flag(
                    "parental consent",
                    "without the consent of a parent",
                    "with the consent of a parent",
                    (draft, has) -> draft.parentalConsent = has,
                    p -> false);
        }
        if (any(p -> p.when().account()) || read.ask("Visitor.account")) {
            flag(
                    "account",
                    "not logged in",
                    "logged in",
                    (draft, has) -> draft.account |= has,
                    p -> p.when().account());
        }
        if (read.ask("Visitor.vulnerable")) {
            flag(
                    "vulnerable",
                    "not vulnerable",
                    "vulnerable",
                    (draft, is) -> draft.vulnerable = is,
                    p -> false);
        }
    }

    private void site() {
        boolean children =
                ofAge().stream().anyMatch(s -> s.childDirected() || s.childBelow().isPresent());
        if (children) {
            flag(
                    "directed to children",
                    "on a site not for children",
                    "on a site for children",
                    (draft, is) -> draft.childDirected |= is,
                    p -> p.when().childDirected());
        }
        oneOf(
                "service",
                SiteService.class,
                SiteService.GENERAL,
                (draft, service) -> draft.service = service,
                p -> p.when().services());
        oneOf(
                "opt-out",
                OptOutMechanism.class,
                OptOutMechanism.WORKING,
                (draft, mechanism) -> draft.mechanism = mechanism,
                p -> p.when().optOutMechanisms());
        if (ofCookie && any(p -> p.when().thresholds())) {
            flag(
                    "thresholds",
                    "by an operator the law binds",
                    "by an operator below the thresholds, which are read leniently",
                    (draft, below) -> {
                        if (below) {
                            draft.readings.put(ContestedPoint.OPERATOR_THRESHOLDS, Reading.LENIENT);
                            telling.forEach(p -> draft.outsideScopeOf.addAll(named(p)));
                        }
                    },
                    p -> false);
        }
    }

    private static Set<Jurisdiction> named(Provision provision) {
        return Jurisdiction.all().stream()
                .filter(place -> provision.places().contains(place.code()))
                .collect(Collectors.toSet());
    }

    // How contested points are read

    private void readings() {
        Set<ContestedPoint> points = EnumSet.noneOf(ContestedPoint.class);
        telling.forEach(
                provision -> {
                    points.addAll(provision.readings().keySet());
                    provision.terms().lifespanContested().ifPresent(points::add);
                });
        holdings.stream()
                .filter(holding -> telling.contains(holding.provision()))
                .flatMap(holding -> holding.memberships().stream())
                .forEach(readings -> points.addAll(readings.keySet()));
        points.removeAll(folded);
        for (ContestedPoint point : points) {
            flag(
                    "reading of " + Tokens.of(point),
                    Tokens.of(point) + " read strictly",
                    Tokens.of(point) + " read leniently",
                    (draft, lenient) -> {
                        if (lenient) {
                            draft.readings.put(point, Reading.LENIENT);
                        }
                    },
                    p -> p.readings().get(point) == Reading.LENIENT);
        }
    }
}
