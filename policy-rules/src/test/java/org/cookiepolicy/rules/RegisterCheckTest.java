package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import org.junit.jupiter.api.Test;

/** Gaps and contradictions of a register are found, and the shipped one has none. */
class RegisterCheckTest {
    private static final String GOOD =
            """
            instruments:
              - {id: act, title: The Act, link: 'https://example.org/act'}
            defaults:
              instrument: act
              places: [FR]
              reviewed: 2026-01-01
              confidence: known
            provisions:
              - id: fr.old
                kind: consent
                citation: section 1
                layers: [device, personal-data]
                from: 2018-05-25
                until: 2022-01-01
              - id: fr.new
                kind: opt-out
                citation: section 2
                layers: [device, personal-data]
                from: 2022-01-01
            """;

    /** What consent has to be, wherever the law of a test demands it. */
    static final LawFile STANDARD =
            new LawFile(
                    "standard.yaml",
                    """
                    instruments:
                      - {id: standard, title: The standard, link: 'https://example.org/standard'}
                    provisions:
                      - id: standard.affirmative
                        kind: consent-standard
                        instrument: standard
                        citation: section 1
                        places: [anywhere]
                        layers: [device]
                        from: 2018-01-01
                        demands: [affirmative]
                        expressions: [pre-ticked]
                        reviewed: 2026-01-01
                        confidence: known
                    """);

    private static List<String> faults(String text) {
        return faults(text, STANDARD);
    }

    private static List<String> faults(String text, LawFile... others) {
        List<LawFile> files = new ArrayList<>(List.of(others));
        files.add(new LawFile("fr/act.yaml", text));
        Register register = RegisterReader.read(files);
        return RegisterCheck.check(register, List.of(Jurisdiction.of("FR"), Jurisdiction.of("DE")))
                .stream()
                .map(RegisterCheck.Fault::toString)
                .toList();
    }

    @Test
    void finds_nothing_where_one_law_follows_the_other() {
        assertThat(faults(GOOD)).isEmpty();
    }

    @Test
    void finds_a_gap_between_two_laws_in_each_layer() {
        assertThat(faults(GOOD.replace("until: 2022-01-01", "until: 2021-06-01")))
                .containsExactly(
                        "gap: `FR`, layer device: nothing from 2021-06-01 until 2022-01-01",
                        "gap: `FR`, layer personal-data: nothing from 2021-06-01 until 2022-01-01");
    }

    @Test
    void finds_a_gap_for_data_that_are_not_personal() {
        String text = GOOD + "    when: {data: personal}\n";
        assertThat(faults(text))
                .containsExactly("gap: `FR`, layer device: nothing from 2022-01-01");
    }

    @Test
    void finds_a_gap_for_some_purposes() {
        String text = GOOD + "    when: {purposes: [research, audience-measurement]}\n";
        assertThat(faults(text))
                .containsExactly(
                        "gap: `FR`, layer device: nothing from 2022-01-01 for all purposes but"
                                + " audience-measurement, research",
                        "gap: `FR`, layer personal-data: nothing from 2022-01-01 for all purposes"
                                + " but audience-measurement, research");
    }

    @Test
    void tells_the_purposes_of_a_gap_that_closes_for_some_of_them() {
        String most =
                Arrays.stream(Purpose.values())
                        .filter(purpose -> purpose != Purpose.RESEARCH)
                        .map(Tokens::of)
                        .collect(Collectors.joining(", "));
        String text = GOOD.replace("until: 2022-01-01", "until: 2021-06-01");
        String some =
                """
                  - id: fr.some
                    kind: consent
                    citation: section 3
                    layers: [device]
                    from: 2021-08-01
                    when: {purposes: [%s]}
                """;
        assertThat(faults(text + some.formatted(most)))
                .containsExactly(
                        "gap: `FR`, layer device: nothing from 2021-06-01 until 2021-08-01",
                        "gap: `FR`, layer device: nothing from 2021-08-01 until 2022-01-01 for"
                                + " research",
                        "gap: `FR`, layer personal-data: nothing from 2021-06-01 until 2022-01-01");
    }

    @Test
    void finds_an_overlap_of_different_kinds_in_each_layer() {
        assertThat(faults(GOOD.replace("    until: 2022-01-01\n", "")))
                .containsExactly(
                        "overlap: `FR`, layer device, from 2022-01-01: `fr.old` and `fr.new`",
                        "overlap: `FR`, layer personal-data, from 2022-01-01: `fr.old` and"
                                + " `fr.new`");
    }

    @Test
    void passes_over_laws_of_the_same_kind_and_of_different_readings() {
        String both = GOOD.replace("    until: 2022-01-01\n", "");
        assertThat(faults(both.replace("kind: opt-out", "kind: consent"))).isEmpty();
        String read =
                GOOD.replace("    until: 2022-01-01\n", "    readings: {british-islands: strict}\n")
                        + "    readings: {british-islands: lenient}\n";
        assertThat(faults(read)).isEmpty();
    }

    @Test
    void finds_consent_that_may_be_anything() {
        assertThat(faults(GOOD, new LawFile[0]))
                .containsExactly(
                        "`FR`, layer device, from 2018-05-25: `fr.old` takes anything for consent, a"
                                + " ticked box or silence; say what it has to be in a provision of"
                                + " kind `consent-standard`");
        LawFile late =
                new LawFile("late.yaml", STANDARD.text().replace("2018-01-01", "2018-05-26"));
        assertThat(faults(GOOD, late)).hasSize(1);
        LawFile other =
                new LawFile("other.yaml", STANDARD.text().replace("[affirmative]", "[recorded]"));
        assertThat(faults(GOOD, other)).hasSize(1);
        assertThat(faults(GOOD.replace("kind: consent", "kind: notice"), new LawFile[0])).isEmpty();
    }

    /** The Act of France beside a group whose law stands in where there is none. */
    private static String standingIn(String member, String law) {
        return GOOD
                + """
                  - id: world.assumed
                    kind: %s
                    citation: section 3
                    places: [NONE]
                    layers: [personal-data]
                    from: 2018-05-25
                groups:
                  - id: NONE
                    title: Places without law
                    stands-in: true
                    members:
                      - {place: FR, %s}
                """
                        .formatted(law, member);
    }

    @Test
    void finds_law_of_a_place_beside_one_that_stands_in_for_it() {
        assertThat(faults(standingIn("from: 2019-01-01", "consent")))
                .containsExactly(
                        "overlap: `FR`, layer personal-data, from 2019-01-01: `fr.old` and the group"
                                + " `NONE`, whose law stands in where a place has none",
                        "overlap: `FR`, layer personal-data, from 2022-01-01: `fr.new` and the group"
                                + " `NONE`, whose law stands in where a place has none");
        assertThat(faults(standingIn("from: 2010-01-01, until: 2018-05-25", "consent"))).isEmpty();
        assertThat(faults(standingIn("from: 2010-01-01, until: 2018-05-26", "consent"))).hasSize(1);
        assertThat(faults(standingIn("from: 2019-01-01", "duty"))).isEmpty();
        assertThat(faults(standingIn("from: 2019-01-01", "consent").replace("stands-in: true", "")))
                .isEmpty();
    }

    @Test
    void every_country_state_and_province_has_an_entry_of_its_own_from_the_first_day() {
        Register register = PolicyEngine.load().register();
        assertThat(register.coveredFrom()).contains(RegisterCheck.FIRST_DAY);
        assertThat(Jurisdiction.all())
                .allSatisfy(
                        place ->
                                assertThat(register.coveredFrom(place))
                                        .hasValueSatisfying(
                                                day ->
                                                        assertThat(day)
                                                                .isBeforeOrEqualTo(
                                                                        RegisterCheck.FIRST_DAY)));
    }

    @Test
    void the_shipped_register_has_nothing_of_it() {
        Register register = PolicyEngine.load().register();
        assertThat(RegisterCheck.check(register, Jurisdiction.all())).isEmpty();
    }
}
