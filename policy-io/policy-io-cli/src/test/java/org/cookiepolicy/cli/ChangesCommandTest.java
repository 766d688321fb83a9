package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangesCommandTest {
    @Test
    void a_day_is_told_with_what_begins_where_for_whom_and_by_what_right() {
        Run run = Run.of("changes", "--since", "2026-02-05", "--until", "2026-02-06", "GB");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("2026-02-05\n")
                .contains(
                        """
                          GB begins: exemption gb.exempt.own-statistics (device, personal-data)
                              for purposes audience-measurement
                              PECR Schedule A1, inserted by the Data (Use and Access) Act 2025 s 112 and Sch 12 (SI 2026/82), para 5
                        """)
                .doesNotContain("2026-02-06")
                .doesNotContain("US-SC");
    }

    @Test
    void what_ends_is_told_before_what_takes_its_place() {
        String out =
                Run.of("changes", "--since", "2022-01-01", "--until", "2022-01-02", "CZ").out();
        assertThat(out).contains("CZ ends: opt-out cz.device.opt-out");
        assertThat(out.indexOf("CZ ends: opt-out"))
                .isLessThan(out.indexOf("CZ begins: consent cz.device.consent"));
    }

    @Test
    void a_place_that_leaves_a_group_is_told() {
        assertThat(Run.of("changes", "--since", "2021-01-01", "--until", "2021-01-02").out())
                .contains("GB leaves: the group EU")
                .contains("GB leaves: the group GDPR");
    }

    @Test
    void a_change_of_a_group_concerns_its_members_on_that_day_only() {
        String political = "--since=2025-10-10";
        assertThat(Run.of("changes", political, "--until", "2025-10-11", "FR").out())
                .contains("Regulation (EU) 2024/900");
        assertThat(Run.of("changes", political, "--until", "2025-10-11", "GB").out())
                .doesNotContain("2024/900");
    }

    @Test
    void what_is_enacted_for_later_is_told_and_what_is_proposed_is_not() {
        String out = Run.of("changes", "--since", "2026-11-25").out();
        assertThat(out).contains("2027-05-14\n").doesNotContain("Digital Omnibus");
    }

    @Test
    void programs_and_spreadsheets_get_the_same_changes() {
        String[] window = {"changes", "--since", "2026-02-05", "--until", "2026-02-06", "GB"};
        long entries =
                Run.of(window).out().lines().filter(line -> line.contains("begins:")).count();
        assertThat(entries).isPositive();
        Run json =
                Run.of(
                        "changes",
                        "--format=json",
                        window[1],
                        window[2],
                        window[3],
                        window[4],
                        "GB");
        assertThat(json.out().lines().filter(line -> line.contains("\"event\": \"begins\"")))
                .hasSize((int) entries);
        Run csv =
                Run.of("changes", "--format=csv", window[1], window[2], window[3], window[4], "GB");
        assertThat(csv.out().lines()).hasSize((int) entries + 1);
    }
}
