package org.cookiepolicy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.workbench.LawCoverage;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

/**
 * What must always hold, over the whole law: every place on every day on which its law changes.
 *
 * <p>Places and days with provisions that say the same are decided alike but for names, so one of
 * them stands for all; {@link #states()} finds them by comparing everything that a provision says
 * but its name, places, days and citation.
 */
class WholeLawTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();
    private static final List<State> STATES = states();

    /** The law of a place from a day on. */
    private record State(Jurisdiction place, LocalDate day, List<Provision> provisions) {
        Visit visit() {
            return Visit.of(day, Visitor.in(place.code()));
        }
    }

    private static List<State> states() {
        List<Jurisdiction> places = new ArrayList<>(Jurisdiction.all());
        places.add(Jurisdiction.UNKNOWN);
        LawCoverage coverage =
                LawCoverage.of(
                        ENGINE.register(), places, LocalDate.of(2026, 11, 24), Period.ofYears(1));
        Map<Set<Object>, State> states = new LinkedHashMap<>();
        for (LawCoverage.Place place : coverage.places()) {
            LocalDate first = place.coveredFrom().orElseThrow();
            Set<LocalDate> days = new TreeSet<>(List.of(first));
            for (LawCoverage.Holding holding : place.holdings()) {
                Stream.concat(Stream.of(holding.from()), holding.until().stream())
                        .filter(first::isBefore)
                        .forEach(days::add);
            }
            for (LocalDate day : days) {
                List<Provision> provisions = place.inForce(day);
                Set<Object> says = new HashSet<>();
                provisions.forEach(provision -> says.add(said(provision)));
                states.putIfAbsent(says, new State(place.place(), day, provisions));
            }
        }
        return List.copyOf(states.values());
    }

    private static Object said(Provision p) {
        return List.of(
                p.kind(), p.layers(), p.reach(), p.when(), p.terms(), p.duties(), p.readings());
    }

    private static List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            cookies.add(Cookie.of("one", purpose));
        }
        cookies.add(
                Cookie.of("own-statistics", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .safeguards(EnumSet.allOf(Safeguard.class))
                        .build());
        cookies.add(
                Cookie.of("third-party", Purpose.BEHAVIOURAL_ADVERTISING).toBuilder()
                        .party(Party.THIRD)
                        .build());
        cookies.add(
                Cookie.of("not-personal", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .personalData(false)
                        .build());
        cookies.add(
                Cookie.of("health", Purpose.AUTHENTICATION).toBuilder()
                        .sensitiveData(SensitiveData.HEALTH)
                        .build());
        return cookies;
    }

    private static List<Optional<Consent>> choices() {
        return List.of(
                Optional.empty(),
                Optional.of(Consent.of(ConsentStatus.GRANTED)),
                Optional.of(Consent.of(ConsentStatus.REFUSED)),
                Optional.of(
                        Consent.builder()
                                .status(ConsentStatus.GRANTED)
                                .replaces(ConsentStatus.OBJECTED)
                                .build()),
                Optional.of(
                        Consent.builder()
                                .status(ConsentStatus.GRANTED)
                                .expression(Expression.PRE_TICKED)
                                .replaces(ConsentStatus.OBJECTED)
                                .build()));
    }

    /**
     * The law in each state, with everything told and done and with nothing; each kind of choice.
     */
    private static void forEachVisit(BiConsumer<State, Visit> check) {
        STATES.parallelStream()
                .forEach(
                        state -> {
                            for (Visit visit : List.of(state.visit(), told(state.visit()))) {
                                for (Optional<Consent> choice : choices()) {
                                    check.accept(
                                            state, with(visit, v -> choice.ifPresent(v::consent)));
                                }
                            }
                        });
    }

    private static Visit told(Visit visit) {
        Visitor visitor = visit.visitor().toBuilder().actions(EnumSet.allOf(Action.class)).build();
        return with(visit, v -> v.notice(Notice.of(NoticeElement.values())).visitor(visitor));
    }

    private static Visit with(Visit visit, Consumer<Visit.Builder> change) {
        Visit.Builder builder = visit.toBuilder();
        change.accept(builder);
        return builder.build();
    }

    private static Decision decide(Cookie cookie, Visit visit) {
        return ENGINE.decideThatDay(Request.toSet(cookie, visit));
    }

    private static void assertNotMorePermissive(Decision before, Decision after) {
        if (after.isAllowed() && !before.isAllowed()) {
            throw new AssertionError(
                    "a denial became a permission\n" + before.why() + "\n" + after.why());
        }
    }

    @Test
    void every_place_has_a_state_of_its_law_or_shares_that_of_another() {
        assertThat(STATES).hasSizeGreaterThan(200);
        assertThat(STATES).extracting(State::place).contains(Jurisdiction.of("GB"));
        assertThat(STATES)
                .filteredOn(state -> state.place().code().equals("GB"))
                .extracting(State::day)
                .contains(LocalDate.of(2026, 2, 5));
    }

    @Test
    void a_privacy_signal_never_turns_a_denial_into_a_permission() {
        forEachVisit(
                (state, visit) -> {
                    for (Cookie cookie : cookies()) {
                        Decision before = decide(cookie, visit);
                        if (!before.isAllowed()) {
                            Visit signalled = with(visit, v -> v.signals(Signals.GPC));
                            assertNotMorePermissive(before, decide(cookie, signalled));
                        }
                    }
                });
    }

    @Test
    void declining_is_never_more_permissive_than_no_choice_and_a_withdrawal_owes_deletion() {
        LongAdder withdrawals = new LongAdder();
        Set<String> missing = new ConcurrentSkipListSet<>();
        STATES.parallelStream()
                .flatMap(state -> Stream.of(state.visit(), told(state.visit())))
                .forEach(
                        none -> {
                            Visit granted =
                                    with(none, v -> v.consent(Consent.of(ConsentStatus.GRANTED)));
                            for (Cookie cookie : cookies()) {
                                Decision before = decide(cookie, none);
                                boolean consentHelps = decide(cookie, granted).isAllowed();
                                for (ConsentStatus status :
                                        List.of(
                                                ConsentStatus.REFUSED,
                                                ConsentStatus.OBJECTED,
                                                ConsentStatus.WITHDRAWN)) {
                                    Decision after =
                                            decide(
                                                    cookie,
                                                    with(none, v -> v.consent(Consent.of(status))));
                                    assertNotMorePermissive(before, after);
                                    if (status == ConsentStatus.WITHDRAWN
                                            && consentHelps
                                            && !after.isAllowed()) {
                                        withdrawals.increment();
                                        if (!after.dutySet().contains(Duty.DELETE)) {
                                            missing.add(after.why());
                                        }
                                    }
                                }
                            }
                        });
        assertThat(missing).as("withdrawals without the duty to delete").isEmpty();
        assertThat(withdrawals.sum()).as("withdrawals that matter").isGreaterThan(5_000);
    }

    @Test
    void a_further_purpose_or_recipient_never_turns_a_denial_into_a_permission() {
        Recipient recipient =
                Recipient.builder()
                        .name("further")
                        .country(Jurisdiction.of("US"))
                        .exchangeForValue(true)
                        .build();
        forEachVisit(
                (state, visit) -> {
                    for (Cookie cookie : cookies()) {
                        Decision before = decide(cookie, visit);
                        if (before.isAllowed()) {
                            continue;
                        }
                        for (Purpose further :
                                List.of(
                                        Purpose.AUTHENTICATION,
                                        Purpose.AUDIENCE_MEASUREMENT,
                                        Purpose.BEHAVIOURAL_ADVERTISING)) {
                            Set<Purpose> purposes = EnumSet.copyOf(cookie.purposes());
                            purposes.add(further);
                            Cookie wider = cookie.toBuilder().purposes(purposes).build();
                            assertNotMorePermissive(before, decide(wider, visit));
                        }
                        Cookie shared = cookie.toBuilder().recipients(List.of(recipient)).build();
                        assertNotMorePermissive(before, decide(shared, visit));
                    }
                });
    }

    @Test
    void a_cookie_with_two_purposes_is_allowed_without_a_choice_only_if_each_of_them_is() {
        STATES.parallelStream()
                .map(state -> told(state.visit()))
                .forEach(
                        visit -> {
                            Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
                            for (Purpose purpose : Purpose.values()) {
                                if (decide(Cookie.of("one", purpose), visit).isAllowed()) {
                                    allowed.add(purpose);
                                }
                            }
                            for (Purpose denied : EnumSet.complementOf(EnumSet.copyOf(allowed))) {
                                for (Purpose other : allowed) {
                                    Decision both = decide(Cookie.of("two", denied, other), visit);
                                    assertThat(both.isAllowed()).as(both.why()).isFalse();
                                }
                            }
                        });
    }

    @Test
    void a_lenient_reading_never_turns_a_permission_into_a_denial() {
        forEachVisit(
                (state, visit) -> {
                    Set<ContestedPoint> points = EnumSet.noneOf(ContestedPoint.class);
                    for (Provision provision : state.provisions()) {
                        points.addAll(provision.readings().keySet());
                        provision.terms().lifespanContested().ifPresent(points::add);
                    }
                    for (Signals signals : List.of(Signals.NONE, Signals.GPC)) {
                        Visit strict = with(visit, v -> v.signals(signals));
                        for (Cookie cookie : telling()) {
                            if (!decide(cookie, strict).isAllowed()) {
                                continue;
                            }
                            for (ContestedPoint point : points) {
                                Visit lenient =
                                        with(
                                                strict,
                                                v ->
                                                        v.interpretations(
                                                                Map.of(point, Reading.LENIENT)));
                                Decision after = decide(cookie, lenient);
                                assertThat(after.isAllowed())
                                        .as("%s\n%s", point, after.why())
                                        .isTrue();
                            }
                        }
                    }
                });
    }

    /** A cookie for each kind of answer. */
    private static List<Cookie> telling() {
        return cookies().stream()
                .filter(
                        cookie ->
                                !cookie.name().text().equals("one")
                                        || cookie.purposes().stream()
                                                .anyMatch(
                                                        EnumSet.of(
                                                                        Purpose.USER_INPUT,
                                                                        Purpose.SOCIAL_SHARING,
                                                                        Purpose.TAG_MANAGEMENT,
                                                                        Purpose.AB_TESTING,
                                                                        Purpose
                                                                                .AUDIENCE_MEASUREMENT)
                                                                ::contains))
                .toList();
    }
}
