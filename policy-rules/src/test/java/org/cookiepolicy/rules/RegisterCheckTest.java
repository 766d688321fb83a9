package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<String> faults(String text) {
        Register register = RegisterReader.read(List.of(new LawFile("fr/act.yaml", text)));
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
    void the_shipped_register_has_neither() {
        Register register = PolicyEngine.load().register();
        assertThat(RegisterCheck.check(register, Jurisdiction.all())).isEmpty();
    }
}
