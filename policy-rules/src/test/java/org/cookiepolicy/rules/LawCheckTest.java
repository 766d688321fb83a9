package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Register and rules are checked together, and against each other. */
class LawCheckTest {
    private static final String REGISTER =
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

    private static final String RULES =
            """
            package org.cookiepolicy.law.rules
            import org.cookiepolicy.law.Duty
            import org.cookiepolicy.law.Kind
            import org.cookiepolicy.policy.Purpose
            import org.cookiepolicy.rules.Findings
            import org.cookiepolicy.rules.Law
            global Findings findings
            rule "consent is required"
            when
                $law     : Law( kind == Kind.CONSENT )
                $purpose : Purpose( $law.isAbout( this ) )
            then
                findings.consentRequired( $law, $purpose );
            end
            rule "an opt-out applies"
            when
                $law     : Law( kind == Kind.OPT_OUT )
                $purpose : Purpose( $law.isAbout( this ) )
            then
                findings.optOutApplies( $law, $purpose );
            end
            """;

    private static final LawFile STANDARD = RegisterCheckTest.STANDARD;

    private static final LawFile STANDARD_RULES =
            new LawFile(
                    "standard.drl",
                    """
                    package org.cookiepolicy.law.rules
                    import org.cookiepolicy.law.Demand
                    import org.cookiepolicy.law.Kind
                    import org.cookiepolicy.rules.Choice
                    import org.cookiepolicy.rules.Findings
                    import org.cookiepolicy.rules.Law
                    global Findings findings
                    rule "consent must be affirmative"
                    when
                        $law : Law( kind == Kind.CONSENT_STANDARD )
                        Choice( isExpressedBy( $law.terms().expressions() ) )
                    then
                        findings.consentDefective( $law, Demand.AFFIRMATIVE );
                    end
                    """);

    private static List<String> problems(String register, String rules) {
        return LawCheck.check(
                        List.of(
                                new LawFile("fr/act.yaml", register),
                                new LawFile("rules.drl", rules),
                                STANDARD,
                                STANDARD_RULES))
                .stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void finds_nothing_in_a_law_in_order_and_nothing_in_the_law_that_is_shipped() {
        assertThat(problems(REGISTER, RULES)).isEmpty();
        assertThat(LawCheck.check(LawFile.shipped())).isEmpty();
    }

    @Test
    void a_house_is_checked_with_the_law_that_it_stands_on() {
        LawFile law = new LawFile("fr/act.yaml", REGISTER);
        LawFile rules = new LawFile("rules.drl", RULES);
        String own =
                """
                instruments:
                  - {id: own, title: Our rules, link: 'https://example.org/own'}
                provisions:
                  - {id: house.none, kind: %s, instrument: own, citation: rule 1, places: [FR], layers: [device], from: 2024-01-01, reviewed: 2026-01-01, confidence: known}
                """;
        String tightening = own.formatted("consent");
        assertThat(
                        LawCheck.check(
                                List.of(
                                        law,
                                        rules,
                                        STANDARD,
                                        STANDARD_RULES,
                                        new LawFile("own.yaml", tightening, Origin.HOUSE))))
                .isEmpty();
        assertThat(
                        LawCheck.check(
                                List.of(
                                        law,
                                        rules,
                                        STANDARD,
                                        STANDARD_RULES,
                                        new LawFile("fr/act.yaml", tightening, Origin.HOUSE))))
                .extracting(Problem::toString)
                .containsExactly("fr/act.yaml:1:1: the name is taken by a file of the law");
        assertThat(
                        LawCheck.check(
                                List.of(
                                        law,
                                        rules,
                                        STANDARD,
                                        STANDARD_RULES,
                                        new LawFile(
                                                "own.yaml", own.formatted("duty"), Origin.HOUSE))))
                .extracting(Problem::toString)
                .containsExactly(
                        "own.yaml:4:28: no rule reads the provision `house.none` of kind `duty`");
    }

    @Test
    void a_rule_that_no_provision_makes_fire_is_found() {
        String rules =
                RULES.replace(
                        "kind == Kind.OPT_OUT", "kind == Kind.OPT_OUT, brings( Duty.INFORM )");
        assertThat(problems(REGISTER, rules))
                .containsExactly(
                        "fr/act.yaml:16:11: no rule reads the provision `fr.new` of kind `opt-out`",
                        "rules.drl:17:5: the rule never fires: no provision of the register is such"
                                + " a `Law`");
        assertThat(
                        problems(
                                REGISTER,
                                RULES.replace("kind == Kind.OPT_OUT", "kind != Kind.CONSENT")))
                .isEmpty();
    }

    @Test
    void a_rule_that_selects_by_a_misspelt_id_is_told_what_was_meant() {
        assertThat(problems(REGISTER, RULES.replace("kind == Kind.OPT_OUT", "id == \"fr.nwe\"")))
                .contains(
                        "rules.drl:17:5: the rule never fires: no provision of the register is such"
                                + " a `Law`; did you mean `fr.new`?");
    }

    @Test
    void a_denial_that_no_provision_contradicts_is_found() {
        String rules =
                RULES.replace(
                        "kind == Kind.OPT_OUT )",
                        "kind == Kind.OPT_OUT )\n    not Law( kind == Kind.PROHIBITION )");
        assertThat(problems(REGISTER, rules))
                .containsExactly(
                        "rules.drl:18:5: no provision of the register is such a `Law`, so that `not`"
                                + " is always true");
    }

    @Test
    void a_provision_that_no_rule_reads_is_found() {
        String more =
                REGISTER
                        + """
                          - id: fr.duty
                            kind: duty
                            citation: section 3
                            layers: [device]
                            from: 2022-01-01
                            duties: [inform]
                        """;
        assertThat(problems(more, RULES))
                .containsExactly(
                        "fr/act.yaml:21:11: no rule reads the provision `fr.duty` of kind `duty`");
    }

    @Test
    void a_gap_stands_where_the_law_ends_and_an_overlap_where_the_later_law_begins() {
        assertThat(problems(REGISTER.replace("until: 2022-01-01", "until: 2021-06-01"), RULES))
                .containsExactly(
                        "fr/act.yaml:14:12: gap: `FR`, layer device: nothing from 2021-06-01 until"
                                + " 2022-01-01",
                        "fr/act.yaml:14:12: gap: `FR`, layer personal-data: nothing from 2021-06-01"
                                + " until 2022-01-01");
        assertThat(problems(REGISTER.replace("    until: 2022-01-01\n", ""), RULES))
                .containsExactly(
                        "fr/act.yaml:18:11: overlap: `FR`, layer device, from 2022-01-01: `fr.old`"
                                + " and `fr.new`; end `fr.old` at fr/act.yaml:9 with"
                                + " `until: 2022-01-01`",
                        "fr/act.yaml:18:11: overlap: `FR`, layer personal-data, from 2022-01-01:"
                                + " `fr.old` and `fr.new`; end `fr.old` at fr/act.yaml:9 with"
                                + " `until: 2022-01-01`");
        assertThat(problems(REGISTER.replace("[device, personal-data]", "[device]"), RULES))
                .containsExactly(
                        "fr/act.yaml:9:5: gap: `FR`, layer personal-data: nothing from"
                                + " 2018-05-25");
    }

    @Test
    void an_overlap_stands_at_the_later_provision_in_whatever_file_and_never_at_its_defaults() {
        String head = REGISTER.substring(0, REGISTER.indexOf("provisions:"));
        String old = head.replace("defaults:\n", "defaults:\n  from: 2018-05-25\n");
        String provisions =
                """
                provisions:
                  - id: fr.none
                    kind: no-rule
                    citation: none
                    layers: [device]
                """;
        assertThat(
                        LawCheck.check(
                                List.of(
                                        new LawFile(
                                                "fr/act.yaml",
                                                REGISTER.replaceAll("(?s)  - id: fr.new.*", "")),
                                        new LawFile("fr/none.yaml", old + provisions),
                                        new LawFile(
                                                "rules.drl",
                                                RULES.replace("Kind.OPT_OUT", "Kind.NO_RULE")))))
                .extracting(Problem::toString)
                .contains(
                        "fr/none.yaml:10:5: overlap: `FR`, layer device, from 2018-05-25: `fr.old`"
                                + " and `fr.none`; keep one of them; `fr.old` stands at"
                                + " fr/act.yaml:9");
    }

    @Test
    void a_law_that_says_since_when_it_answers_everywhere_is_held_to_it() {
        String everywhere =
                Jurisdiction.all().stream()
                        .map(place -> "'" + place.code() + "'")
                        .collect(Collectors.joining(", "));
        String all = REGISTER.replace("places: [FR]", "places: [" + everywhere + "]");
        assertThat(problems(all + "covered-from: 2018-05-25\n", RULES)).isEmpty();
        assertThat(problems(all + "covered-from: 2018-05-24\n", RULES))
                .contains(
                        "fr/act.yaml:13:11: gap: `FR`, layer device: nothing from 2018-05-24 until"
                                + " 2018-05-25",
                        "fr/act.yaml:13:11: gap: `FR`, layer personal-data: nothing from 2018-05-24"
                                + " until 2018-05-25");
        assertThat(problems(REGISTER + "covered-from: 2018-05-25\n", RULES))
                .contains(
                        "fr/act.yaml:20:15: gap: `DE`, layer device: nothing from 2018-05-25",
                        "fr/act.yaml:20:15: gap: `DE`, layer personal-data: nothing from"
                                + " 2018-05-25")
                .noneMatch(problem -> problem.contains("`FR`"));
    }

    @Test
    void law_beside_one_that_stands_in_says_where_that_is_to_end() {
        String register =
                REGISTER
                        + """
                          - {id: world.assumed, kind: opt-out, citation: section 3, places: [NONE], layers: [device], from: 2018-05-25}
                        groups:
                          - id: NONE
                            title: Places without law
                            stands-in: true
                            members:
                              - {place: FR, from: 2022-01-01}
                        """;
        assertThat(problems(register, RULES))
                .containsExactly(
                        "fr/act.yaml:19:11: overlap: `FR`, layer device, from 2022-01-01: `fr.new` and"
                                + " the group `NONE`, whose law stands in where a place has none; end"
                                + " the membership at fr/act.yaml:26 with `until: 2022-01-01`");
    }

    @Test
    void consent_that_may_be_anything_stands_where_it_is_demanded() {
        assertThat(
                        LawCheck.check(
                                List.of(
                                        new LawFile("fr/act.yaml", REGISTER),
                                        new LawFile("rules.drl", RULES))))
                .extracting(Problem::toString)
                .containsExactly(
                        "fr/act.yaml:10:11: `FR`, layer device, from 2018-05-25: `fr.old` takes"
                                + " anything for consent, a ticked box or silence; say what it has to"
                                + " be in a provision of kind `consent-standard`");
    }

    @Test
    void mistakes_of_the_register_and_of_the_rules_come_at_once() {
        assertThat(
                        problems(
                                REGISTER.replace("kind: opt-out", "kind: optout"),
                                RULES.replace("Kind.CONSENT", "Kind.CONSNET")))
                .containsExactly(
                        "fr/act.yaml:16:11: unknown value `optout` at provisions[1].kind; did you"
                                + " mean `opt-out`?",
                        "rules.drl:10:34: unknown constant `CONSNET` of `Kind`; did you mean"
                                + " `CONSENT`?");
    }

    @Test
    void a_law_without_rules_is_told_so_once() {
        assertThat(LawCheck.check(List.of(new LawFile("fr/act.yaml", REGISTER), STANDARD)))
                .extracting(Problem::toString)
                .containsExactly("fr/act.yaml:1:1: the law has no rules");
    }

    /** What classic compilation of the rules would let pass, or would report without a place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Choice( grants( $purpose ), | Choice( word == 5, grants( $purpose ), | 16 | 'word' is text, and a number never equals it
                    kind in ( Kind.CONSENT, Kind.OPT_OUT ) | kind == "OPTOUT" | 8 | 'kind' is a 'Kind', and text never equals it; did you mean 'Kind.OPT_OUT'?
                    kind in ( Kind.CONSENT, Kind.OPT_OUT ) | terms.notice.size() > "abc" | 22 | 'terms.notice.size()' is a number, and text is not compared with it
                    kind in ( Kind.CONSENT, Kind.OPT_OUT ) | kind == Kind.CONSENT, kind == Kind.OPT_OUT | 22 | 'kind == Kind.OPT_OUT' contradicts 'kind == Kind.CONSENT'
                    kind in ( Kind.CONSENT, Kind.OPT_OUT ) | kind == Kind.OPTOUT | 13 | unknown constant 'OPTOUT' of 'Kind'; did you mean 'OPT_OUT'?
                    kind in ( Kind.CONSENT, Kind.OPT_OUT ) | kind in ( ) | 5 | nothing is ever 'in ( )': the list is empty
                    rule "the visitor agreed" | rule "the visitor agreed" @since(2024-01-01) | 26 | '@since' is not allowed: rules have no metadata; days, links and citations stand in the register
                    rule "the visitor agreed" | rule "the visitor agreed" @snice("2024-01-01") | 26 | '@snice' is not allowed: rules have no metadata; days, links and citations stand in the register
                    rule "the visitor agreed" | rule "the visitor agreed" date-effective "01-Jan-2024" | 26 | 'date-effective' is not allowed: a rule has no clock; which law is in force on the day stands in the register
                    rule "the visitor agreed" | rule "the visitor agreed" salience 1 | 26 | 'salience' is not allowed: findings count alike in whatever order rules fire, so no rule comes before another
                    rule "the visitor agreed" | rulle "the visitor agreed" | 0 | expected 'import', 'global' or 'rule', found 'rulle'
                    findings.consented( $law, $purpose ); | if ( $law instanceof Law l ) { } | 0 | 'if' is not allowed: a rule has no steps of its own; what it depends on stands between 'when' and 'then'
                    findings.consented( $law, $purpose ); | drools.halt(); | 0 | 'drools' is not allowed: a rule does not steer the engine
                    findings.consented( $law, $purpose ); | System.exit( 0 ); | 0 | 'System' is not allowed: a rule reads, writes and starts nothing
                    findings.consented( $law, $purpose ); | while ( true ) { } | 0 | 'while' is not allowed: a rule has no steps of its own; what it depends on stands between 'when' and 'then'
                    """)
    void traps_planted_in_the_rules_that_are_shipped_are_named_with_their_place_and_their_mend(
            String from, String to, int offset, String message) {
        List<LawFile> files = new ArrayList<>();
        files.add(new LawFile("fr/act.yaml", REGISTER));
        String place = "";
        for (LawFile file : LawFile.shipped()) {
            if (file.isRules() && !file.name().equals("common/consent.drl")) {
                files.add(file);
            } else if (file.isRules()) {
                int at = file.text().indexOf(from);
                assertThat(at).isPositive();
                String before = file.text().substring(0, at);
                String after = file.text().substring(at + from.length());
                files.add(new LawFile(file.name(), before + to + after));
                int column = at - before.lastIndexOf('\n') + offset;
                place =
                        file.name()
                                + ":"
                                + (before.chars().filter(c -> c == '\n').count() + 1)
                                + ":"
                                + column;
            }
        }
        assertThat(LawCheck.check(files))
                .extracting(Problem::toString)
                .first()
                .isEqualTo(place + ": " + message.replace('\'', '`'));
    }
}
