package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cookiepolicy.decision.Change;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Request request(String place, LocalDate day) {
        return Request.toSet(
                Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT), Visit.of(day, Visitor.in(place)));
    }

    private static List<LawFile> shippedAnd(LawFile further) {
        List<LawFile> files = new ArrayList<>(LawFile.shipped());
        files.add(further);
        return files;
    }

    @Test
    void a_day_before_the_register_begins_is_an_error_that_names_the_first_day() {
        PolicyEngine engine = PolicyEngine.load();
        UncoveredDayException refused =
                catchThrowableOfType(
                        UncoveredDayException.class,
                        () -> engine.decide(request("EE", LocalDate.of(2004, 4, 30))));
        assertThat(refused.coveredFrom()).isEqualTo("2004-05-01");
        assertThat(refused).hasMessageContaining("`EE`").hasMessageContaining("2004-04-30");
        assertThat(engine.decide(request("EE", LocalDate.of(2004, 5, 1))).isAllowed()).isFalse();
    }

    @Test
    void a_day_before_the_law_of_residence_or_operator_is_covered_is_an_error_too() {
        PolicyEngine engine = PolicyEngine.load();
        LocalDate day = LocalDate.of(2017, 1, 1);
        assertThat(engine.decide(request("GB", day)).isAllowed()).isFalse();
        Visit abroad =
                Visit.of(
                        day,
                        Visitor.builder()
                                .location(Jurisdiction.of("GB"))
                                .residence(Jurisdiction.of("GE"))
                                .build());
        Visit operated =
                Visit.of(day, Visitor.in("GB")).toBuilder().operator(Operator.in("GE")).build();
        for (Visit visit : List.of(abroad, operated)) {
            Request request = Request.toSet(Cookie.of("c", Purpose.AUTHENTICATION), visit);
            assertThatThrownBy(() -> engine.decide(request))
                    .isInstanceOf(UncoveredDayException.class)
                    .hasMessageContaining("`GE` from 2018-05-25 on");
        }
    }

    @Test
    void a_recipient_in_a_part_of_a_country_is_a_recipient_in_that_country() {
        PolicyEngine engine = PolicyEngine.load();
        // Part of Finland, part of France; not part of the Union.
        assertThat(engine.decide(sentTo("AX", Optional.empty())).isAllowed()).isTrue();
        assertThat(engine.decide(sentTo("RE", Optional.empty())).isAllowed()).isTrue();
        assertThat(engine.decide(sentTo("PF", Optional.empty())).isAllowed()).isFalse();
        // Clauses with measures carry data everywhere but to the United States, Puerto Rico
        // included.
        Transfer clauses = new Transfer(TransferMechanism.STANDARD_CONTRACTUAL_CLAUSES, true, true);
        assertThat(engine.decide(sentTo("PF", Optional.of(clauses))).isAllowed()).isTrue();
        assertThat(engine.decide(sentTo("US", Optional.of(clauses))).isAllowed()).isFalse();
        assertThat(engine.decide(sentTo("PR", Optional.of(clauses))).isAllowed()).isFalse();
    }

    private static Request sentTo(String country, Optional<Transfer> transfer) {
        Recipient.Builder recipient =
                Recipient.builder()
                        .name("provider")
                        .country(Jurisdiction.of(country))
                        .role(RecipientRole.SERVICE_PROVIDER);
        transfer.ifPresent(recipient::transfer);
        Cookie cookie =
                Cookie.of("c", Purpose.AUTHENTICATION).toBuilder()
                        .recipients(List.of(recipient.build()))
                        .build();
        return Request.toSet(cookie, Visit.of(LocalDate.of(2023, 1, 1), Visitor.in("DE")));
    }

    @Test
    void a_decision_says_on_which_later_day_enacted_law_changes_it() {
        PolicyEngine engine = PolicyEngine.load();
        Cookie ads =
                Cookie.of("ads", Purpose.BEHAVIOURAL_ADVERTISING).toBuilder()
                        .party(Party.THIRD)
                        .build();
        Visit visit = Visit.of(DAY, Visitor.in("US-OK"));
        Decision today = engine.decide(Request.toSet(ads, visit));
        Change change = today.change().orElseThrow();
        assertThat(change.from()).isEqualTo("2027-01-01");
        assertThat(today.why()).contains("By what is known today this changes on 2027-01-01");
        Decision then =
                engine.decide(Request.toSet(ads, visit.toBuilder().at(change.from()).build()));
        assertThat(then.outcome()).isEqualTo(change.outcome());
        assertThat(then.dutySet()).isEqualTo(change.duties());
        Decision before =
                engine.decide(
                        Request.toSet(
                                ads, visit.toBuilder().at(change.from().minusDays(1)).build()));
        assertThat(before.outcome()).isEqualTo(today.outcome());
        assertThat(before.dutySet()).isEqualTo(today.dutySet());
    }

    @Test
    void a_decision_says_when_the_consent_it_rests_on_will_be_too_old() {
        PolicyEngine engine = PolicyEngine.load();
        Consent consent =
                Consent.builder()
                        .status(ConsentStatus.GRANTED)
                        .given(LocalDate.of(2026, 11, 1))
                        .build();
        Visit visit = Visit.of(DAY, Visitor.in("FR")).toBuilder().consent(consent).build();
        Decision decision =
                engine.decide(Request.toSet(Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT), visit));
        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.change().orElseThrow().from()).isEqualTo("2027-05-02");
        assertThat(decision.change().orElseThrow().outcome()).isEqualTo(Outcome.DENY);
        assertThat(decision.why()).contains("changes on 2027-05-02: denied from then on");
    }

    @Test
    void a_decision_that_no_known_day_changes_says_nothing_of_it() {
        Decision decision = PolicyEngine.load().decide(request("EE", DAY));
        assertThat(decision.change()).isEmpty();
        assertThat(decision.why()).doesNotContain("changes on");
    }

    @Test
    void a_place_is_added_by_a_file_of_the_register_alone() {
        LawFile atlantis =
                new LawFile(
                        "aq/act.yaml",
                        """
                        instruments:
                          - {id: aq-act, title: Antarctic Cookie Act, link: 'https://example.org/aq'}
                        defaults: {places: [AQ], instrument: aq-act, reviewed: 2026-01-01, confidence: known}
                        provisions:
                          - id: atlantis.device.no-rule
                            kind: no-rule
                            citation: section 1
                            layers: [device, personal-data]
                            from: 2020-01-01
                            until: 2026-01-01
                          - id: atlantis.device.opt-out
                            kind: opt-out
                            citation: section 2
                            layers: [device, personal-data]
                            from: 2026-01-01
                            notice: [given]
                            duties: [inform]
                        """);
        List<LawFile> without =
                LawFile.shipped().stream().map(PolicyEngineTest::withoutAntarctica).toList();
        List<LawFile> with = new ArrayList<>(without);
        with.add(atlantis);
        Decision before = PolicyEngine.load(without).decide(request("AQ", DAY));
        assertThat(before.coverage()).isEqualTo(Coverage.NOT_COVERED);
        PolicyEngine engine = PolicyEngine.load(with);
        Decision lastDay = engine.decide(request("AQ", LocalDate.of(2025, 12, 31)));
        Decision firstDay = engine.decide(request("AQ", LocalDate.of(2026, 1, 1)));
        assertThat(lastDay.isAllowed()).isTrue();
        assertThat(lastDay.coverage()).isEqualTo(Coverage.COVERED);
        assertThat(firstDay.isAllowed()).isFalse();
        assertThat(firstDay.why()).contains("Antarctic Cookie Act, section 2");
        assertThat(engine.lawVersion()).isNotEqualTo(before.law());
    }

    @Test
    void what_one_part_of_a_country_exempts_is_not_exempt_in_another_when_the_part_is_not_known() {
        LawFile parts =
                new LawFile(
                        "aq/parts.yaml",
                        """
                        instruments:
                          - {id: aq-act, title: Antarctic Cookie Act, link: 'https://example.org/aq'}
                        defaults:
                          instrument: aq-act
                          from: 2020-01-01
                          reviewed: 2026-01-01
                          confidence: known
                        provisions:
                          - id: antarctica.no-rule
                            kind: no-rule
                            citation: section 1
                            layers: [device, personal-data]
                            places: [AQ]
                          - id: east.consent
                            kind: consent
                            citation: section 2
                            layers: [device]
                            places: [AQ-E]
                          - id: west.consent
                            kind: consent
                            citation: section 3
                            layers: [device]
                            places: [AQ-W]
                          - id: west.statistics
                            kind: exemption
                            citation: section 4
                            layers: [device]
                            places: [AQ-W]
                            when: {purposes: [audience-measurement]}
                        """);
        List<LawFile> files = new ArrayList<>();
        LawFile.shipped().stream().map(PolicyEngineTest::withoutAntarctica).forEach(files::add);
        files.add(parts);
        PolicyEngine engine = PolicyEngine.load(files);
        assertThat(engine.decide(request("AQ-W", DAY)).isAllowed()).isTrue();
        assertThat(engine.decide(request("AQ-E", DAY)).isAllowed()).isFalse();
        assertThat(engine.decide(request("AQ", DAY)).isAllowed()).isFalse();
    }

    /** The shipped law as if nobody had looked at the place yet. */
    private static LawFile withoutAntarctica(LawFile file) {
        return new LawFile(file.name(), file.text().replaceAll("\\bAQ\\b", "BV"));
    }

    @Test
    void an_exemption_for_data_that_are_not_sensitive_does_not_reach_sensitive_data() {
        LawFile exemption =
                new LawFile(
                        "test/exemption.yaml",
                        """
                        instruments:
                          - {id: test-act, title: Act, link: 'https://example.org/act'}
                        provisions:
                          - id: test.statistics
                            kind: exemption
                            instrument: test-act
                            citation: section 1
                            layers: [device, personal-data]
                            places: [EE]
                            from: 2018-05-25
                            when: {purposes: [audience-measurement]}
                            not-sensitive: true
                            reviewed: 2026-01-01
                            confidence: known
                        """);
        PolicyEngine engine = PolicyEngine.load(shippedAnd(exemption));
        Cookie plain = Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT);
        Cookie health = plain.toBuilder().sensitiveData(SensitiveData.HEALTH).build();
        Visit visit = Visit.of(DAY, Visitor.in("EE"));
        assertThat(engine.decide(Request.toSet(plain, visit)).isAllowed()).isTrue();
        assertThat(engine.decide(Request.toSet(health, visit)).isAllowed()).isFalse();
    }

    @Test
    void a_valid_consent_prevails_over_a_signal_that_gives_way_to_it() {
        LawFile act =
                new LawFile(
                        "aq/act.yaml",
                        """
                        instruments:
                          - {id: aq-act, title: Antarctic Cookie Act, link: 'https://example.org/aq'}
                        defaults: {places: [AQ], instrument: aq-act, reviewed: 2026-01-01, confidence: known}
                        provisions:
                          - id: aq.opt-out
                            kind: opt-out
                            citation: section 1
                            layers: [device, personal-data]
                            from: 2020-01-01
                          - id: aq.consent
                            kind: consent-standard
                            citation: section 2
                            layers: [device]
                            from: 2020-01-01
                            demands: [informed]
                          - id: aq.signal
                            kind: signal
                            citation: section 3
                            layers: [device]
                            from: 2020-01-01
                            signals: [gpc]
                            unless-consented: true
                        """);
        List<LawFile> files =
                new ArrayList<>(
                        LawFile.shipped().stream()
                                .map(PolicyEngineTest::withoutAntarctica)
                                .toList());
        files.add(act);
        PolicyEngine engine = PolicyEngine.load(files);
        Cookie cookie = Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT);
        Visit silent = Visit.of(DAY, Visitor.in("AQ"));
        Visit signal = silent.toBuilder().signals(Signals.GPC).build();
        Consent valid = Consent.of(ConsentStatus.GRANTED, Purpose.AUDIENCE_MEASUREMENT);
        Consent uninformed = valid.toBuilder().informed(false).build();
        Consent forAnother = Consent.of(ConsentStatus.GRANTED, Purpose.AB_TESTING);
        assertThat(engine.decide(Request.toSet(cookie, silent)).isAllowed()).isTrue();
        assertThat(engine.decide(Request.toSet(cookie, signal)).isAllowed()).isFalse();
        assertThat(isAllowed(engine, cookie, signal, valid)).isTrue();
        assertThat(isAllowed(engine, cookie, signal, uninformed)).isFalse();
        assertThat(isAllowed(engine, cookie, signal, forAnother)).isFalse();
    }

    private static boolean isAllowed(
            PolicyEngine engine, Cookie cookie, Visit visit, Consent consent) {
        Visit chosen = visit.toBuilder().consent(consent).build();
        return engine.decide(Request.toSet(cookie, chosen)).isAllowed();
    }

    @Test
    void rules_that_do_not_compile_are_refused_with_file_and_line() {
        LawFile broken =
                new LawFile(
                        "common/broken.drl",
                        """
                        package org.cookiepolicy.law.rules
                        import org.cookiepolicy.rules.Law
                        rule "broken"
                        when
                            Law( colour == 1 )
                        then
                        end
                        """);
        assertThatThrownBy(() -> PolicyEngine.load(shippedAnd(broken)))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .anyMatch(
                                                p ->
                                                        p.toString()
                                                                .startsWith("common/broken.drl:")));
    }

    @Test
    void rules_that_never_end_are_refused_and_would_be_stopped() {
        LawFile endless =
                new LawFile(
                        "common/endless.drl",
                        """
                        package org.cookiepolicy.law.rules
                        import org.cookiepolicy.request.Visitor
                        rule "endless"
                        when
                            $visitor : Visitor( )
                        then
                            update( $visitor );
                        end
                        """);
        assertThatThrownBy(() -> PolicyEngine.load(shippedAnd(endless)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("common/endless.drl:7:5: `update` is not allowed");
        RuleBase rules = RuleBase.compileUnchecked(List.of(endless));
        assertThatThrownBy(() -> rules.run(request("EE", DAY).settled(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`endless`");
    }

    @Test
    void every_kind_and_every_demand_is_read_by_a_rule_and_used_by_the_register() {
        String rules =
                LawFile.shipped().stream()
                        .filter(LawFile::isRules)
                        .map(LawFile::text)
                        .reduce("", String::concat);
        for (Kind kind : Kind.values()) {
            assertThat(rules).contains("Kind." + kind.name());
        }
        for (Demand demand : Demand.values()) {
            assertThat(rules).contains("isDemanding( Demand." + demand.name() + " )");
        }
        EnumSet<Kind> used = EnumSet.noneOf(Kind.class);
        EnumSet<Demand> demanded = EnumSet.noneOf(Demand.class);
        PolicyEngine.load()
                .register()
                .provisions()
                .forEach(
                        provision -> {
                            used.add(provision.kind());
                            demanded.addAll(provision.terms().demands());
                        });
        assertThat(used).containsExactlyInAnyOrder(Kind.values());
        assertThat(demanded).containsExactlyInAnyOrder(Demand.values());
    }

    @Test
    void rules_have_no_priority_no_clock_and_change_no_facts() {
        for (LawFile file : LawFile.shipped()) {
            if (file.isRules()) {
                assertThat(file.text())
                        .doesNotContain("salience")
                        .doesNotContain("agenda-group")
                        .doesNotContain("date-effective")
                        .doesNotContain("insert(")
                        .doesNotContain("update(")
                        .doesNotContain("modify(")
                        .doesNotContain("delete(")
                        .doesNotContain(".now(")
                        .doesNotContainPattern("\\b20[0-9]{2}\\b");
            }
        }
    }

    @Test
    void many_threads_get_the_same_decisions_as_one() throws Exception {
        PolicyEngine engine = PolicyEngine.load();
        List<String> places = List.of("EE", "GB", "US-CA", "CH", "JP", "CA-QC", "BR", "unknown");
        List<Decision> alone = places.stream().map(p -> engine.decide(request(p, DAY))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Decision>>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> places.stream().map(p -> engine.decide(request(p, DAY))).toList());
            }
            for (Future<List<Decision>> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }
}
