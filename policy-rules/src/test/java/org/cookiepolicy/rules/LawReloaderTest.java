package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawEvent.Refused;
import org.cookiepolicy.rules.LawEvent.Replaced;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawReloaderTest {
    private static final Request REQUEST =
            Request.toSet(
                    Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                            .personalData(false)
                            .build(),
                    Visit.of(LocalDate.of(2026, 11, 23), Visitor.in("EE")));

    private static final List<LawFile> ALLOWING = law("no-rule");
    private static final List<LawFile> DENYING = law("consent");
    private static final List<LawFile> BROKEN = law("consend");

    /** A law of one provision, with a rule for each kind that is used here. */
    private static List<LawFile> law(String kind) {
        return List.of(
                new LawFile(
                        "ee/act.yaml",
                        """
                        instruments:
                          - {id: act, title: Act, link: 'https://example.org/act'}
                        provisions:
                          - {id: ee.act, kind: %s, instrument: act, citation: section 1, places: [EE, unknown], layers: [device], from: 2018-05-25, reviewed: 2026-01-01, confidence: known}
                        """
                                .formatted(kind)),
                new LawFile(
                        "common/rules.drl",
                        """
                        package org.cookiepolicy.law.rules
                        import org.cookiepolicy.law.Kind
                        import org.cookiepolicy.policy.Purpose
                        import org.cookiepolicy.rules.Findings
                        import org.cookiepolicy.rules.Law
                        global Findings findings
                        rule "none"
                        when
                            $law : Law( kind == Kind.NO_RULE )
                        then
                            findings.unregulated( $law );
                        end
                        rule "consent"
                        when
                            $law     : Law( kind == Kind.CONSENT )
                            $purpose : Purpose( )
                        then
                            findings.consentRequired( $law, $purpose );
                        end
                        """));
    }

    private static void write(Path directory, List<LawFile> files) throws IOException {
        for (LawFile file : files) {
            Path path = directory.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    private static LawReloader allowing() throws IOException {
        return LawReloader.load(() -> ALLOWING, List.of());
    }

    @Test
    void a_law_is_replaced_whole_and_who_began_with_the_old_one_keeps_it() throws IOException {
        LawReloader reloader = allowing();
        List<LawEvent> events = new ArrayList<>();
        reloader.listen(events::add);
        PolicyEngine old = reloader.current();
        LawEvent event = reloader.reload(DENYING);
        assertThat(event).isEqualTo(new Replaced(old.lawVersion(), PolicyEngine.version(DENYING)));
        assertThat(events).containsExactly(event);
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isFalse();
        assertThat(reloader.current().decide(REQUEST).law())
                .isEqualTo(PolicyEngine.version(DENYING));
        assertThat(old.decide(REQUEST).isAllowed()).isTrue();
        assertThat(old.decide(REQUEST).law()).isEqualTo(PolicyEngine.version(ALLOWING));
    }

    @Test
    void a_broken_law_is_refused_with_its_problems_and_the_old_one_stays() throws IOException {
        LawReloader reloader = allowing();
        List<LawEvent> events = new ArrayList<>();
        reloader.listen(events::add);
        PolicyEngine old = reloader.current();
        LawEvent event = reloader.reload(BROKEN);
        assertThat(reloader.current()).isSameAs(old);
        assertThat(events).containsExactly(event);
        assertThat(event).isInstanceOf(Refused.class);
        Refused refused = (Refused) event;
        assertThat(refused.version()).isEqualTo(old.lawVersion());
        assertThat(refused.problems().get(0).toString())
                .startsWith("ee/act.yaml:4:24: unknown")
                .contains("did you mean `consent`?");
    }

    @Test
    void a_law_under_which_a_scenario_fails_is_refused_with_the_scenario() throws IOException {
        Suite suite =
                new Suite(
                        "house",
                        "What must stay",
                        List.of(
                                new Scenario(
                                        "S1",
                                        "statistics",
                                        "section 1",
                                        REQUEST,
                                        new Expectation(Outcome.ALLOW, java.util.Set.of()))));
        LawReloader reloader = LawReloader.load(() -> ALLOWING, List.of(suite));
        LawEvent event = reloader.reload(DENYING);
        assertThat(event).isInstanceOf(Refused.class);
        assertThat(((Refused) event).problems())
                .extracting(Object::toString)
                .containsExactly("house:0:0: the scenario expects allow, the law says deny at S1");
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isTrue();
        assertThatThrownBy(() -> LawReloader.load(() -> DENYING, List.of(suite)))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void a_directory_is_read_again_when_it_says_something_else(@TempDir Path directory)
            throws IOException {
        write(directory, ALLOWING);
        LawReloader reloader = LawReloader.load(LawSource.law(directory), List.of());
        List<LawEvent> events = new ArrayList<>();
        reloader.listen(events::add);
        assertThat(reloader.reloadIfChanged()).isFalse();
        write(directory, ALLOWING);
        assertThat(reloader.reloadIfChanged()).as("written anew, saying the same").isFalse();
        write(directory, DENYING);
        assertThat(reloader.reloadIfChanged()).isTrue();
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isFalse();
        assertThat(reloader.reloadIfChanged()).isFalse();
        write(directory, BROKEN);
        assertThat(reloader.reloadIfChanged()).isFalse();
        assertThat(reloader.reloadIfChanged()).as("refused once is refused").isFalse();
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isFalse();
        write(directory, ALLOWING);
        assertThat(reloader.reloadIfChanged()).isTrue();
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Replaced", "Refused", "Replaced");
    }

    @Test
    void a_directory_that_cannot_be_read_is_refused(@TempDir Path directory) throws IOException {
        write(directory, ALLOWING);
        LawReloader reloader = LawReloader.load(LawSource.law(directory), List.of());
        assertThat(reloader.reload(directory.resolve("missing"))).isInstanceOf(Refused.class);
        assertThat(reloader.reload(directory)).isInstanceOf(Replaced.class);
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isTrue();
    }

    @Test
    void an_emptied_house_is_refused_rather_than_taken_for_no_house(@TempDir Path directory)
            throws IOException {
        Path rules = directory.resolve("own.yaml");
        Files.writeString(
                rules,
                """
                instruments:
                  - {id: own, title: Own rules, link: 'https://example.org/rules'}
                provisions:
                  - {id: house.own, kind: prohibition, instrument: own, citation: rule 1, places: [anywhere], layers: [device], from: 2018-05-25, reviewed: 2026-01-01, confidence: known}
                """);
        LawReloader reloader =
                LawReloader.load(
                        () -> {
                            List<LawFile> files = new ArrayList<>(ALLOWING);
                            files.addAll(LawFile.ofHouse(directory));
                            return files;
                        },
                        List.of());
        Files.delete(rules);
        AtomicInteger refused = new AtomicInteger();
        reloader.listen(event -> refused.incrementAndGet());
        assertThat(reloader.reloadIfChanged()).isFalse();
        assertThat(refused).hasValue(1);
        PolicyEngine still = reloader.current();
        assertThat(still.register().provisions()).anyMatch(p -> p.id().equals("house.own"));
    }

    @Test
    void a_listener_that_fails_harms_nobody_and_none_reloads() throws IOException {
        LawReloader reloader = allowing();
        List<LawEvent> events = new ArrayList<>();
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        reloader.listen(
                event -> {
                    throw new IllegalArgumentException("a listener that fails");
                });
        reloader.listen(
                event -> {
                    try {
                        reloader.reload(ALLOWING);
                    } catch (IllegalStateException e) {
                        thrown.set(e);
                        throw e;
                    }
                });
        reloader.listen(events::add);
        assertThat(reloader.reload(DENYING)).isInstanceOf(Replaced.class);
        assertThat(thrown.get()).hasMessage("a listener must not reload the law");
        assertThat(events).hasSize(1);
        assertThat(reloader.current().decide(REQUEST).isAllowed()).isFalse();
        assertThat(reloader.reload(ALLOWING)).isInstanceOf(Replaced.class);
    }

    @Test
    void reloads_of_many_threads_come_one_after_the_other() throws Exception {
        LawReloader reloader = allowing();
        List<Replaced> events = new ArrayList<>();
        reloader.listen(event -> events.add((Replaced) event));
        String first = reloader.current().lawVersion();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<LawEvent>> reloads = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                List<LawFile> law = i % 2 == 0 ? DENYING : ALLOWING;
                reloads.add(threads.submit(() -> reloader.reload(law)));
            }
            for (Future<LawEvent> reload : reloads) {
                assertThat(reload.get()).isInstanceOf(Replaced.class);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(events).hasSize(20);
        String version = first;
        for (Replaced event : events) {
            assertThat(event.oldVersion()).isEqualTo(version);
            version = event.newVersion();
        }
        assertThat(reloader.current().lawVersion()).isEqualTo(version);
    }
}
