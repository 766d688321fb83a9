package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.junit.jupiter.api.Test;

/** A register with a mistake is refused, and the mistake is pointed at. */
class RegisterReaderTest {
    private static final String GOOD =
            """
            instruments:
              - id: act
                title: The Act
                link: https://example.org/act
            defaults:
              instrument: act
              places: [FR]
              reviewed: 2026-01-01
              confidence: known
            provisions:
              - id: fr.one
                kind: consent
                citation: section 1
                layers: [device]
                from: 2020-01-01
            """;

    private static List<String> problems(String text) {
        DocumentException refused =
                catchThrowableOfType(
                        DocumentException.class,
                        () -> RegisterReader.read(List.of(new LawFile("fr/act.yaml", text))));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> replacing(String line, String by) {
        assertThat(GOOD).contains(line);
        return problems(GOOD.replace(line, by));
    }

    @Test
    void a_good_register_is_read() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void refuses_an_unknown_kind() {
        assertThat(replacing("kind: consent", "kind: consnet"))
                .containsExactly(
                        "fr/act.yaml:12:11: unknown value `consnet` at provisions[0].kind; did you mean `consent`?");
    }

    @Test
    void refuses_an_unknown_key() {
        assertThat(replacing("citation: section 1", "citatoin: section 1"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:13:5: ") && p.contains("`citatoin`"))
                .anyMatch(p -> p.contains("key `citation` is missing"));
    }

    @Test
    void refuses_an_unknown_layer_and_an_unknown_place_at_once() {
        String text = GOOD.replace("[device]", "[devise]").replace("[FR]", "[FX, UK]");
        assertThat(problems(text))
                .anyMatch(
                        p ->
                                p.startsWith("fr/act.yaml:14:14: ")
                                        && p.endsWith("did you mean `device`?"));
        assertThat(replacing("[FR]", "[FR, UK]"))
                .containsExactly(
                        "fr/act.yaml:7:11: `UK` is neither an ISO 3166 code nor a group at"
                                + " provisions[0].places; did you mean `GB`?");
    }

    @Test
    void refuses_an_instrument_that_is_not_there() {
        assertThat(replacing("instrument: act", "instrument: atc"))
                .anyMatch(
                        p ->
                                p.contains("unknown instrument `atc`")
                                        && p.endsWith("did you mean `act`?"));
    }

    @Test
    void refuses_a_missing_citation() {
        assertThat(replacing("    citation: section 1\n", ""))
                .containsExactly("fr/act.yaml:11:5: key `citation` is missing at provisions[0]");
        assertThat(replacing("citation: section 1", "citation: ' '"))
                .anyMatch(p -> p.contains("must not be blank"));
    }

    @Test
    void refuses_a_day_that_is_none_and_days_in_the_wrong_order() {
        assertThat(replacing("from: 2020-01-01", "from: 2020-02-30"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:15:11: ") && p.contains("`2020-02-30`"));
        assertThat(replacing("from: 2020-01-01", "from: 2020-01-01\n    until: 2020-01-01"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:16:12: ") && p.contains("`2020-01-01`"));
    }

    @Test
    void refuses_a_term_that_no_rule_reads_in_a_provision_of_that_kind() {
        assertThat(replacing("layers: [device]", "layers: [device]\n    lifespan: P6M"))
                .anyMatch(p -> p.contains("a provision of kind `consent` has no such term"));
    }

    @Test
    void refuses_a_standard_that_demands_nothing() {
        assertThat(replacing("kind: consent", "kind: consent-standard"))
                .anyMatch(p -> p.contains("has to say what it demands"));
    }

    @Test
    void refuses_an_id_that_is_taken() {
        String second = GOOD.substring(GOOD.indexOf("  - id: fr.one"));
        assertThat(problems(GOOD + second))
                .containsExactly("fr/act.yaml:16:9: the id `fr.one` is taken at provisions[1].id");
    }

    @Test
    void refuses_an_unknown_contested_point() {
        assertThat(
                        replacing(
                                "layers: [device]",
                                "layers: [device]\n    readings: {exempt-lifetme: strict}"))
                .anyMatch(
                        p ->
                                p.contains("`exempt-lifetme`")
                                        && p.endsWith("did you mean `exempt-lifetime`?"));
    }

    @Test
    void refuses_what_is_no_yaml_and_what_is_empty() {
        assertThat(problems("a: [")).singleElement().asString().startsWith("fr/act.yaml:");
        assertThat(problems("")).singleElement().asString().contains("nothing in the file");
    }

    @Test
    void never_names_a_class() {
        assertThat(replacing("kind: consent", "kind: [consent]"))
                .isNotEmpty()
                .noneMatch(p -> p.contains("java") || p.contains("org.cookiepolicy"));
    }
}
