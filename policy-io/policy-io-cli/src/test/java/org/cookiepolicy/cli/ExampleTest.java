package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Reason;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Processor;
import org.cookiepolicy.policy.ReceivedData;
import org.cookiepolicy.policy.Revision;
import org.cookiepolicy.policy.Website;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.PolicyEngine;
import org.junit.jupiter.api.Test;

class ExampleTest {
    private static final PolicyEngine ENGINE = ChosenLaw.shipped().engine();
    private static final CookiePolicy POLICY = Example.policy();
    private static final List<String> GOOGLE = List.of("__utma", "__utmb", "__utmc", "__utmz");

    @Test
    void holds_the_facts_that_the_page_states() {
        assertThat(POLICY.controller().country().code()).isEqualTo("EE");
        assertThat(POLICY.sites())
                .extracting(Website::domain)
                .containsExactly("apifonica.com", "dzinga.com");
        assertThat(POLICY.revisions())
                .extracting(Revision::version, Revision::date)
                .containsExactly(
                        tuple("1.0", LocalDate.of(2018, 4, 29)),
                        tuple("1.1", LocalDate.of(2018, 8, 1)));
        assertThat(POLICY.categories()).hasSize(3);
        assertThat(POLICY.claimedConsent().orElseThrow().expression())
                .isEqualTo(Expression.CONTINUED_USE);
        assertThat(POLICY.controls())
                .anySatisfy(
                        control ->
                                assertThat(control.link())
                                        .contains(URI.create("https://www.aboutcookies.org/")));
        assertThat(POLICY.cookies()).extracting(e -> e.cookie().name().text()).containsAll(GOOGLE);
    }

    @Test
    void the_services_that_came_later_receive_anonymised_data_only() {
        for (Processor processor : POLICY.processors()) {
            ReceivedData expected =
                    processor.id().equals("google-analytics")
                            ? ReceivedData.PERSONAL
                            : ReceivedData.ANONYMISED;
            assertThat(processor.recipient().receives()).isEqualTo(expected);
        }
    }

    @Test
    void every_cookie_and_processor_is_described_and_every_processor_used() {
        assertThat(POLICY.cookies()).allSatisfy(e -> assertThat(e.description()).isNotBlank());
        assertThat(POLICY.processors()).allSatisfy(p -> assertThat(p.description()).isNotBlank());
        assertThat(POLICY.cookies().stream().map(PolicyCookie::processors).flatMap(List::stream))
                .containsAll(POLICY.processors().stream().map(Processor::id).toList());
    }

    @Test
    void estonia_denies_analytics_before_any_choice_and_cites_why() {
        for (String cookie : GOOGLE) {
            Decision decision = decide("tallinn", cookie);
            assertThat(decision.isAllowed()).isFalse();
            assertThat(decision.why())
                    .contains("consent is needed and was not given")
                    .contains("Andmekaitse Inspektsioon")
                    .contains("https://");
        }
    }

    @Test
    void estonia_denies_analytics_under_continued_use_and_cites_why() {
        for (String cookie : GOOGLE) {
            Decision decision = decide("tallinn-continued-use", cookie);
            assertThat(decision.isAllowed()).isFalse();
            assertThat(decision.decisive().get(0).reason()).isEqualTo(Reason.CONSENT_DEFECTIVE);
            assertThat(decision.why()).contains("EDPB Guidelines 05/2020 on consent, para 86");
        }
    }

    @Test
    void estonia_allows_the_sign_in_of_a_session_whatever_was_chosen() {
        for (NamedVisit visitor : Example.visitors()) {
            assertThat(decide(visitor.id(), "session-sign-in").isAllowed()).isTrue();
        }
    }

    @Test
    void a_granular_grant_allows_analytics_with_the_duties_that_go_with_it() {
        for (String visitor : List.of("tallinn-granted", "berlin-granted")) {
            for (String cookie : GOOGLE) {
                Decision decision = decide(visitor, cookie);
                assertThat(decision.isAllowed()).as(visitor + " " + cookie).isTrue();
                assertThat(decision.dutySet()).contains(Duty.RECORD_CONSENT, Duty.OFFER_WITHDRAWAL);
            }
        }
    }

    @Test
    void after_withdrawal_analytics_are_denied_and_to_be_deleted() {
        for (String cookie : GOOGLE) {
            Decision decision = decide("tallinn-withdrawn", cookie);
            assertThat(decision.isAllowed()).isFalse();
            assertThat(decision.dutySet()).contains(Duty.DELETE);
        }
    }

    @Test
    void london_allows_own_statistics_from_the_day_the_law_changed() {
        assertThat(decide("london-before", "own-statistics").isAllowed()).isFalse();
        assertThat(decide("london-after", "own-statistics").isAllowed()).isTrue();
        assertThat(decide("london-after", "own-statistics").why())
                .contains("Data (Use and Access)");
        for (String cookie : GOOGLE) {
            assertThat(decide("london-after", cookie).isAllowed()).isFalse();
        }
    }

    @Test
    void london_allows_own_statistics_only_when_told_and_able_to_object() {
        Visit told = visit("london-after");
        for (Notice notice :
                List.of(
                        Notice.NONE,
                        Notice.of(NoticeElement.GIVEN),
                        Notice.of(NoticeElement.OBJECTION_OFFERED))) {
            Visit less = told.toBuilder().notice(notice).build();
            assertThat(decide(less, "own-statistics").isAllowed()).isFalse();
        }
    }

    private static Decision decide(String visitor, String cookie) {
        return decide(visit(visitor), cookie);
    }

    private static Decision decide(Visit visit, String cookie) {
        return ENGINE.decide(POLICY, cookie, Optional.empty(), Operation.SET, visit);
    }

    private static Visit visit(String id) {
        return Example.visitors().stream()
                .filter(visitor -> visitor.id().equals(id))
                .findFirst()
                .orElseThrow()
                .visit();
    }
}
