package org.cookiepolicy.rules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

class LawDiffTest {
    private static final List<LawFile> SHIPPED = LawFile.shipped();

    /** Ireland, the United Kingdom and what they rest on, with a place to be reached from. */
    private static final List<LawFile> SMALL =
            SHIPPED.stream()
                    .filter(
                            file ->
                                    file.name().matches("(common|eu|gb|ie|unknown)/.*")
                                            || file.name().equals("groups.yaml")
                                            || file.name().equals("us/federal.yaml")
                                            || file.name().equals("us/other-states.yaml"))
                    .toList();

    private static final Jurisdiction GB = Jurisdiction.of("GB");

    private static final LocalDate IN_FORCE = LocalDate.of(2026, 2, 5);

    private static final List<String> BRITISH =
            List.of("gb.exempt.own-statistics", "gb.exempt.appearance", "gb.exempt.emergency");

    /** The same law with a change of one file. */
    private static List<LawFile> edited(
            List<LawFile> law, String name, String pattern, String replacement) {
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : law) {
            if (file.name().equals(name)) {
                Matcher matcher = Pattern.compile(pattern).matcher(file.text());
                String text = matcher.replaceAll(replacement);
                assertThat(text).as("the edit of " + name).isNotEqualTo(file.text());
                files.add(new LawFile(name, text));
            } else {
                files.add(file);
            }
        }
        return files;
    }

    /** Most comparisons have a law in common, which takes longer to load than to compare. */
    private static final Map<List<LawFile>, PolicyEngine> LOADED = new HashMap<>();

    private static PolicyEngine engine(List<LawFile> law) {
        return LOADED.computeIfAbsent(law, PolicyEngine::load);
    }

    private static LawDiff between(List<LawFile> before, List<LawFile> after) {
        return between(before, after, LawDiff.MOST_SITUATIONS);
    }

    private static LawDiff between(List<LawFile> before, List<LawFile> after, long most) {
        return LawDiff.between(engine(before), before, engine(after), after, most);
    }

    private static List<LawFile> without(List<LawFile> law, String name, List<String> provisions) {
        String ids = String.join("|", provisions).replace(".", "\\.");
        return edited(law, name, "(?m)^  - id: (" + ids + ")\\n(    .*\\n)+", "");
    }

    private static List<Affected> of(LawDiff diff, Effect.Type type) {
        return diff.affected().stream().filter(group -> group.effect().type() == type).toList();
    }

    private static Set<Jurisdiction> places(List<Affected> groups) {
        return groups.stream()
                .flatMap(group -> group.where().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Period> periods(List<Affected> groups) {
        return groups.stream()
                .flatMap(group -> group.where().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    @Test
    void finds_exactly_who_is_affected_by_the_british_exemptions_of_2026() {
        List<LawFile> before = without(SHIPPED, "gb/pecr.yaml", BRITISH);
        LawDiff diff = between(before, SHIPPED);

        assertThat(places(diff.affected())).containsExactly(GB);
        assertThat(periods(diff.affected()))
                .containsExactly(new Period(IN_FORCE, Optional.empty()));
        assertThat(diff.affected()).allMatch(group -> group.reach() == Reach.LOCATION);
        assertThat(diff.affected()).allMatch(group -> group.alone() && group.complete());
        assertThat(of(diff, Effect.Type.FORBIDDEN)).isEmpty();

        List<Affected> permitted = of(diff, Effect.Type.PERMITTED);
        assertThat(purposes(permitted))
                .containsExactlyInAnyOrder(
                        Purpose.AUDIENCE_MEASUREMENT,
                        Purpose.UI_CUSTOMISATION,
                        Purpose.EMERGENCY_LOCATION);
        for (Affected group : permitted) {
            Purpose purpose = group.purposes().iterator().next();
            if (purpose == Purpose.EMERGENCY_LOCATION) {
                assertIs(group, "action", "the visitor asked for emergency help");
                assertThat(group.sources()).singleElement().asString().endsWith("para 7");
            } else {
                assertIs(group, "notice given", "with notice");
                assertIs(group, "notice objection-offered", "with a way to object");
                assertThat(group.conditions().get("choice").classes())
                        .doesNotContain("refused", "withdrawn", "objected");
            }
            if (purpose == Purpose.AUDIENCE_MEASUREMENT) {
                assertIs(
                        group,
                        "safeguard own statistics only",
                        "with the safeguard own statistics only");
                assertThat(group.sources()).singleElement().asString().endsWith("para 5");
            }
        }
        assertThat(BruteForce.disagreements(diff, before, SHIPPED)).isEmpty();
    }

    private static void assertIs(Affected group, String fact, String only) {
        assertThat(group.conditions()).as(group.sentence()).containsKey(fact);
        assertThat(group.conditions().get(fact).classes()).containsExactly(only);
    }

    private static Set<Purpose> purposes(List<Affected> groups) {
        return groups.stream()
                .flatMap(group -> group.purposes().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void the_brute_force_finds_what_a_comparison_of_other_laws_leaves_out() {
        List<LawFile> before = without(SMALL, "gb/pecr.yaml", BRITISH);
        List<LawFile> lessIsNew =
                without(SMALL, "gb/pecr.yaml", List.of("gb.exempt.own-statistics"));
        LawDiff diff = between(before, lessIsNew);
        assertThat(BruteForce.disagreements(diff, before, SMALL)).isNotEmpty();
    }

    @Test
    void the_same_law_affects_nobody() {
        LawDiff diff = LawDiff.between(SMALL, SMALL);
        assertThat(diff.affected()).isEmpty();
        assertThat(diff.extent().laws()).isZero();
        assertThat(diff.witnesses()).isEmpty();
    }

    @Test
    void comments_layout_and_order_affect_nobody() {
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : SMALL) {
            if (file.isRules()) {
                List<String> rules =
                        new ArrayList<>(Arrays.asList(file.text().split("(?m)^(?=rule )", -1)));
                Collections.reverse(rules.subList(1, rules.size()));
                String text = String.join("\n// \"another\" comment\n", rules);
                files.add(new LawFile(file.name(), text.replace("    ", "  /* */ ")));
            } else {
                files.add(new LawFile(file.name(), "# a comment\n" + file.text()));
            }
        }
        Collections.reverse(files);
        LawDiff diff = between(SMALL, files);
        assertThat(diff.extent().rules()).isEmpty();
        assertThat(diff.affected()).isEmpty();
    }

    @Test
    void another_citation_is_no_difference_and_is_told() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(SMALL, "gb/pecr.yaml", "citation: para 6", "citation: paragraph 6"));
        assertThat(diff.affected()).isEmpty();
        assertThat(diff.reworded()).containsExactly("gb.exempt.appearance");
    }

    @Test
    void a_provision_that_begins_a_day_later_affects_one_day() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(
                                SMALL,
                                "gb/pecr.yaml",
                                "(id: gb.exempt.emergency\\n(?:    .*\\n)*?    from: )2026-02-05",
                                "$12026-02-06"));
        assertThat(of(diff, Effect.Type.FORBIDDEN)).isNotEmpty();
        assertThat(of(diff, Effect.Type.PERMITTED)).isEmpty();
        assertThat(periods(diff.affected()))
                .containsExactly(new Period(IN_FORCE, Optional.of(IN_FORCE.plusDays(1))));
        assertThat(places(diff.affected())).containsExactly(GB);
    }

    @Test
    void an_opt_out_in_place_of_consent_is_more_permissive() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(
                                SMALL,
                                "gb/pecr.yaml",
                                "id: gb.device.consent\\n    kind: consent",
                                "id: gb.device.consent\n    kind: opt-out\n    notice: [given]"),
                        3_000);
        List<Affected> permitted = of(diff, Effect.Type.PERMITTED);
        assertThat(permitted).isNotEmpty();
        assertThat(places(diff.affected())).containsExactly(GB);
        assertThat(permitted).allMatch(group -> !group.sources().isEmpty());
        assertThat(permitted).allMatch(group -> group.witness().request().visit().notice().given());
    }

    @Test
    void a_condition_dropped_from_a_rule_is_more_permissive_where_it_mattered() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(
                                SMALL,
                                "common/exemptions.drl",
                                "(rule \"a purpose is exempt\"(?:.*\\n)*?.*meets.*\\n)"
                                        + ".*hasAll.*\\n",
                                "$1"),
                        3_000);
        assertThat(diff.extent().rules()).containsExactly("a purpose is exempt");
        List<Affected> permitted = of(diff, Effect.Type.PERMITTED);
        assertThat(places(permitted)).contains(GB, Jurisdiction.of("IE"));
        assertThat(purposes(permitted))
                .contains(Purpose.UI_CUSTOMISATION)
                .doesNotContain(Purpose.BEHAVIOURAL_ADVERTISING);
        assertThat(of(diff, Effect.Type.FORBIDDEN)).isEmpty();
    }

    @Test
    void a_place_that_leaves_a_group_a_day_later_is_affected_that_day_only() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(
                                SMALL,
                                "groups.yaml",
                                "place: GB, from: (\\S+), until: 2021-01-01",
                                "place: GB, from: $1, until: 2021-01-02"),
                        3_000);
        LocalDate left = LocalDate.of(2021, 1, 1);
        assertThat(periods(diff.affected()))
                .containsExactly(new Period(left, Optional.of(left.plusDays(1))));
        assertThat(places(of(diff, Effect.Type.FORBIDDEN))).contains(GB);
    }

    @Test
    void a_place_that_is_covered_later_has_no_answer_in_between() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(SMALL, "gb/pecr.yaml", "from: 2003-12-11", "from: 2003-12-12"),
                        3_000);
        Affected group =
                of(diff, Effect.Type.FORBIDDEN).stream()
                        .filter(g -> g.effect().after().isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(group.sentence()).contains("-> not covered");
        assertThat(group.where().get(GB))
                .containsExactly(
                        new Period(
                                LocalDate.of(2003, 12, 11),
                                Optional.of(LocalDate.of(2003, 12, 12))));
    }

    @Test
    void a_duty_that_is_dropped_is_told() {
        LawDiff diff =
                between(
                        SMALL,
                        edited(
                                SMALL,
                                "gb/pecr.yaml",
                                "(id: gb.uk-gdpr.information\\n(?:    .*\\n)*?    from: \\S+\\n)",
                                "$1    until: 2027-01-01\n"),
                        3_000);
        List<Affected> dropped = of(diff, Effect.Type.DUTY_DROPPED);
        assertThat(dropped).isNotEmpty();
        assertThat(dropped.get(0).effect().dropped()).containsExactly(Duty.INFORM_OF_PROCESSING);
        assertThat(dropped.stream().map(Affected::reach))
                .contains(Reach.LOCATION, Reach.ESTABLISHMENT);
        assertThat(of(diff, Effect.Type.PERMITTED)).isEmpty();
    }

    private static LawFile house(String name, String text) {
        return new LawFile(name, text, Origin.HOUSE);
    }

    private static List<LawFile> with(List<LawFile> law, LawFile... house) {
        List<LawFile> files = new ArrayList<>(law);
        files.addAll(Arrays.asList(house));
        return files;
    }

    private static final String HOUSE_REGISTER =
            """
            instruments: [{id: shop, title: Rules of the shop, link: https://shop.example/rules}]
            defaults:
              instrument: shop
              places: [anywhere]
              from: 2026-01-01
              reviewed: 2026-11-23
              confidence: verified
            provisions:
            """;

    private static final String HOUSE_RULES =
            """
            package org.cookiepolicy.law.house
            import org.cookiepolicy.policy.Recipient
            import org.cookiepolicy.request.Visitor
            import org.cookiepolicy.rules.HouseFindings
            import org.cookiepolicy.rules.Law
            global HouseFindings houseFindings
            rule "nothing for those who reuse it"
            when
                $law : Law( id == "house.no-resale" )
                Visitor( account == false )
                Recipient( reusesData == true )
            then
                houseFindings.prohibited( $law );
            end
            """;

    @Test
    void what_a_house_asks_for_is_stricter_than_the_law_alone() {
        String register =
                HOUSE_REGISTER
                        + "  - {id: house.ask, kind: consent, citation: rule 1, layers: [personal-data],"
                        + " when: {purposes: [audience-measurement]}}\n";
        LawDiff diff = between(SMALL, with(SMALL, house("ask.yaml", register)), 800);
        List<Affected> forbidden = of(diff, Effect.Type.FORBIDDEN);
        assertThat(purposes(forbidden)).containsExactly(Purpose.AUDIENCE_MEASUREMENT);
        assertThat(places(forbidden)).contains(GB, Jurisdiction.of("US-AK"));
        assertThat(of(diff, Effect.Type.PERMITTED)).isEmpty();
        assertThat(
                        of(
                                between(with(SMALL, house("ask.yaml", register)), SMALL, 300),
                                Effect.Type.PERMITTED))
                .isNotEmpty();
    }

    @Test
    void a_loosening_affects_the_places_of_the_law_it_takes_away_from() {
        String register =
                HOUSE_REGISTER
                        + "  - {id: house.statistics, kind: exemption, citation: rule 3, layers: [device],"
                        + " when: {purposes: [audience-measurement]}}\n"
                        + "loosens:\n"
                        + "  - {provision: house.statistics, law: [gb.device.consent], reason: counsel,"
                        + " decided-by: DPO, decided-on: 2026-01-15}\n";
        LawDiff diff = between(SMALL, with(SMALL, house("loose.yaml", register)), 1_000);
        List<Affected> permitted = of(diff, Effect.Type.PERMITTED);
        assertThat(places(permitted)).contains(GB).doesNotContain(Jurisdiction.of("IE"));
        assertThat(purposes(permitted)).containsExactly(Purpose.AUDIENCE_MEASUREMENT);
    }

    @Test
    void a_rule_of_a_house_affects_what_it_is_about_and_nothing_else() {
        String register =
                HOUSE_REGISTER
                        + "  - {id: house.no-resale, kind: duty, citation: rule 2, places: [IE],"
                        + " layers: [personal-data]}\n";
        List<LawFile> without = with(SMALL, house("resale.yaml", register));
        LawDiff diff = between(without, with(without, house("resale.drl", HOUSE_RULES)), 1_500);
        assertThat(diff.extent().rules()).containsExactly("nothing for those who reuse it");
        assertThat(diff.extent().uncovered()).isEmpty();
        List<Affected> forbidden = of(diff, Effect.Type.FORBIDDEN);
        assertThat(places(forbidden)).containsExactly(Jurisdiction.of("IE"));
        assertThat(forbidden)
                .allSatisfy(
                        group -> {
                            assertIs(group, "account", "not logged in");
                            assertThat(group.conditions().get("recipient").classes())
                                    .allMatch(who -> who.contains("reuses"));
                        });
        assertThat(of(diff, Effect.Type.PERMITTED)).isEmpty();
    }

    @Test
    void what_a_rule_asks_for_that_has_no_classes_is_told() {
        String register =
                HOUSE_REGISTER
                        + "  - {id: house.no-resale, kind: duty, citation: rule 2, places: [IE],"
                        + " layers: [personal-data]}\n";
        String rules =
                HOUSE_RULES
                        .replace("reusesData == true", "name == \"Broker\"")
                        .replace(
                                "Visitor( account == false )",
                                "Visitor( residence.present == true )");
        List<LawFile> without = with(SMALL, house("resale.yaml", register));
        LawDiff diff = between(without, with(without, house("resale.drl", rules)), 200);
        assertThat(diff.extent().uncovered())
                .containsExactly("Recipient.name", "Visitor.residence");
        assertThat(diff.extent().isComplete()).isFalse();
        assertThat(diff.affected()).noneMatch(Affected::complete);
    }

    @Test
    void witnesses_pass_under_the_new_law_and_fail_under_the_old() {
        List<LawFile> before = without(SMALL, "gb/pecr.yaml", BRITISH);
        LawDiff diff = between(before, SMALL, 2_000);
        Suite suite = diff.witnesses().orElseThrow();
        assertThat(suite.scenarios()).hasSizeGreaterThan(5);
        assertTell(suite, before, SMALL);
    }

    private static void assertTell(Suite suite, List<LawFile> before, List<LawFile> after) {
        PolicyEngine old = engine(before);
        PolicyEngine young = engine(after);
        for (Scenario scenario : suite.scenarios()) {
            assertThat(ScenarioResult.of(young, suite, scenario).passed())
                    .as(scenario.name())
                    .isTrue();
            assertThat(ScenarioResult.of(old, suite, scenario).passed())
                    .as(scenario.name())
                    .isFalse();
        }
    }

    @Test
    void a_witness_of_a_duty_that_is_dropped_fails_under_the_old_law() {
        List<LawFile> after =
                edited(
                        SMALL,
                        "gb/pecr.yaml",
                        "(id: gb.uk-gdpr.information\\n(?:    .*\\n)*?    from: \\S+\\n)",
                        "$1    until: 2027-01-01\n");
        Suite suite = between(SMALL, after, 400).witnesses().orElseThrow();
        assertThat(suite.scenarios()).isNotEmpty();
        assertTell(suite, SMALL, after);
    }

    @Test
    void a_selection_says_what_it_leaves_out_and_is_the_same_every_time() {
        List<LawFile> before = without(SMALL, "gb/pecr.yaml", BRITISH);
        LawDiff diff = between(before, SMALL, 500);
        assertThat(diff.extent().isComplete()).isFalse();
        assertThat(diff.extent().sampled().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(diff.extent().tables() - diff.extent().complete());
        assertThat(sentences(between(before, SMALL, 500))).isEqualTo(sentences(diff));
        assertThat(purposes(of(diff, Effect.Type.PERMITTED))).hasSize(3);
    }

    private static List<String> sentences(LawDiff diff) {
        return diff.affected().stream().map(Affected::sentence).toList();
    }

    @Test
    void a_sentence_says_who_where_when_what_and_by_which_clause() {
        List<LawFile> before = without(SMALL, "gb/pecr.yaml", List.of("gb.exempt.emergency"));
        LawDiff diff = between(before, SMALL);
        assertThat(diff.affected().get(0).sentence())
                .startsWith(
                        "emergency-location cookies that serve nothing else, any choice but agreed,"
                                + " agreed after an objection or agreed after a refusal, the visitor"
                                + " asked for emergency help, GB from 2026-02-05: denied -> allowed"
                                + " (PECR Schedule A1")
                .endsWith(", para 7)");
        assertThat(Map.copyOf(diff.affected().get(0).where())).containsOnlyKeys(GB);
    }
}
