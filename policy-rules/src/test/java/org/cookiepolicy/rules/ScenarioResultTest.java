package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class ScenarioResultTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();

    /** Denied with several duties, on several provisions. */
    private static final Request REQUEST =
            Request.toSet(
                    Cookie.of("_ga", Purpose.AUDIENCE_MEASUREMENT),
                    Visit.of(LocalDate.of(2026, 11, 25), Visitor.in("EE")));

    private static final Decision DECISION = ENGINE.decide(REQUEST);

    private static ScenarioResult expecting(Expectation expectation) {
        Scenario scenario =
                new Scenario("one", "statistics in Estonia", "planted", REQUEST, expectation);
        return ScenarioResult.of(
                ENGINE, new Suite("planted", "Planted", List.of(scenario)), scenario);
    }

    private static ScenarioResult expecting(
            Set<Duty> duties, Set<String> provisions, boolean exactly) {
        return expecting(new Expectation(Outcome.DENY, duties, provisions, exactly));
    }

    private static Set<Duty> allDutiesBut(Duty duty) {
        Set<Duty> duties = EnumSet.copyOf(DECISION.dutySet());
        assertThat(duties.remove(duty)).isTrue();
        return duties;
    }

    @Test
    void what_was_decided_is_what_was_expected_exactly() {
        assertThat(DECISION.dutySet()).hasSizeGreaterThan(1);
        assertThat(DECISION.provisions()).hasSizeGreaterThan(1).contains("ee.device.consent");
        ScenarioResult result = expecting(Expectation.exactly(DECISION));
        assertThat(result.passed()).isTrue();
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void a_duty_more_is_too_much_only_where_exactly_others_are_expected() {
        Set<Duty> fewer = allDutiesBut(Duty.INFORM);
        assertThat(expecting(fewer, Set.of(), false).passed()).isTrue();
        ScenarioResult result = expecting(fewer, Set.of(), true);
        assertThat(result.passed()).isFalse();
        assertThat(result.differences()).isEqualTo(Map.of("surplus-duties", List.of("inform")));
    }

    @Test
    void a_provision_that_is_not_cited_is_missing() {
        ScenarioResult result =
                expecting(Set.of(), Set.of("ee.device.consent", "gb.device.consent"), false);
        assertThat(result.passed()).isFalse();
        assertThat(result.differences())
                .isEqualTo(Map.of("missing-provisions", List.of("gb.device.consent")));
    }

    @Test
    void a_provision_more_is_too_much_only_where_exactly_others_are_named() {
        assertThat(expecting(Set.of(), Set.of("ee.device.consent"), false).passed()).isTrue();
        assertThat(expecting(DECISION.dutySet(), Set.of(), true).passed()).isTrue();
        Set<String> others = new TreeSet<>(DECISION.provisions());
        others.remove("ee.device.consent");
        ScenarioResult result = expecting(DECISION.dutySet(), Set.of("ee.device.consent"), true);
        assertThat(result.passed()).isFalse();
        assertThat(result.differences())
                .isEqualTo(Map.of("surplus-provisions", List.copyOf(others)));
    }

    @Test
    void a_provision_more_is_set_aside_where_no_answer_rests_on_it() {
        // Every demand of consent decides here.
        assertThat(expecting(DECISION.dutySet(), Set.of("ee.device.consent"), true).setAside())
                .isEmpty();
        Request exempt =
                Request.toSet(Cookie.of("session", Purpose.AUTHENTICATION), REQUEST.visit());
        Scenario scenario =
                new Scenario(
                        "two",
                        "signing in",
                        "planted",
                        exempt,
                        new Expectation(
                                Outcome.ALLOW, Set.of(), Set.of("eu.exempt.authentication"), true));
        Suite suite = new Suite("planted", "Planted", List.of(scenario));
        assertThat(ScenarioResult.of(ENGINE, suite, scenario).setAside())
                .containsExactly("ee.device.consent", "eu.gdpr.consent");
    }

    @Test
    void nobody_can_expect_a_provision_without_a_name() {
        assertThatThrownBy(() -> new Expectation(Outcome.DENY, Set.of(), Set.of(" "), false))
                .isInstanceOf(InvalidValueException.class);
    }
}
