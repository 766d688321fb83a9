package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.law.Origin;
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
                .containsExactly(
                        "fr/act.yaml:13:5: unknown key `citatoin` at provisions[0]; did you mean"
                                + " `citation`?");
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
                .containsExactly(
                        "fr/act.yaml:6:15: unknown instrument `atc` at provisions[0].instrument;"
                                + " did you mean `act`?");
    }

    @Test
    void tells_of_a_mistake_in_the_defaults_once_and_of_nothing_that_follows_from_it() {
        String two =
                GOOD
                        + """
                          - id: fr.two
                            kind: duty
                            citation: section 2
                            layers: [device]
                            from: 2020-01-01
                        """;
        assertThat(problems(two.replace("instrument: act", "instrument: atc"))).hasSize(1);
        assertThat(problems(two.replace("  places: [FR]", "  plaecs: [FR]")))
                .containsExactly(
                        "fr/act.yaml:7:3: unknown key `plaecs` at provisions[0]; did you mean"
                                + " `places`?");
        assertThat(problems(two.replace("    title: The Act\n", "")))
                .containsExactly("fr/act.yaml:2:5: key `title` is missing at instruments[0]");
    }

    @Test
    void refuses_a_second_day_since_which_there_is_an_answer_everywhere() {
        List<LawFile> files =
                List.of(
                        new LawFile("a.yaml", GOOD + "covered-from: 2020-01-01\n"),
                        new LawFile("b.yaml", "covered-from: 2021-02-29\n"),
                        new LawFile("c.yaml", "covered-from: 2021-01-01\n"));
        assertThat(RegisterReader.of(files).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "b.yaml:1:1: `covered-from` stands in `a.yaml` already",
                        "b.yaml:1:15: `2021-02-29` is no day of the calendar at covered-from",
                        "c.yaml:1:1: `covered-from` stands in `a.yaml` already");
        assertThat(RegisterReader.read(files.subList(0, 1)).coveredFrom())
                .contains(LocalDate.of(2020, 1, 1));
        LawFile house = new LawFile("house.yaml", "covered-from: 2020-01-01\n", Origin.HOUSE);
        assertThat(RegisterReader.of(List.of(house)).problems())
                .singleElement()
                .asString()
                .startsWith("house.yaml:1:1: unknown key `covered-from`");
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
                .containsExactly(
                        "fr/act.yaml:15:11: `2020-02-30` is no day of the calendar at"
                                + " provisions[0].from");
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
                .anyMatch(
                        p ->
                                p.contains(
                                                "has to say what it demands: one or more of `affirmative`,")
                                        && p.contains("`recent`"));
    }

    @Test
    void refuses_a_standard_that_leaves_open_how_long_or_by_what() {
        assertThat(replacing("kind: consent", "kind: consent-standard\n    demands: [recent]"))
                .singleElement()
                .asString()
                .contains("has to say how long consent lasts, such as `P12M`");
        assertThat(replacing("kind: consent", "kind: consent-standard\n    demands: [affirmative]"))
                .singleElement()
                .asString()
                .contains("has to say which expressions, such as `pre-ticked`");
        assertThat(
                        replacing(
                                "kind: consent",
                                "kind: consent-standard\n    demands: [recent]\n    lifespan: P12M"))
                .isEmpty();
    }

    @Test
    void tells_of_a_mistake_in_a_group_and_of_nothing_that_follows_from_it() {
        String group =
                """
                groups:
                  - id: ONE
                    title: One
                    members:
                      - {place: FR, from: 2020-01-01, until: 2019-01-01}
                """;
        assertThat(problems(GOOD.replace("[FR]", "[ONE]") + group))
                .singleElement()
                .asString()
                .contains("fr/act.yaml:20:")
                .contains("must be after `from`");
    }

    @Test
    void says_of_a_wrong_indentation_what_is_meant() {
        for (String indented :
                List.of(
                        GOOD.replace("    kind: consent", "     kind: consent"),
                        GOOD.replace("    layers:", "   layers:"),
                        GOOD.replace("  - id: fr.one", "   - id: fr.one\n  - id: fr.two"))) {
            assertThat(problems(indented))
                    .singleElement()
                    .asString()
                    .contains("is not indented like those it belongs to");
        }
    }

    @Test
    void refuses_an_id_that_is_taken() {
        String second = GOOD.substring(GOOD.indexOf("  - id: fr.one"));
        assertThat(problems(GOOD + second))
                .containsExactly(
                        "fr/act.yaml:16:9: the id `fr.one` is taken at fr/act.yaml:11 at"
                                + " provisions[1].id");
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
    void refuses_what_is_read_in_two_ways_or_grows_beyond_what_is_written() {
        assertThat(replacing("title: The Act", "title: &t !!str The Act"))
                .containsExactly(
                        "fr/act.yaml:3:12: anchor `&t` is not allowed",
                        "fr/act.yaml:3:12: tag `tag:yaml.org,2002:str` is not allowed");
        assertThat(replacing("citation: section 1", "citation: *t"))
                .containsExactly("fr/act.yaml:13:15: alias `*t` is not allowed");
        assertThat(problems(GOOD + "---\na: b\n"))
                .containsExactly(
                        "fr/act.yaml:16:1: the document ends before this; one file holds one"
                                + " document");
        assertThat(problems("[".repeat(100_000)))
                .containsExactly("fr/act.yaml:1:65: lists and mappings stand more than 64 deep");
        assertThat(replacing("kind: consent", "<<: {kind: consent}"))
                .anyMatch(p -> p.contains("unknown key `<<`"));
    }

    @Test
    void refuses_links_that_are_relative_or_none() {
        assertThat(replacing("link: https://example.org/act", "link: /act"))
                .containsExactly(
                        "fr/act.yaml:4:11: expected a link such as `https://example.com/`, found"
                                + " `/act` at instruments[0].link");
        assertThat(replacing("    link: https://example.org/act\n", ""))
                .containsExactly("fr/act.yaml:2:5: key `link` is missing at instruments[0]");
    }

    @Test
    void refuses_unknown_purposes_and_unknown_places_wherever_they_stand() {
        String layers = "layers: [device]";
        assertThat(replacing(layers, layers + "\n    when: {purposes: [advertsing]}"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:15:23: unknown value `advertsing`"));
        assertThat(replacing(layers, layers + "\n    when: {recipient-countries: [UK]}"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:15:34: ") && p.endsWith("`GB`?"));
        assertThat(
                        problems(
                                GOOD.replace("kind: consent", "kind: transfer-ground")
                                        + "    mechanisms: [adequacy]\n"
                                        + "    destinations: [anywhere]\n"
                                        + "    except-destinations: [UK]\n"))
                .containsExactly(
                        "fr/act.yaml:18:26: `UK` is neither an ISO 3166 code nor a group at"
                                + " provisions[0].except-destinations; did you mean `GB`?");
    }

    @Test
    void refuses_instruments_and_groups_whose_id_is_taken() {
        String act = "  - {id: act, title: The Act, link: 'https://example.org/act'}\n";
        assertThat(replacing("defaults:\n", act + "defaults:\n"))
                .anyMatch(p -> p.startsWith("fr/act.yaml:5:5: `act` stands there twice"));
        String group =
                "groups:\n  - {id: FR, title: France, members: [{place: FR, from: 2020-01-01}]}\n";
        assertThat(problems(GOOD + group))
                .containsExactly("fr/act.yaml:17:10: the id `FR` is taken at groups[0].id");
    }

    @Test
    void never_names_a_class() {
        assertThat(replacing("kind: consent", "kind: [consent]"))
                .isNotEmpty()
                .noneMatch(p -> p.contains("java") || p.contains("org.cookiepolicy"));
    }
}
