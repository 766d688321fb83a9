package org.cookiepolicy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.policy.ClaimedBasis;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.junit.jupiter.api.Test;

/**
 * What must always hold, over situations enumerated from the values of each fact: places of every
 * kind of law, days on both sides of changes, each purpose, each kind of choice. What can be held
 * in every place on every day is in {@link WholeLawTest}.
 */
class PropertiesTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();

    /** One place for each kind of law, and those with law of their own on analytics. */
    private static final List<String> PLACES =
            List.of(
                    "EE", "FR", "IT", "NL", "DE", "ES", "CZ", "BG", "LI", "GB", "CH", "US-CA",
                    "US-VA", "US-CO", "US", "CA-ON", "CA-QC", "BR", "JP", "unknown");

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2021, 6, 1), LocalDate.of(2026, 11, 23));

    private static final List<Notice> NOTICES =
            List.of(
                    Notice.NONE,
                    Notice.of(
                            NoticeElement.GIVEN,
                            NoticeElement.OBJECTION_OFFERED,
                            NoticeElement.OBJECTION_LASTS));

    private static final Set<Safeguard> OWN_STATISTICS =
            EnumSet.of(
                    Safeguard.OWN_STATISTICS_ONLY,
                    Safeguard.ANONYMOUS_STATISTICS,
                    Safeguard.NO_CROSS_MATCHING,
                    Safeguard.NO_CROSS_SITE_IDENTIFIER,
                    Safeguard.NO_PROVIDER_REUSE,
                    Safeguard.NOT_SHARED,
                    Safeguard.LOW_PRIVACY_IMPACT,
                    Safeguard.IP_MASKED);

    /** Every purpose by itself, own statistics with all safeguards, and some combinations. */
    private static List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            cookies.add(Cookie.of("one", purpose));
        }
        cookies.add(
                Cookie.of("own-statistics", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .safeguards(OWN_STATISTICS)
                        .build());
        cookies.add(
                Cookie.of("third-party-ads", Purpose.BEHAVIOURAL_ADVERTISING).toBuilder()
                        .party(Party.THIRD)
                        .recipients(List.of(Recipient.builder().name("network").build()))
                        .build());
        cookies.add(
                Cookie.of("not-personal", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .personalData(false)
                        .build());
        return cookies;
    }

    private static List<Optional<Consent>> choices() {
        List<Optional<Consent>> choices = new ArrayList<>(List.of(Optional.empty()));
        for (ConsentStatus status : ConsentStatus.values()) {
            choices.add(Optional.of(Consent.of(status)));
        }
        choices.add(
                Optional.of(
                        Consent.builder()
                                .status(ConsentStatus.GRANTED)
                                .expression(Expression.PRE_TICKED)
                                .replaces(ConsentStatus.OBJECTED)
                                .build()));
        return choices;
    }

    /** Every visit of the space without signals, with the strict reading of everything. */
    private static void forEachVisit(Consumer<Visit> check) {
        for (String place : PLACES) {
            for (LocalDate day : DAYS) {
                for (Notice notice : NOTICES) {
                    for (Optional<Consent> choice : choices()) {
                        Visit.Builder visit =
                                Visit.of(day, Visitor.in(place)).toBuilder().notice(notice);
                        choice.ifPresent(visit::consent);
                        check.accept(visit.build());
                    }
                }
            }
        }
    }

    private static Decision decide(Cookie cookie, Visit visit) {
        return ENGINE.decide(Request.toSet(cookie, visit));
    }

    private static Visit with(Visit visit, Consumer<Visit.Builder> change) {
        Visit.Builder builder = visit.toBuilder();
        change.accept(builder);
        return builder.build();
    }

    private static void assertNotMorePermissive(Decision before, Decision after) {
        if (after.isAllowed() && !before.isAllowed()) {
            throw new AssertionError(
                    "a denial became a permission\n" + before.why() + "\n" + after.why());
        }
    }

    @Test
    void the_order_of_the_law_changes_nothing() {
        List<LawFile> files = LawFile.shipped();
        Random order = new Random(20261123);
        List<PolicyEngine> engines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<LawFile> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, order);
            engines.add(PolicyEngine.load(shuffled));
        }
        for (String place : PLACES) {
            Visit visit =
                    with(
                            Visit.of(DAYS.get(1), Visitor.in(place)),
                            v ->
                                    v.consent(Consent.of(ConsentStatus.WITHDRAWN))
                                            .signals(Signals.GPC));
            for (Cookie cookie : cookies()) {
                Decision decision = decide(cookie, visit);
                for (PolicyEngine engine : engines) {
                    assertThat(engine.lawVersion()).isEqualTo(ENGINE.lawVersion());
                    assertThat(engine.decide(Request.toSet(cookie, visit))).isEqualTo(decision);
                }
            }
        }
    }

    @Test
    void a_decision_is_the_same_each_time_and_when_made_again_from_its_own_facts() {
        forEachVisit(
                visit -> {
                    for (Cookie cookie : cookies()) {
                        Decision decision = decide(cookie, visit);
                        assertThat(ENGINE.decide(decision.request())).isEqualTo(decision);
                    }
                });
    }

    @Test
    void the_label_of_the_operator_and_the_basis_it_claims_decide_nothing() {
        for (String place : PLACES) {
            Visit visit = Visit.of(DAYS.get(1), Visitor.in(place));
            for (Cookie cookie : cookies()) {
                Decision plain = decide(cookie, visit);
                Cookie labelled =
                        cookie.toBuilder()
                                .declaredCategory("necessary")
                                .claimedBasis(ClaimedBasis.LEGITIMATE_INTEREST)
                                .build();
                Decision claimed = decide(labelled, visit);
                assertThat(claimed.outcome()).isEqualTo(plain.outcome());
                assertThat(claimed.findings()).isEqualTo(plain.findings());
            }
        }
    }

    @Test
    void the_establishment_of_the_operator_never_turns_a_denial_into_a_permission() {
        forEachVisit(
                visit -> {
                    for (Cookie cookie : cookies()) {
                        Visit operated = with(visit, v -> v.operator(Operator.in("EE")));
                        assertNotMorePermissive(decide(cookie, visit), decide(cookie, operated));
                    }
                });
    }

    @Test
    void a_ticked_box_or_silence_is_no_consent_in_any_place_on_any_day() {
        for (String place : places()) {
            for (LocalDate day : DAYS) {
                Visit none = Visit.of(day, Visitor.in(place));
                Decision before = decide(Cookie.of("ads", Purpose.BEHAVIOURAL_ADVERTISING), none);
                for (Expression expression :
                        EnumSet.complementOf(EnumSet.of(Expression.AFFIRMATIVE))) {
                    Consent implied =
                            Consent.builder()
                                    .status(ConsentStatus.GRANTED)
                                    .expression(expression)
                                    .build();
                    Decision after =
                            decide(
                                    Cookie.of("ads", Purpose.BEHAVIOURAL_ADVERTISING),
                                    with(none, v -> v.consent(implied)));
                    assertNotMorePermissive(before, after);
                }
            }
        }
    }

    @Test
    void every_country_is_decided_and_says_whether_the_register_covers_it() {
        Cookie cookie = Cookie.of("ads", Purpose.UNKNOWN);
        for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            Decision decision = decide(cookie, Visit.of(DAYS.get(1), Visitor.in(code)));
            assertThat(decision.isAllowed()).as(code).isFalse();
            assertThat(decision.coverage()).isNotEqualTo(Coverage.UNKNOWN_PLACE);
        }
    }

    private static Set<String> places() {
        Set<String> places = new TreeSet<>();
        ENGINE.register().provisions().forEach(provision -> places.addAll(provision.places()));
        places.remove("anywhere");
        ENGINE.register().groups().forEach(group -> places.remove(group.id()));
        return places;
    }
}
