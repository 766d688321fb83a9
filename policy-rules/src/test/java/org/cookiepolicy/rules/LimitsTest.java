package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Site;
import org.cookiepolicy.request.SiteService;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

/** What ends an exemption, or spoils a consent, that the facts seem to give. */
class LimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PolicyEngine ENGINE = PolicyEngine.load();
    private static final Cookie STATISTICS =
            Cookie.of("s", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                    .safeguards(
                            Safeguard.OWN_STATISTICS_ONLY,
                            Safeguard.ANONYMOUS_STATISTICS,
                            Safeguard.NO_CROSS_MATCHING,
                            Safeguard.NO_CROSS_SITE_IDENTIFIER,
                            Safeguard.NO_PROVIDER_REUSE,
                            Safeguard.NOT_SHARED)
                    .build();
    private static final Recipient PROVIDER =
            Recipient.builder().name("p").role(RecipientRole.SERVICE_PROVIDER).build();

    private static Visit.Builder visit(String place) {
        return Visit.of(DAY, Visitor.in(place)).toBuilder();
    }

    private static boolean isAllowed(Cookie cookie, Visit.Builder visit) {
        return ENGINE.decide(Request.toSet(cookie, visit.build())).isAllowed();
    }

    private static Cookie with(Recipient recipient) {
        return STATISTICS.toBuilder().recipients(List.of(recipient)).build();
    }

    @Test
    void a_safeguard_that_a_recipient_contradicts_is_not_met() {
        assertThat(isAllowed(with(PROVIDER), visit("FR"))).isTrue();
        for (Recipient contradicting :
                List.of(
                        PROVIDER.toBuilder().reusesData(true).build(),
                        PROVIDER.toBuilder().exchangeForValue(true).build(),
                        PROVIDER.toBuilder().sharesIdentifierAcrossSites(true).build(),
                        PROVIDER.toBuilder().linksToKnownPerson(true).build())) {
            assertThat(isAllowed(with(contradicting), visit("FR"))).isFalse();
        }
    }

    @Test
    void an_exemption_for_what_the_owner_runs_itself_ends_with_any_recipient() {
        Cookie own =
                Cookie.of("s", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .safeguards(Safeguard.OWN_STATISTICS_ONLY)
                        .build();
        Cookie provided = own.toBuilder().recipients(List.of(PROVIDER)).build();
        assertThat(isAllowed(own, visit("IT"))).isTrue();
        assertThat(isAllowed(provided, visit("IT"))).isFalse();
    }

    @Test
    void an_objection_ends_what_needs_no_consent_and_a_refusal_does_not() {
        assertThat(isAllowed(STATISTICS, visit("FR").consent(Consent.of(ConsentStatus.REFUSED))))
                .isTrue();
        assertThat(isAllowed(STATISTICS, visit("FR").consent(Consent.of(ConsentStatus.OBJECTED))))
                .isFalse();
    }

    @Test
    void sensitive_data_end_an_exemption_of_statistics_and_consent_carries_them() {
        Cookie sensitive =
                STATISTICS.toBuilder().sensitiveData(Set.of(SensitiveData.HEALTH)).build();
        assertThat(isAllowed(sensitive, visit("FR"))).isFalse();
        assertThat(isAllowed(sensitive, visit("FR").consent(Consent.of(ConsentStatus.GRANTED))))
                .isTrue();
    }

    @Test
    void a_limit_of_exemptions_holds_in_its_own_layer_and_regime_only() {
        Cookie noPersonalData = STATISTICS.toBuilder().personalData(false).build();
        assertThat(
                        isAllowed(
                                noPersonalData,
                                visit("FR").consent(Consent.of(ConsentStatus.OBJECTED))))
                .isTrue();
    }

    @Test
    void that_a_parent_has_to_agree_is_owed_before_anybody_is_asked() {
        Visitor child = Visitor.in("IE").toBuilder().age(12).build();
        Visit visit =
                Visit.of(DAY, child).toBuilder()
                        .site(new Site(SiteService.GENERAL, true, OptOutMechanism.WORKING))
                        .build();
        Decision decision =
                ENGINE.decide(Request.toSet(Cookie.of("s", Purpose.AUDIENCE_MEASUREMENT), visit));
        assertThat(decision.dutySet()).contains(Duty.OBTAIN_PARENTAL_CONSENT);
        assertThat(decision.why())
                .contains("consent is needed and was not given for audience-measurement.");
        Decision game = ENGINE.decide(Request.toSet(Cookie.of("g", Purpose.USER_INPUT), visit));
        assertThat(game.dutySet()).doesNotContain(Duty.OBTAIN_PARENTAL_CONSENT);
    }

    @Test
    void a_stated_consent_that_a_vendor_gets_in_an_invalid_string_is_defective() {
        TcfString string =
                new TcfString(
                        "2.2",
                        Optional.of(LocalDate.of(2026, 11, 1)),
                        Set.of(1, 3, 4),
                        Set.of(),
                        Set.of(755),
                        false);
        Visit.Builder visit =
                visit("NL")
                        .consent(Consent.of(ConsentStatus.GRANTED))
                        .signals(new Signals(false, false, Optional.of(string)));
        Cookie own = Cookie.of("s", Purpose.AUDIENCE_MEASUREMENT);
        Cookie vendors =
                own.toBuilder()
                        .recipients(List.of(PROVIDER.toBuilder().iabVendor(755).build()))
                        .build();
        assertThat(isAllowed(own, visit)).isTrue();
        assertThat(isAllowed(vendors, visit)).isFalse();
    }

    @Test
    void a_place_below_whose_thresholds_the_operator_is_may_be_named_by_its_group() {
        Cookie ads = Cookie.of("a", Purpose.BEHAVIOURAL_ADVERTISING);
        Visit.Builder visit =
                Visit.of(DAY, Visitor.in("DE").toBuilder().age(17).build()).toBuilder()
                        .site(new Site(SiteService.SOCIAL_NETWORK, false, OptOutMechanism.WORKING))
                        .consent(Consent.of(ConsentStatus.GRANTED))
                        .operator(new Operator(Optional.empty(), Set.of(Jurisdiction.of("DE"))));
        assertThat(isAllowed(ads, visit)).isFalse();
        assertThat(
                        isAllowed(
                                ads,
                                visit.interpretations(
                                        Map.of(
                                                ContestedPoint.OPERATOR_THRESHOLDS,
                                                Reading.LENIENT))))
                .isTrue();
    }
}
