package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.io.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir private Path directory;

    /** A law of one country in a directory of its own, with an edit of its register. */
    private String law(String name, String text, String replacement) throws IOException {
        Path law = directory.resolve(name);
        Files.createDirectories(law);
        Files.writeString(
                law.resolve("rules.drl"),
                """
                package org.cookiepolicy.law.rules
                import org.cookiepolicy.law.Kind
                import org.cookiepolicy.policy.Purpose
                import org.cookiepolicy.request.Notice
                import org.cookiepolicy.rules.Choice
                import org.cookiepolicy.rules.Findings
                import org.cookiepolicy.rules.Law
                global Findings findings
                rule "the layer has no rule"
                when
                    $law : Law( kind == Kind.NO_RULE )
                then
                    findings.unregulated( $law );
                end
                rule "consent is required"
                when
                    $law     : Law( kind == Kind.CONSENT )
                    $purpose : Purpose( $law.isAbout( this ) )
                then
                    findings.consentRequired( $law, $purpose );
                end
                rule "the visitor agreed"
                when
                    $law     : Law( kind == Kind.CONSENT )
                    $purpose : Purpose( $law.isAbout( this ) )
                    Choice( grants( $purpose ) )
                then
                    findings.consented( $law, $purpose );
                end
                """);
        String register =
                """
                instruments:
                  - {id: act, title: Act, link: https://example.org/act}
                defaults:
                  instrument: act
                  places: [NZ, unknown]
                  reviewed: 2026-01-01
                  confidence: known
                  from: 2020-01-01
                provisions:
                  - id: nz.device
                    kind: consent
                    citation: section 1
                    layers: [device]
                    duties: [inform]
                  - id: nz.personal-data
                    kind: no-rule
                    citation: section 2
                    layers: [personal-data]
                """;
        assertThat(register).contains(text);
        Files.writeString(law.resolve("act.yaml"), register.replace(text, replacement));
        return law.toString();
    }

    private String law() throws IOException {
        return law("old", "provisions:", "provisions:");
    }

    @Test
    void the_same_law_ends_clean() throws IOException {
        Run run = Run.of("diff", law(), law());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Nothing is decided differently.\n")
                .contains("both laws say the same");
    }

    @Test
    void a_file_that_is_no_part_of_a_law_is_not_passed_over() throws IOException {
        String stray = law("new", "act", "act");
        Files.move(Path.of(stray, "act.yaml"), Path.of(stray, "act.ymal"));
        Run run = Run.of("diff", law(), stray);
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).startsWith(stray + "/act.ymal:1:1: neither a part of the register");
    }

    @Test
    void what_is_more_permissive_is_a_finding_with_its_clause() throws IOException {
        Run run = Run.of("diff", law(), law("new", "kind: consent", "kind: no-rule"));
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out())
                .startsWith("More permissive\n  cookies of any purpose, ")
                .contains("from 2020-01-01: denied -> allowed (Act, section 1) [")
                .contains("situations were looked at");
    }

    @Test
    void what_is_stricter_only_ends_clean() throws IOException {
        Run run =
                Run.of(
                        "diff",
                        law("old", "kind: consent", "kind: no-rule"),
                        law("new", "act", "act"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Stricter\n").contains("allowed -> denied");
    }

    @Test
    void fewer_duties_are_a_finding_unless_they_are_allowed() throws IOException {
        String fewer = law("new", "    duties: [inform]\n", "");
        assertThat(Run.of("diff", law(), fewer).code()).isEqualTo(ExitCodes.FINDINGS);
        Run run = Run.of("diff", "--allow-fewer-duties", law(), fewer);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Fewer duties\n").contains("no longer owed: inform");
    }

    @Test
    void reports_in_json() throws IOException {
        Run run =
                Run.of(
                        "diff",
                        "--format=json",
                        law(),
                        law("new", "kind: consent", "kind: no-rule"));
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        Mapping root = (Mapping) new Json().tree("report", run.out());
        Sequence groups = (Sequence) root.find("groups").orElseThrow().value();
        Mapping first = (Mapping) groups.elements().get(0);
        assertThat(first.entries().stream().map(entry -> entry.key()))
                .contains("type", "sentence", "where", "purposes", "sources", "witness");
    }

    @Test
    void witnesses_are_written_as_scenarios() throws IOException {
        Path file = directory.resolve("affected.yaml");
        Run run =
                Run.of(
                        "diff",
                        "--witnesses=" + file,
                        law(),
                        law("new", "kind: consent", "kind: no-rule"));
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(file)).contains("suite: law-diff").contains("outcome: allow");
        assertThat(Run.of("test", file.toString()).out()).contains(" passed, ");
    }

    @Test
    void a_law_that_does_not_load_is_told_with_every_problem() throws IOException {
        Run run = Run.of("diff", law(), law("new", "kind: consent", "kind: consnet"));
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("new/act.yaml:11:11: ").contains("`consnet`");
    }

    @Test
    void a_directory_without_rules_is_no_law() throws IOException {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        Run run = Run.of("diff", law(), empty.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("no rules");
    }

    @Test
    void a_law_and_a_policy_are_not_compared() throws IOException {
        Run run = Run.of("diff", law(), Run.file("shop-policy.yaml"));
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("a policy with a policy");
    }

    private String policy(String text, String replacement) throws IOException {
        String policy = Files.readString(Path.of(Run.file("shop-policy.yaml")));
        assertThat(policy).contains(text);
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, policy.replace(text, replacement));
        return file.toString();
    }

    private static Run policies(String before, String after) {
        return Run.of("diff", "--at=2026-11-23", before, after);
    }

    @Test
    void a_cookie_used_for_something_else_is_told_by_place_and_effect() throws IOException {
        String shop = Run.file("shop-policy.yaml");
        String tracking = policy("[user-input]", "[behavioural-advertising]");
        Run stricter = policies(shop, tracking);
        assertThat(stricter.code()).isZero();
        assertThat(stricter.out())
                .contains("`cart` (changed: purposes), ")
                .contains("allowed -> denied")
                .contains("1 cookies differ")
                .doesNotContain("ad-profile");
        Run back = policies(tracking, shop);
        assertThat(back.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(back.out()).contains("denied -> allowed");
    }

    @Test
    void added_and_removed_cookies_are_told() throws IOException {
        String shop = Run.file("shop-policy.yaml");
        String less = policy("  - name: cart\n    purposes: [user-input]\n", "");
        assertThat(policies(shop, less).out()).contains("`cart` (removed)");
        Run added = policies(less, shop);
        assertThat(added.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(added.out()).contains("`cart` (added)").contains("denied -> allowed");
    }

    @Test
    void the_same_policy_ends_clean() {
        String shop = Run.file("shop-policy.yaml");
        Run run = policies(shop, shop);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Nothing is decided differently.\n");
        assertThat(Run.of("diff", "--at=2026-11-23", "--format=json", shop, shop).out())
                .contains("\"changes\"");
    }
}
