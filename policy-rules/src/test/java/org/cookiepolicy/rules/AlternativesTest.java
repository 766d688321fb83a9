package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookieName;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentCondition;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.Alternatives.Alternative;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Cookie STATISTICS =
            Cookie.builder()
                    .name(CookieName.parse("statistics"))
                    .purposes(Purpose.AUDIENCE_MEASUREMENT)
                    .safeguards(Safeguard.OWN_STATISTICS_ONLY, Safeguard.ANONYMOUS_STATISTICS)
                    .build();
    private static final Cookie ADVERTISING = Cookie.of("ads", Purpose.BEHAVIOURAL_ADVERTISING);

    @Test
    void says_that_a_grant_would_allow_what_needs_consent() {
        assertThat(texts(STATISTICS, in("EE").build()))
                .contains("would be allowed if the visitor granted audience measurement");
    }

    @Test
    void names_only_the_purposes_that_are_not_exempt() {
        Cookie mixed = Cookie.of("mixed", Purpose.AUTHENTICATION, Purpose.RESEARCH);
        assertThat(texts(mixed, in("EE").build()))
                .contains("would be allowed if the visitor granted research");
    }

    @Test
    void says_that_telling_and_a_means_to_object_would_do_only_together() {
        assertThat(texts(STATISTICS, in("GB").build()))
                .contains(
                        "would be allowed if the visitor were told beforehand and a means to object"
                                + " were offered")
                .doesNotContain("would be allowed if the visitor were told beforehand");
    }

    @Test
    void leaves_out_of_a_pair_what_is_not_needed() {
        Visit told = in("GB").notice(Notice.of(NoticeElement.GIVEN)).build();
        assertThat(texts(STATISTICS, told))
                .contains("would be allowed if a means to object were offered")
                .noneMatch(text -> text.contains("told beforehand"));
    }

    @Test
    void names_the_day_on_which_the_law_changes() {
        Visit before =
                in("GB").at(LocalDate.of(2026, 2, 4))
                        .notice(Notice.of(NoticeElement.GIVEN, NoticeElement.OBJECTION_OFFERED))
                        .build();
        Decision decision = ENGINE.decide(Request.toSet(STATISTICS, before));
        assertThat(Alternatives.of(ENGINE, decision))
                .contains(
                        new Alternative(
                                "the day were 2026-02-05",
                                Outcome.ALLOW,
                                Optional.of(LocalDate.of(2026, 2, 5))))
                .extracting(Alternative::text)
                .contains("would be allowed from 2026-02-05 on");
    }

    @Test
    void names_the_day_on_which_consent_is_too_old() {
        Visit consented =
                in("FR").consent(granted(Purpose.AUDIENCE_MEASUREMENT).given(DAY).build()).build();
        Decision decision = ENGINE.decide(Request.toSet(STATISTICS, consented));
        Alternative expiry =
                Alternatives.of(ENGINE, decision).stream()
                        .filter(alternative -> alternative.from().isPresent())
                        .findFirst()
                        .orElseThrow();
        LocalDate first = expiry.from().orElseThrow();
        assertThat(expiry.text()).isEqualTo("would be denied from " + first + " on");
        assertThat(outcome(STATISTICS, consented, first.minusDays(1))).isEqualTo(Outcome.ALLOW);
        assertThat(outcome(STATISTICS, consented, first)).isEqualTo(Outcome.DENY);
    }

    @Test
    void says_which_defect_of_the_consent_stands_in_the_way() {
        Consent ticked =
                granted(Purpose.AUDIENCE_MEASUREMENT).expression(Expression.PRE_TICKED).build();
        assertThat(texts(STATISTICS, in("EE").consent(ticked).build()))
                .contains("would be allowed if consent were given by a clear affirmative act")
                .noneMatch(text -> text.contains("granted"));
    }

    @Test
    void joins_several_defects_and_leaves_harmless_facts_out() {
        Consent poor =
                granted(Purpose.AUDIENCE_MEASUREMENT)
                        .expression(Expression.CONTINUED_USE)
                        .refusalAsEasy(false)
                        .given(DAY.minusDays(10))
                        .build();
        assertThat(texts(STATISTICS, in("EE").consent(poor).build()))
                .contains(
                        "would be allowed if consent were given by a clear affirmative act and refusing"
                                + " were as easy as accepting");
    }

    @Test
    void says_that_another_reading_of_a_contested_point_would_do() {
        Consent paid =
                granted(Purpose.AUDIENCE_MEASUREMENT)
                        .condition(ConsentCondition.PAY_OR_CONSENT)
                        .build();
        assertThat(texts(STATISTICS, in("EE").consent(paid).build()))
                .contains(
                        "would be allowed if the point pay-or-consent were read leniently",
                        "would be allowed if consent were not the alternative to a fee");
    }

    @Test
    void says_that_a_reading_chosen_was_needed() {
        Consent paid =
                granted(Purpose.AUDIENCE_MEASUREMENT)
                        .condition(ConsentCondition.PAY_OR_CONSENT)
                        .build();
        Visit lenient =
                in("EE").consent(paid)
                        .interpretations(Map.of(ContestedPoint.PAY_OR_CONSENT, Reading.LENIENT))
                        .build();
        assertThat(texts(STATISTICS, lenient))
                .contains("would be denied if the point pay-or-consent were read strictly");
    }

    @Test
    void says_that_the_signal_stands_in_the_way() {
        Visit signalled =
                in("US-CA")
                        .notice(Notice.of(NoticeElement.GIVEN, NoticeElement.OBJECTION_OFFERED))
                        .signals(Signals.GPC)
                        .build();
        assertThat(texts(sold(), signalled))
                .contains("would be allowed if the browser did not send Global Privacy Control");
    }

    @Test
    void puts_a_grant_and_a_silent_browser_together_where_neither_would_do() {
        Visit signalled = in("EE").signals(Signals.GPC).build();
        assertThat(texts(ADVERTISING, signalled))
                .contains(
                        "would be allowed if the visitor granted behavioural advertising and the browser"
                                + " did not send Global Privacy Control");
    }

    @Test
    void says_that_a_shorter_lifespan_would_do() {
        Cookie kept =
                Cookie.of("signed-in", Purpose.AUTHENTICATION).toBuilder()
                        .lifespan(Lifespan.parse("P1Y"))
                        .build();
        assertThat(texts(kept, in("EE").build()))
                .contains(
                        "would be allowed if the cookie ended with the session",
                        "would be allowed if the visitor asked to stay signed in");
    }

    @Test
    void says_that_what_the_visitor_did_was_needed() {
        Cookie kept =
                Cookie.of("signed-in", Purpose.AUTHENTICATION).toBuilder()
                        .lifespan(Lifespan.parse("P1Y"))
                        .build();
        Visitor remembered =
                Visitor.in("EE").toBuilder().actions(Action.TICKED_REMEMBER_ME).build();
        Visit visit = Visit.of(DAY, remembered);
        assertThat(texts(kept, visit))
                .contains("would be denied if the visitor had not asked to stay signed in");
        Cookie ended = kept.toBuilder().lifespan(Lifespan.SESSION).build();
        assertThat(texts(ended, visit)).noneMatch(text -> text.contains("had not"));
    }

    @Test
    void says_that_personal_data_must_not_reach_a_recipient_without_a_ground() {
        Cookie sent =
                STATISTICS.toBuilder()
                        .recipients(
                                List.of(
                                        Recipient.builder()
                                                .name("Counter")
                                                .country(Jurisdiction.of("US"))
                                                .build()))
                        .build();
        Visit consented = in("EE").consent(granted(Purpose.AUDIENCE_MEASUREMENT).build()).build();
        assertThat(texts(sent, consented))
                .contains("would be allowed if Counter received anonymised data only");
        assertThat(texts(sent, in("EE").build()))
                .contains(
                        "would be allowed if the visitor granted audience measurement and Counter"
                                + " received anonymised data only");
    }

    @Test
    void says_that_the_recipient_has_to_be_among_those_agreed_to() {
        Cookie sent =
                STATISTICS.toBuilder()
                        .recipients(List.of(Recipient.builder().name("Counter").build()))
                        .build();
        Consent narrow = granted(Purpose.AUDIENCE_MEASUREMENT).vendors(Set.of("Other")).build();
        assertThat(texts(sent, in("EE").consent(narrow).build()))
                .contains("would be allowed if the visitor also agreed to Counter");
    }

    @Test
    void says_what_a_visitor_can_do_against_what_is_allowed() {
        Visit consented = in("EE").consent(granted(Purpose.AUDIENCE_MEASUREMENT).build()).build();
        assertThat(texts(STATISTICS, consented))
                .contains(
                        "would be denied if the visitor refused",
                        "would be denied if the visitor withdrew consent",
                        "would be denied if the visitor made no choice",
                        "would be denied if the visitor objected");
    }

    @Test
    void has_nothing_to_say_of_a_cookie_that_nobody_knows() {
        assertThat(texts(Cookie.of("mystery", Purpose.UNKNOWN), in("EE").build())).isEmpty();
    }

    @Test
    void every_alternative_turns_the_outcome_and_comes_twice_in_the_same_order() {
        for (String place :
                List.of("EE", "DE", "FR", "GB", "CH", "CA-QC", "US-CA", "JP", "unknown")) {
            for (Cookie cookie : List.of(STATISTICS, ADVERTISING, sold())) {
                Decision decision = ENGINE.decide(Request.toSet(cookie, in(place).build()));
                List<Alternative> alternatives = Alternatives.of(ENGINE, decision);
                assertThat(alternatives)
                        .isEqualTo(Alternatives.of(ENGINE, decision))
                        .doesNotHaveDuplicates()
                        .noneMatch(alternative -> alternative.outcome() == decision.outcome());
            }
        }
    }

    private static Cookie sold() {
        return ADVERTISING.toBuilder()
                .recipients(
                        List.of(
                                Recipient.builder()
                                        .name("Exchange")
                                        .exchangeForValue(true)
                                        .sharesIdentifierAcrossSites(true)
                                        .build()))
                .build();
    }

    private static Visit.Builder in(String place) {
        return Visit.of(DAY, Visitor.in(place)).toBuilder();
    }

    private static Consent.Builder granted(Purpose purpose) {
        return Consent.of(ConsentStatus.GRANTED, purpose).toBuilder();
    }

    private static Outcome outcome(Cookie cookie, Visit visit, LocalDate day) {
        return ENGINE.decide(Request.toSet(cookie, visit.toBuilder().at(day).build())).outcome();
    }

    private static List<String> texts(Cookie cookie, Visit visit) {
        Decision decision = ENGINE.decide(Request.toSet(cookie, visit));
        return Alternatives.of(ENGINE, decision).stream().map(Alternative::text).toList();
    }
}
