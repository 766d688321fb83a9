package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import org.junit.jupiter.api.Test;

/**
 * A rule of a house that is not declared to take away from law never turns a denial into a
 * permission: every kind that may stand undeclared, in every layer, everywhere and in named places,
 * over every place of the register, and places beyond it.
 */
class HousePropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** The shipped law as if nobody had looked at one place yet. */
    private static final List<LawFile> LAW =
            LawFile.shipped().stream()
                    .map(file -> new LawFile(file.name(), file.text().replaceAll("\\bAQ\\b", "BV")))
                    .toList();

    private static final RuleBase RULES =
            RuleBase.compile(RuleBase.read(LAW.stream().filter(LawFile::isRules).toList()).files());

    /** Places with parts, parts, places covered and not; one without a law of its own. */
    private static final String NAMED = "AQ, EE, DE-BY, US, US-GU, GF, unknown";

    /** The terms that make each kind say as much as it can. */
    private static final Map<Kind, String> TERMS = new EnumMap<>(Kind.class);

    static {
        TERMS.put(Kind.OPT_OUT, "notice: [given]");
        TERMS.put(Kind.NOTICE, "notice: [given]");
        TERMS.put(
                Kind.CONSENT_STANDARD,
                String.join(
                        "\n    ",
                        "demands: [affirmative, recent]",
                        "expressions: [scrolling]",
                        "lifespan: P1M"));
        TERMS.put(Kind.SIGNAL, "signals: [gpc]");
        TERMS.put(Kind.REFUSAL_MEMORY, "lifespan: P6M");
        TERMS.put(Kind.TRANSFER_RULE, "destinations: [EE]");
    }

    /** Kinds that a house may use without saying more. */
    private static Set<Kind> undeclared() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        kinds.removeIf(kind -> kind == Kind.NO_RULE || !kind.loosens().isEmpty());
        return kinds;
    }

    private static final String HEAD =
            """
            instruments:
              - {id: own, title: Own rules, link: 'https://example.org/rules'}
            defaults:
              instrument: own
              citation: rule 1
              reach: [location, residence, establishment]
              from: 1995-01-01
              reviewed: 2026-01-01
              confidence: known
            """;

    private static String provision(String id, String places, Kind kind, Layer... layers) {
        return """
          - id: %s
            kind: %s
            places: [%s]
            layers: [%s]
            duties: [obtain-parental-consent]
            %s
        """
                .formatted(
                        id,
                        Tokens.of(kind),
                        places,
                        String.join(", ", Stream.of(layers).map(Tokens::of).toList()),
                        TERMS.getOrDefault(kind, ""));
    }

    private static LawFile house(String name, String provisions) {
        return new LawFile(name, HEAD + "provisions:\n" + provisions, Origin.HOUSE);
    }

    /**
     * Every kind in every layer, everywhere and in named places, each in a provision of its own.
     */
    private static LawFile everything() {
        StringBuilder provisions = new StringBuilder();
        for (Kind kind : undeclared()) {
            for (Layer layer : Layer.values()) {
                String id = "house." + Tokens.of(kind) + "." + Tokens.of(layer);
                provisions.append(provision(id, "anywhere", kind, layer));
                provisions.append(provision(id + ".named", NAMED, kind, layer));
            }
        }
        return house("everything.yaml", provisions.toString());
    }

    private static PolicyEngine with(LawFile... house) {
        List<LawFile> register = Stream.concat(LAW.stream(), Stream.of(house)).toList();
        return new PolicyEngine(
                RegisterReader.read(register.stream().filter(f -> !f.isRules()).toList()),
                RULES,
                "under test");
    }

    private static List<Cookie> cookies() {
        return List.of(
                Cookie.of("c", Purpose.SECURITY),
                Cookie.of("c", Purpose.UNKNOWN),
                Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .personalData(false)
                        .build(),
                Cookie.of("c", Purpose.BEHAVIOURAL_ADVERTISING).toBuilder()
                        .party(Party.THIRD)
                        .recipients(
                                List.of(
                                        Recipient.builder()
                                                .name("network")
                                                .country(Jurisdiction.of("CN"))
                                                .build()))
                        .build());
    }

    private static List<Visit> visits(Jurisdiction place) {
        Visit bare = Visit.of(DAY, Visitor.in(place));
        Visit told =
                bare.toBuilder()
                        .notice(Notice.of(NoticeElement.GIVEN, NoticeElement.OBJECTION_OFFERED))
                        .build();
        Visit child =
                bare.toBuilder()
                        .visitor(
                                Visitor.in(place).toBuilder().age(10).parentalConsent(true).build())
                        .operator(Operator.in("EE"))
                        .build();
        return List.of(
                bare,
                told,
                child,
                told.toBuilder().consent(Consent.of(ConsentStatus.GRANTED)).build(),
                told.toBuilder()
                        .consent(Consent.of(ConsentStatus.OBJECTED))
                        .signals(Signals.GPC)
                        .build());
    }

    /** Every place that the register names, and some that it does not. */
    private static Set<Jurisdiction> places(Register register) {
        Set<Jurisdiction> places = new TreeSet<>();
        Set<String> groups = new TreeSet<>(register.groups().stream().map(Group::id).toList());
        groups.add(Register.ANYWHERE);
        register.provisions().stream()
                .flatMap(provision -> provision.places().stream())
                .filter(code -> !groups.contains(code))
                .forEach(code -> places.add(Jurisdiction.of(code)));
        Stream.of("AQ", "DE-BY", "US-GU", "GF", "unknown")
                .forEach(code -> places.add(Jurisdiction.of(code)));
        return places;
    }

    private static List<Request> denied(PolicyEngine engine, Set<Jurisdiction> places) {
        List<Request> denied = new ArrayList<>();
        for (Jurisdiction place : places) {
            for (Visit visit : visits(place)) {
                for (Cookie cookie : cookies()) {
                    Request request = Request.toSet(cookie, visit);
                    if (engine.decideThatDay(request).outcome() == Outcome.DENY) {
                        denied.add(request);
                    }
                }
            }
        }
        return denied;
    }

    private static List<String> allowedAll(PolicyEngine engine, List<Request> denied) {
        return denied.parallelStream()
                .filter(request -> engine.decideThatDay(request).outcome() == Outcome.ALLOW)
                .map(request -> engine.decide(request).why())
                .toList();
    }

    private static Set<Jurisdiction> somePlaces() {
        Set<Jurisdiction> places = new TreeSet<>();
        Stream.of("EE", "FR", "GB", "US-CA", "US-TX", "JP", "AQ", "unknown")
                .forEach(code -> places.add(Jurisdiction.of(code)));
        return places;
    }

    /**
     * Judges one rule of the house at a time; what the rules find, they find for each law alone.
     */
    private static Stream<String> allowedBySingleRules(PolicyEngine house, Request request) {
        Request settled = request.settled();
        Register register = house.register();
        List<Finding> found = RULES.run(settled, register.lawsFor(settled));
        Set<String> rules = new TreeSet<>();
        found.stream()
                .map(Finding::basis)
                .filter(Basis::isOfHouse)
                .forEach(basis -> rules.add(basis.provision()));
        return rules.stream()
                .map(
                        rule ->
                                Decision.of(
                                        settled,
                                        register.coverage(settled.visit().visitor().location()),
                                        register.homeRegime(settled.visit()),
                                        found.stream()
                                                .filter(
                                                        f ->
                                                                !f.basis().isOfHouse()
                                                                        || f.basis()
                                                                                .provision()
                                                                                .equals(rule))
                                                .toList(),
                                        "under test"))
                .filter(Decision::isAllowed)
                .map(Decision::why);
    }

    @Test
    void a_house_that_declares_nothing_turns_no_denial_of_the_law_into_a_permission() {
        PolicyEngine law = with();
        PolicyEngine house = with(everything());
        List<Request> denied = denied(law, places(law.register()));
        assertThat(denied.size()).isGreaterThan(2_000);
        assertThat(denied.parallelStream().flatMap(request -> allowedBySingleRules(house, request)))
                .isEmpty();
        assertThat(allowedAll(house, denied)).as("all of them at once").isEmpty();
    }

    @Test
    void a_further_rule_of_a_house_turns_no_denial_of_the_house_into_a_permission() {
        LawFile first =
                house(
                        "first.yaml",
                        """
                          - {id: house.a, kind: notice, notice: [objection-lasts], places: [anywhere], layers: [device]}
                          - {id: house.b, kind: opt-out, notice: [given], places: [anywhere], layers: [device]}
                          - {id: house.c, kind: consent, places: [anywhere], layers: [personal-data, minors]}
                        """);
        PolicyEngine house = with(first);
        List<Request> denied = denied(house, somePlaces());
        assertThat(denied.size()).isGreaterThan(denied(with(), somePlaces()).size());
        for (Kind kind : undeclared()) {
            LawFile further =
                    house("own.yaml", provision("house.own", "anywhere", kind, Layer.values()));
            assertThat(allowedAll(with(first, further), denied)).as(kind.name()).isEmpty();
        }
    }

    @Test
    void a_house_reaches_back_to_no_day_for_which_the_law_is_not_known() {
        PolicyEngine law = with();
        PolicyEngine house = with(everything());
        int unknown = 0;
        for (Jurisdiction place : places(law.register())) {
            Visit early = Visit.of(LocalDate.of(2010, 1, 1), Visitor.in(place));
            Request request = Request.toSet(cookies().get(0), early);
            try {
                law.decide(request);
            } catch (UncoveredDayException e) {
                unknown++;
                assertThatThrownBy(() -> house.decide(request))
                        .isInstanceOf(UncoveredDayException.class);
            }
        }
        assertThat(unknown).isGreaterThan(100);
    }

    @Test
    void no_rule_of_a_house_turns_a_denial_into_a_permission_whatever_it_rests_on() {
        List<Request> denied = denied(with(), somePlaces());
        for (String finding :
                List.of(
                        "prohibited( $law )",
                        "objection( $law, \"as the house sees it\" )",
                        "consentDefective( $law, Demand.AFFIRMATIVE )",
                        "dutiesOwed( $law )",
                        "dutyOwed( $law, Duty.INFORM )")) {
            LawFile rule =
                    new LawFile(
                            "own.drl",
                            """
                            package org.cookiepolicy.law.house
                            import org.cookiepolicy.law.Demand
                            import org.cookiepolicy.law.Duty
                            import org.cookiepolicy.rules.HouseFindings
                            import org.cookiepolicy.rules.Law
                            global HouseFindings houseFindings
                            rule "own"
                            when
                                $law : Law( )
                            then
                                houseFindings.%s;
                            end
                            """
                                    .formatted(finding),
                            Origin.HOUSE);
            List<LawFile> files = new ArrayList<>(LAW);
            files.add(rule);
            assertThat(allowedAll(PolicyEngine.load(files), denied)).as(finding).isEmpty();
        }
    }

    @Test
    void every_finding_that_rules_of_a_house_may_add_is_among_those_tried() {
        assertThat(HouseFindings.class.getDeclaredMethods())
                .extracting(java.lang.reflect.Method::getName)
                .containsExactlyInAnyOrder(
                        "prohibited", "objection", "consentDefective", "dutiesOwed", "dutyOwed");
    }

    @Test
    void what_is_declared_to_take_away_from_law_does_so_and_the_check_sees_it() {
        String exemption = provision("house.own", "EE", Kind.EXEMPTION, Layer.DEVICE);
        LawFile declared =
                house(
                        "own.yaml",
                        exemption
                                + """
                                loosens:
                                  - {provision: house.own, law: [ee.device.consent-non-personal], reason: why, decided-by: somebody, decided-on: 2026-01-01}
                                """);
        List<Request> denied = denied(with(), Set.of(Jurisdiction.of("EE"), Jurisdiction.of("LV")));
        assertThat(allowedAll(with(declared), denied))
                .isNotEmpty()
                .allMatch(
                        why -> why.contains("takes away from law, ee.device.consent-non-personal"));
    }
}
