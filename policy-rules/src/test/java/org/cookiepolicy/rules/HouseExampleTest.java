package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked example of the README: the house of a shop. */
class HouseExampleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static PolicyEngine law = PolicyEngine.load();
    private static PolicyEngine shop = law;

    @BeforeAll
    static void load() throws IOException {
        shop = PolicyEngine.load(directory());
    }

    private static Path directory() {
        try {
            return Path.of(
                    Objects.requireNonNull(HouseExampleTest.class.getResource("house")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visit told(String place) {
        return Visit.of(DAY, Visitor.in(place)).toBuilder()
                .notice(
                        Notice.of(
                                NoticeElement.GIVEN,
                                NoticeElement.OBJECTION_OFFERED,
                                NoticeElement.OBJECTION_LASTS))
                .build();
    }

    @Test
    void the_shop_asks_before_profiling_where_the_law_is_content_with_telling() {
        Cookie profile = Cookie.of("profile", Purpose.PROFILING);
        Request silent = Request.toSet(profile, told("US-TX"));
        assertThat(law.decide(silent).isAllowed()).isTrue();
        Decision denied = shop.decide(silent);
        assertThat(denied.isAllowed()).isFalse();
        assertThat(denied.why())
                .contains(
                        "FAILS   personal data, rule of the house for US-TX: consent is needed and was not given for profiling.")
                .contains(
                        "rule of the house `house.ask-before-profiling`: Cookie rules of Example Shop, rule 1")
                .contains("Rules of the house, which are not law:");
        Visit agreed = told("US-TX").toBuilder().consent(Consent.of(ConsentStatus.GRANTED)).build();
        Decision allowed = shop.decide(Request.toSet(profile, agreed));
        assertThat(allowed.isAllowed()).as(allowed.why()).isTrue();
        assertThat(allowed.dutySet()).contains(Duty.RECORD_CONSENT, Duty.OFFER_WITHDRAWAL);
    }

    @Test
    void a_rule_of_the_shop_forbids_what_the_register_alone_could_not_say() {
        Cookie shared =
                Cookie.of("shared", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .recipients(
                                List.of(
                                        Recipient.builder()
                                                .name("Broker")
                                                .reusesData(true)
                                                .build()))
                        .build();
        Visit agreed = told("DE").toBuilder().consent(Consent.of(ConsentStatus.GRANTED)).build();
        assertThat(law.decide(Request.toSet(shared, agreed)).isAllowed()).isTrue();
        Decision denied = shop.decide(Request.toSet(shared, agreed));
        assertThat(denied.isAllowed()).isFalse();
        assertThat(denied.findings())
                .anyMatch(
                        finding ->
                                finding.basis().isOfHouse()
                                        && finding.rule().startsWith("what guests leave behind"));
        Visit member =
                agreed.toBuilder()
                        .visitor(Visitor.in("DE").toBuilder().account(true).build())
                        .build();
        assertThat(shop.decide(Request.toSet(shared, member)).isAllowed()).isTrue();
    }

    @Test
    void an_account_is_named_where_a_rule_of_the_shop_turns_on_it() {
        Cookie shared =
                Cookie.of("shared", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .recipients(
                                List.of(
                                        Recipient.builder()
                                                .name("Broker")
                                                .reusesData(true)
                                                .build()))
                        .build();
        Visit silent = told("DE");
        Visit agreed = silent.toBuilder().consent(Consent.of(ConsentStatus.GRANTED)).build();
        Visit member =
                agreed.toBuilder()
                        .visitor(Visitor.in("DE").toBuilder().account(true).build())
                        .build();
        assertThat(alternatives(shop, shared, agreed))
                .containsExactly(
                        "would be allowed if the visitor were logged in to a known account");
        assertThat(alternatives(shop, shared, silent))
                .containsExactly(
                        "would be allowed if the visitor granted audience measurement and the"
                                + " visitor were logged in to a known account");
        assertThat(alternatives(shop, shared, member))
                .contains("would be denied if the visitor were not logged in to a known account");
        // The law does not ask for one.
        for (Visit visit : List.of(silent, agreed, member)) {
            assertThat(alternatives(law, shared, visit))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("account"));
        }
    }

    private static List<String> alternatives(PolicyEngine engine, Cookie cookie, Visit visit) {
        Decision decision = engine.decide(Request.toSet(cookie, visit));
        return Alternatives.of(engine, decision).stream()
                .map(Alternatives.Alternative::text)
                .toList();
    }

    @Test
    void what_the_shop_takes_away_from_law_says_by_whom_and_why() {
        Cookie counts =
                Cookie.of("counts", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .safeguards(Safeguard.ANONYMOUS_STATISTICS)
                        .personalData(false)
                        .build();
        Request request = Request.toSet(counts, Visit.of(DAY, Visitor.in("DK")));
        assertThat(law.decide(request).isAllowed()).isFalse();
        Decision allowed = shop.decide(request);
        assertThat(allowed.isAllowed()).as(allowed.why()).isTrue();
        assertThat(allowed.loosened())
                .containsOnlyKeys("house.dk.own-statistics")
                .containsValue(java.util.Set.of("dk.device.consent"));
        assertThat(allowed.why())
                .contains(
                        "takes away from law, dk.device.consent: counsel holds that anonymous counts are outside the order; opinion 14 of 2026 (decided by Data Protection Officer on 2026-01-15)");
        Request elsewhere = Request.toSet(counts, Visit.of(DAY, Visitor.in("SE")));
        assertThat(shop.decide(elsewhere).outcome()).isEqualTo(law.decide(elsewhere).outcome());
    }

    @Test
    void the_readme_shows_the_files_as_they_are() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (LawFile file : LawFile.ofHouse(directory())) {
            assertThat(readme).contains(file.text());
        }
    }
}
