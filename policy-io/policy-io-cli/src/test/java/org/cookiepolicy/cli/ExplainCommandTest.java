package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String SHOP = Run.file("shop-policy.yaml");
    private static final String CALIFORNIA = Run.file("california-signal.yaml");

    @TempDir private Path directory;

    @Test
    void says_why_and_what_would_change_it() {
        Run run = explain("--host", "shop.example", "--cookie", "ad-profile");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Denied: setting `ad-profile`")
                .contains("CCPA Regulations, 11 CCR 7000 ff, 7025(b) and (c)")
                .contains("would be allowed if the browser did not send Global Privacy Control");
    }

    @Test
    void says_when_nothing_would_change_it() {
        assertThat(explain("--cookie", "mystery").out())
                .contains("Nothing that could be otherwise about the visit would change it.");
    }

    @Test
    void needs_a_cookie_or_a_decision() {
        assertThat(explain().code()).isEqualTo(ExitCodes.USAGE);
        assertThat(explain("--cookie", "cart", "--decision", "kept.json").code())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void replays_decisions_that_were_kept() {
        Path kept = decide().keptIn(directory.resolve("kept.json"));
        Run run = Run.of("explain", "--decision", kept.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out().split("the same decision", -1)).hasSize(3);
    }

    @Test
    void replays_a_decision_of_another_law_version_by_what_it_says() throws IOException {
        Path kept = decide().keptIn(directory.resolve("kept.json"));
        String text = Files.readString(kept);
        Files.writeString(kept, text.replaceAll("\"law\": \"[0-9a-f]+\"", "\"law\": \"earlier\""));
        Run run = Run.of("explain", "--decision", kept.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Made under law version earlier")
                .contains("the same decision");
    }

    @Test
    void reports_a_decision_that_does_not_come_out_the_same() throws IOException {
        Path kept = decide().keptIn(directory.resolve("kept.json"));
        String text = Files.readString(kept);
        assertThat(text).contains("\"gpc\": true");
        Files.writeString(kept, text.replace("\"gpc\": true", "\"gpc\": false"));
        Run run = Run.of("explain", "--decision", kept.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .contains("another outcome, allow")
                .contains("Allowed: setting `ad-profile`");
    }

    @Test
    void reports_a_kept_decision_whose_outcome_was_changed_by_hand() throws IOException {
        Path kept = decide().keptIn(directory.resolve("kept.json"));
        String text = Files.readString(kept);
        int at = text.lastIndexOf("\n    \"outcome\": \"deny\"");
        Files.writeString(
                kept, text.substring(0, at) + text.substring(at).replaceFirst("deny", "allow"));
        Run run = Run.of("explain", "--decision", kept.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("does not follow from the verdicts");
    }

    private static Run decide() {
        return Run.of("decide", "--policy", SHOP, "--visitor", CALIFORNIA, "--format", "json");
    }

    private static Run explain(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "explain";
        arguments[1] = "--policy";
        arguments[2] = SHOP;
        arguments[3] = "--visitor";
        arguments[4] = CALIFORNIA;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Run.of(arguments);
    }
}
