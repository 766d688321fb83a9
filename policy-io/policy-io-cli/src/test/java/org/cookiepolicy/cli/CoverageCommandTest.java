package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.rules.RegisterCheck;
import org.cookiepolicy.rules.workbench.LawCoverage;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

class CoverageCommandTest {
    @Test
    void every_place_has_a_line_and_none_is_left_without_an_answer() {
        Run run = Run.of("coverage", "--at", "2026-11-25");
        assertThat(run.code()).isZero();
        for (Jurisdiction place : Jurisdiction.all()) {
            assertThat(run.out()).containsPattern("(?m)^" + place + " ");
        }
        assertThat(run.out())
                .containsPattern("(?m)^AX +law of another place")
                .containsPattern("(?m)^AQ +no rule found")
                .containsPattern("(?m)^GB +law ")
                .contains("not covered: 0.")
                .contains("0 gaps and contradictions.");
    }

    @Test
    void a_place_is_shown_with_each_provision_as_long_as_it_holds_there() {
        Run run = Run.of("coverage", "--at", "2026-11-25", "GB");
        assertThat(run.out())
                .containsPattern("2026-02-05 +exemption +gb.exempt.own-statistics +verified")
                // The law of the Union ended there with the transition period.
                .containsPattern("2003-10-31 +2021-01-01 +exemption +eu.exempt.load-balancing");
    }

    @Test
    void what_was_reviewed_too_long_ago_is_due() {
        assertThat(Run.of("coverage", "--at", "2026-11-25", "FR").out())
                .contains("0 provisions due for review");
        Run later = Run.of("coverage", "--at", "2026-11-25", "--review-every", "P1M", "FR");
        assertThat(later.out())
                .containsPattern("[1-9][0-9]* provisions due for review, the oldest of 20")
                .contains(" due ");
        assertThat(later.code()).as("a review that is due is no fault").isZero();
    }

    @Test
    void the_csv_has_a_row_for_each_provision_in_each_place() throws IOException {
        Run run = Run.of("coverage", "--at", "2026-11-25", "--format", "csv", "GB", "AX");
        List<CSVRecord> rows =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(run.out()))
                        .getRecords();
        assertThat(rows)
                .anySatisfy(
                        row -> {
                            assertThat(row.get("place")).isEqualTo("GB");
                            assertThat(row.get("provision")).isEqualTo("gb.exempt.own-statistics");
                            assertThat(row.get("from")).isEqualTo("2026-02-05");
                            assertThat(row.get("in-force")).isEqualTo("true");
                            assertThat(row.get("confidence")).isEqualTo("verified");
                        })
                .anySatisfy(
                        row -> {
                            assertThat(row.get("place")).isEqualTo("AX");
                            assertThat(row.get("law-of")).isEqualTo("FI");
                        });
    }

    @Test
    void the_json_names_proposals_that_are_not_in_force() {
        Run run = Run.of("coverage", "--at", "2026-11-25", "--format", "json", "FR");
        Mapping root = (Mapping) new Json().tree("coverage", run.out());
        assertThat(root.entries())
                .extracting(entry -> entry.key())
                .containsExactly("at", "places", "due-for-review", "proposals", "faults");
        assertThat(((Sequence) root.entries().get(3).value()).elements()).isNotEmpty();
        assertThat(run.out()).contains("eu.digital-omnibus");
    }

    @Test
    void a_gap_of_the_register_is_shown_by_place_and_day() {
        LawCoverage sound =
                LawCoverage.of(
                        ChosenLaw.shipped().engine().register(),
                        List.of(Jurisdiction.of("FR")),
                        LocalDate.of(2026, 11, 25),
                        Period.ofMonths(12));
        RegisterCheck.Fault gap =
                new RegisterCheck.Fault(
                        RegisterCheck.Type.GAP,
                        "FR",
                        Layer.DEVICE,
                        LocalDate.of(2022, 1, 1),
                        Optional.empty(),
                        List.of(),
                        Set.of());
        LawCoverage broken =
                new LawCoverage(
                        sound.at(), sound.places(), sound.due(), sound.proposals(), List.of(gap));
        assertThat(CoverageReport.text(broken, false, new Style(false)))
                .contains("1 gaps and contradictions.")
                .contains("gap: `FR`, layer device: nothing from 2022-01-01");
    }

    @Test
    void codes_that_are_often_taken_for_places_are_refused_with_the_right_one() {
        Run run = Run.of("coverage", "UK");
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("`UK`").contains("did you mean `GB`?");
        assertThat(Run.of("coverage", "EL").err()).contains("did you mean `GR`?");
    }

    @Test
    void formats_and_periods_that_make_no_sense_are_refused() {
        assertThat(Run.of("coverage", "--format", "junit").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(Run.of("coverage", "--review-every", "often").err())
                .contains("`often` is not an ISO 8601 period");
    }
}
