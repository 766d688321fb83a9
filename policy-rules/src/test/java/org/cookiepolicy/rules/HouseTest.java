package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Reason;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final String HEAD =
            """
            instruments:
              - {id: own, title: Own rules, link: 'https://example.org/rules'}
            defaults: {instrument: own, citation: rule 1, places: [EE], layers: [device], from: 2020-01-01, reviewed: 2026-01-01, confidence: known}
            """;

    private static LawFile house(String name, String text) {
        return new LawFile(name, text, Origin.HOUSE);
    }

    private static LawFile register(String rest) {
        return house("own.yaml", HEAD + rest);
    }

    private static PolicyEngine with(LawFile... further) {
        List<LawFile> files = new ArrayList<>(LawFile.shipped());
        files.addAll(List.of(further));
        return PolicyEngine.load(files);
    }

    /** Problems with files beside a small part of the law, so that there is little to read. */
    private static List<String> problems(LawFile... further) {
        boolean rules = Stream.of(further).anyMatch(LawFile::isRules);
        List<LawFile> files = new ArrayList<>(List.of(further));
        LawFile.shipped().stream()
                .filter(file -> rules || !file.isRules())
                .filter(file -> file.name().matches("(ee|unknown|common|eu)/.*|groups.yaml"))
                .forEach(files::add);
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> PolicyEngine.load(files));
        return refused.problems().stream().map(Object::toString).toList();
    }

    private static Request counting(String place) {
        return Request.toSet(
                Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT), Visit.of(DAY, Visitor.in(place)));
    }

    private static Request agreed(String place) {
        Visit visit =
                Visit.of(DAY, Visitor.in(place)).toBuilder()
                        .consent(Consent.of(ConsentStatus.GRANTED))
                        .build();
        return Request.toSet(Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT), visit);
    }

    private static String rule(String name, String consequence) {
        return """
        package org.cookiepolicy.law.house
        import org.cookiepolicy.law.Demand
        import org.cookiepolicy.policy.Purpose
        import org.cookiepolicy.rules.HouseFindings
        import org.cookiepolicy.rules.Law
        global HouseFindings houseFindings
        rule "%s"
        when
            $law : Law( id == "house.own" )
            $purpose : Purpose( )
        then
            %s
        end
        """
                .formatted(name, consequence);
    }

    @Test
    void no_id_of_the_law_begins_as_those_of_a_house_do() {
        Register register = PolicyEngine.load().register();
        assertThat(register.provisions()).noneMatch(p -> p.id().startsWith(House.PREFIX));
        assertThat(register.groups()).noneMatch(g -> g.id().startsWith(House.PREFIX));
        assertThat(register.provisions()).allMatch(p -> register.origin(p) == Origin.LAW);
    }

    @Test
    void whatever_a_file_of_a_house_takes_from_the_law_is_refused_where_it_stands() {
        assertThat(problems(register("provisions:\n  - {id: ee.device.consent, kind: duty}\n")))
                .contains(
                        "own.yaml:5:10: the ids of a house begin with `house.`, unlike `ee.device.consent`"
                                + " at provisions[0].id; did you mean `house.ee.device.consent`?");
        assertThat(
                        problems(
                                register(
                                        "groups:\n  - {id: eea, title: All, members: [{place: US, from: 2020-01-01}]}\n")))
                .anyMatch(p -> p.startsWith("own.yaml:5:10: the ids of a house begin with"));
        assertThat(problems(register("parts: {EE: US}\n")))
                .anyMatch(p -> p.startsWith("own.yaml:4:1: unknown key `parts`"));
        assertThat(problems(register("split: [EE]\n")))
                .anyMatch(p -> p.startsWith("own.yaml:4:1: unknown key `split`"));
        assertThat(problems(house("groups.yaml", HEAD)))
                .contains("groups.yaml:1:1: the name is taken by a file of the law");
    }

    @Test
    void the_law_has_no_use_for_ids_and_declarations_of_a_house() {
        assertThat(
                        problems(
                                new LawFile(
                                        "xx/own.yaml",
                                        HEAD + "provisions:\n  - {id: house.own, kind: duty}\n")))
                .anyMatch(p -> p.startsWith("xx/own.yaml:5:10: `house.own` is an id of a house"));
        assertThat(problems(new LawFile("xx/own.yaml", HEAD + "loosens: []\n")))
                .anyMatch(p -> p.startsWith("xx/own.yaml:4:1: unknown key `loosens`"));
    }

    @Test
    void a_rule_of_a_house_replaces_none_of_the_law() {
        String replacing =
                """
                package org.cookiepolicy.law.rules
                rule "consent is required"
                when
                then
                end
                """;
        assertThat(problems(house("own.drl", replacing)))
                .contains("own.drl:1:9: the package has to be `org.cookiepolicy.law.house`")
                .anyMatch(
                        p ->
                                p.startsWith(
                                        "own.drl:2:6: the name of the rule `consent is required` is taken at"
                                                + " common/demands.drl:"));
        assertThat(problems(house("own.drl", rule("consent is required", ""))))
                .anyMatch(p -> p.contains("`consent is required` is taken"));
        assertThat(problems(new LawFile("xx/own.drl", rule("own", ""))))
                .contains("xx/own.drl:1:9: the package has to be `org.cookiepolicy.law.rules`");
    }

    @Test
    void a_rule_of_a_house_has_no_word_that_allows_anything() {
        LawFile own = register("provisions:\n  - {id: house.own, kind: duty}\n");
        for (String allowing :
                List.of(
                        "houseFindings.exempt( $law, $purpose );",
                        "houseFindings.consented( $law, $purpose );",
                        "houseFindings.unregulated( $law );",
                        "houseFindings.defectWaived( $law, Demand.AFFIRMATIVE );")) {
            assertThat(problems(own, house("own.drl", rule("own", allowing))))
                    .as(allowing)
                    .anyMatch(
                            p ->
                                    p.startsWith("own.drl:")
                                            && p.contains("is for rules of the law only"));
        }
        assertThat(
                        problems(
                                own,
                                house("own.drl", rule("own", "houseFindings.prohibitde( $law );"))))
                .anyMatch(p -> p.endsWith("did you mean `prohibited`?"));
        String smuggling =
                rule("own", "findings.exempt( $law, $purpose );")
                        .replace("HouseFindings", "Findings")
                        .replace("houseFindings", "findings");
        assertThat(problems(own, house("own.drl", smuggling)))
                .contains("own.drl:6:8: the only global is `HouseFindings houseFindings`");
    }

    @Test
    void what_takes_away_from_law_is_refused_unless_it_is_declared() {
        Map<String, String> loosening =
                Map.of(
                        "exemption", "",
                        "waiver", ", demands: [affirmative], expressions: [scrolling]",
                        "transfer-ground", ", mechanisms: [adequacy], destinations: [anywhere]");
        loosening.forEach(
                (kind, terms) ->
                        assertThat(
                                        problems(
                                                register(
                                                        "provisions:\n  - {id: house.own, kind: "
                                                                + kind
                                                                + terms
                                                                + "}\n")))
                                .containsExactly(
                                        "own.yaml:5:27: a provision of kind `"
                                                + kind
                                                + "` takes away from law and has to be declared under `loosens`"
                                                + " at provisions[0].kind"));
        assertThat(problems(register("provisions:\n  - {id: house.own, kind: no-rule}\n")))
                .containsExactly(
                        "own.yaml:5:27: a house cannot say that there is `no-rule` of law at provisions[0].kind");
    }

    @Test
    void a_declaration_that_lacks_something_is_a_declaration_all_the_same() {
        assertThat(
                        problems(
                                register(
                                        "provisions:\n  - {id: house.own, kind: exemption}\nloosens:\n"
                                                + "  - {provision: house.own, law: [ee.device.consent],"
                                                + " reason: counsel, decided-on: 2026-01-15}\n")))
                .singleElement()
                .asString()
                .contains("decided-by");
    }

    @Test
    void a_declaration_that_does_not_fit_is_refused_where_it_stands() {
        String end = "reason: why, decided-by: somebody, decided-on: 2026-01-01}\n";
        String own =
                "provisions:\n  - {id: house.own, kind: exemption}\n  - {id: house.ask, kind: consent}\nloosens:\n";
        assertThat(
                        problems(
                                register(
                                        own
                                                + "  - {provision: house.owm, law: [ee.device.consent], "
                                                + end)))
                .contains(
                        "own.yaml:8:17: `house.owm` is no provision of this file at loosens[0].provision; did you mean `house.own`?");
        assertThat(
                        problems(
                                register(
                                        own
                                                + "  - {provision: house.own, law: [ee.device.consemt], "
                                                + end)))
                .contains(
                        "own.yaml:8:33: `ee.device.consemt` is no provision at loosens[0].law; did you mean `ee.device.consent`?");
        assertThat(
                        problems(
                                register(
                                        own
                                                + "  - {provision: house.own, law: [fail-closed.unknown-purpose], "
                                                + end)))
                .contains(
                        "own.yaml:8:33: a provision of kind `exemption` takes nothing away from `fail-closed.unknown-purpose`, which is of kind `prohibition` at loosens[0].law");
        assertThat(
                        problems(
                                register(
                                        own
                                                + "  - {provision: house.ask, law: [ee.device.consent], "
                                                + end)))
                .anyMatch(
                        p ->
                                p.startsWith(
                                        "own.yaml:8:17: a provision of kind `consent` takes nothing away"));
        assertThat(problems(register(own + "  - {provision: house.own, law: [], " + end)))
                .anyMatch(p -> p.startsWith("own.yaml:8:33: at least one provision is needed"));
        assertThat(
                        problems(
                                register(
                                        own
                                                + "  - {provision: house.own, law: [ee.device.consent]}\n")))
                .anyMatch(p -> p.startsWith("own.yaml:8:5: key `reason` is missing"))
                .anyMatch(p -> p.startsWith("own.yaml:8:5: key `decided-by` is missing"))
                .anyMatch(p -> p.startsWith("own.yaml:8:5: key `decided-on` is missing"));
        String twice = "  - {provision: house.own, law: [ee.device.consent], " + end;
        assertThat(problems(register(own + twice + twice)))
                .contains("own.yaml:9:17: is declared already at loosens[1].provision");
        assertThat(
                        problems(
                                house(
                                        "own.yaml",
                                        HEAD
                                                + "provisions:\n  - {id: house.own, kind: exemption}\n"),
                                house(
                                        "two.yaml",
                                        "loosens:\n  - {provision: house.own, law: [ee.device.consent], "
                                                + end)))
                .anyMatch(
                        p ->
                                p.startsWith(
                                        "two.yaml:2:17: `house.own` is no provision of this file"));
    }

    @Test
    void a_declared_exemption_takes_away_from_what_it_names_only() {
        String declared =
                """
                provisions:
                  - {id: house.own, kind: exemption, places: [anywhere], layers: [device, personal-data]}
                loosens:
                  - {provision: house.own, law: [ee.device.consent, ee.device.consent-non-personal], reason: why, decided-by: somebody, decided-on: 2026-01-01}
                """;
        PolicyEngine engine = with(register(declared));
        Request notPersonal =
                Request.toSet(
                        Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                                .personalData(false)
                                .build(),
                        Visit.of(DAY, Visitor.in("EE")));
        assertThat(engine.decide(notPersonal).isAllowed()).isTrue();
        assertThat(engine.decide(notPersonal).loosened())
                .isEqualTo(Map.of("house.own", Set.of("ee.device.consent-non-personal")));
        Decision personal = engine.decide(counting("EE"));
        assertThat(personal.decisive())
                .extracting(v -> v.layer().name())
                .containsExactly("PERSONAL_DATA");
        assertThat(engine.decide(counting("LV")).isAllowed()).isFalse();
        assertThat(engine.decide(counting("LV")).loosened()).isEmpty();
        assertThat(engine.decide(counting("unknown")).isAllowed()).isFalse();
    }

    @Test
    void a_demand_of_the_house_stands_beside_an_exemption_of_the_law() {
        Request exempt =
                Request.toSet(Cookie.of("c", Purpose.SECURITY), Visit.of(DAY, Visitor.in("EE")));
        assertThat(PolicyEngine.load().decide(exempt).isAllowed()).isTrue();
        PolicyEngine engine =
                with(
                        register(
                                """
                                provisions:
                                  - {id: house.consent, kind: consent}
                                  - {id: house.no, kind: prohibition}
                                  - {id: house.notice, kind: notice, notice: [given]}
                                  - {id: house.opt-out, kind: opt-out, notice: [given]}
                                """));
        Decision denied = engine.decide(exempt);
        assertThat(denied.isAllowed()).isFalse();
        assertThat(denied.decisive())
                .allMatch(Verdict::isOfHouse)
                .extracting(Verdict::reason)
                .containsExactly(
                        Reason.NO_CONSENT, Reason.PROHIBITED, Reason.NOT_TOLD, Reason.NOT_TOLD);
        assertThat(denied.houseRules())
                .extracting(Basis::provision)
                .contains("house.consent", "house.no", "house.notice", "house.opt-out");
    }

    @Test
    void what_the_house_demands_of_consent_makes_the_consent_of_the_law_fail() {
        PolicyEngine engine =
                with(
                        register(
                                "provisions:\n  - {id: house.own, kind: consent-standard, demands: [recent], lifespan: P1M}\n"));
        Visit old =
                Visit.of(DAY, Visitor.in("EE")).toBuilder()
                        .consent(
                                Consent.builder()
                                        .status(ConsentStatus.GRANTED)
                                        .given(DAY.minusMonths(2))
                                        .build())
                        .build();
        Request request = Request.toSet(Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT), old);
        assertThat(PolicyEngine.load().decide(request).isAllowed()).isTrue();
        Decision denied = engine.decide(request);
        assertThat(denied.decisive())
                .isNotEmpty()
                .allMatch(v -> v.isOfHouse() && v.reason() == Reason.CONSENT_DEFECTIVE);
        assertThat(denied.why()).contains("the consent is not valid; the house demands: recent");
    }

    @Test
    void a_waiver_of_the_law_does_not_waive_what_the_house_demands() {
        PolicyEngine law = PolicyEngine.load();
        Visit scrolled =
                Visit.of(DAY, Visitor.in("CZ")).toBuilder()
                        .consent(
                                Consent.builder()
                                        .status(ConsentStatus.GRANTED)
                                        .expression(Expression.SCROLLING)
                                        .build())
                        .build();
        Cookie notPersonal =
                Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .personalData(false)
                        .build();
        PolicyEngine engine =
                with(
                        register(
                                """
                                provisions:
                                  - {id: house.own, places: [anywhere], kind: consent-standard, demands: [affirmative], expressions: [scrolling]}
                                  - {id: house.ask, places: [anywhere], kind: consent}
                                """));
        Set<String> waiving = new TreeSet<>();
        for (String place : List.of("CZ", "FR", "IT", "JP", "BR", "MX")) {
            Visit visit = scrolled.toBuilder().visitor(Visitor.in(place)).build();
            Request request = Request.toSet(notPersonal, visit);
            assertThat(engine.decide(request).isAllowed()).as(place).isFalse();
            if (law.decide(request).isAllowed()) {
                waiving.add(place);
            }
        }
        assertThat(waiving).as("places where the law is content").isNotEmpty();
    }

    @Test
    void what_a_house_says_of_a_place_makes_its_law_no_better_known() {
        // The shipped law as if nobody had looked at the place yet.
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : LawFile.shipped()) {
            files.add(new LawFile(file.name(), file.text().replaceAll("\\bAQ\\b", "BV")));
        }
        Request request = agreed("AQ");
        assertThat(PolicyEngine.load(files).decide(request).isAllowed()).isTrue();
        files.add(
                register(
                        """
                        provisions:
                          - {id: house.own, kind: notice, places: [AQ, EE], from: 1995-01-01}
                          - {id: house.no, kind: prohibition, places: [AQ]}
                        """));
        PolicyEngine engine = PolicyEngine.load(files);
        Decision decision = engine.decide(request);
        assertThat(decision.coverage()).isEqualTo(Coverage.NOT_COVERED);
        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.decisive())
                .allMatch(v -> v.isOfHouse() && v.reason() == Reason.PROHIBITED);
        LocalDate first =
                PolicyEngine.load().register().coveredFrom(Jurisdiction.of("EE")).orElseThrow();
        Visit early = Visit.of(first.minusDays(1), Visitor.in("EE"));
        assertThatThrownBy(() -> engine.decide(Request.toSet(request.cookie(), early)))
                .isInstanceOf(UncoveredDayException.class);
    }

    @Test
    void a_house_may_name_groups_of_its_own() {
        PolicyEngine engine =
                with(
                        register(
                                """
                                groups:
                                  - {id: house.baltics, title: Baltics, members: [{place: EE, from: 2020-01-01}, {place: LV, from: 2020-01-01}]}
                                provisions:
                                  - {id: house.own, kind: prohibition, places: [house.baltics]}
                                """));
        assertThat(engine.decide(agreed("LV")).isAllowed()).isFalse();
        assertThat(engine.decide(agreed("LT")).isAllowed()).isTrue();
    }

    @Test
    void the_version_of_the_law_covers_the_house_and_whose_the_files_are() {
        LawFile own = register("provisions:\n  - {id: house.own, kind: duty}\n");
        LawFile other = register("provisions:\n  - {id: house.own, kind: prohibition}\n");
        LawFile ofLaw =
                new LawFile("xx/a.yaml", HEAD + "provisions:\n  - {id: xx.a, kind: duty}\n");
        LawFile ofHouse = new LawFile("xx/a.yaml", ofLaw.text(), Origin.HOUSE);
        assertThat(
                        Set.of(
                                PolicyEngine.load().lawVersion(),
                                with(own).lawVersion(),
                                with(other).lawVersion()))
                .hasSize(3);
        assertThat(PolicyEngine.version(List.of(ofLaw)))
                .isNotEqualTo(PolicyEngine.version(List.of(ofHouse)));
    }

    @Test
    void a_directory_of_a_house_is_read_without_passing_over_anything(@TempDir Path directory)
            throws IOException {
        assertThatThrownBy(() -> LawFile.ofHouse(directory))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("there is no rule of a house here");
        Path hidden = Files.createDirectory(directory.resolve("..2026"));
        Files.writeString(hidden.resolve("own.yaml"), HEAD);
        Files.writeString(directory.resolve("README.md"), "words");
        Files.createDirectory(directory.resolve("shop"));
        Files.writeString(directory.resolve("shop/own.yaml"), HEAD);
        assertThat(LawFile.ofHouse(directory)).containsExactly(house("shop/own.yaml", HEAD));
        Files.writeString(directory.resolve("more.yml"), HEAD);
        assertThat(LawFile.ofHouse(directory))
                .containsExactly(house("more.yml", HEAD), house("shop/own.yaml", HEAD));
        Files.writeString(directory.resolve("more.txt"), HEAD);
        assertThatThrownBy(() -> LawFile.ofHouse(directory))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("more.txt:1:1: neither a part of the register");
    }

    @Test
    void a_house_holds_less_to_be_exempt_than_the_law() {
        Request exempt =
                Request.toSet(Cookie.of("c", Purpose.SECURITY), Visit.of(DAY, Visitor.in("EE")));
        PolicyEngine engine =
                with(
                        register(
                                """
                                provisions:
                                  - {id: house.own, kind: exemption-limit, when: {purposes: [security]}}
                                """));
        Decision denied = engine.decide(exempt);
        assertThat(denied.isAllowed()).isFalse();
        assertThat(denied.decisive()).allMatch(Verdict::isOfHouse);
        assertThat(denied.findings())
                .anyMatch(f -> f.basis().isOfHouse() && f.about().contains("`house.own`"));
    }
}
