package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        Files.writeString(law.resolve("groups.yaml"), "groups: []\n");
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
        Files.writeString(empty.resolve("groups.yaml"), "groups: []\n");
        Run run = Run.of("diff", law(), empty.toString());
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err()).contains("empty: there are no rules");
    }

    @Test
    void files_without_groups_are_laid_on_top_of_the_law_that_comes_along() throws IOException {
        Path edit = Files.createDirectories(directory.resolve("edit"));
        Files.writeString(
                edit.resolve("act.yaml"),
                """
                instruments: [{id: aq-act, title: Antarctic Act, link: https://example.org/aq}]
                provisions:
                  - id: aq.no-advertising
                    kind: prohibition
                    instrument: aq-act
                    citation: section 1
                    places: [AQ]
                    layers: [device]
                    when: {purposes: [behavioural-advertising]}
                    from: 2027-03-01
                    reviewed: 2026-11-25
                    confidence: known
                """);
        Run run = Run.of("diff", "--most=500", "shipped", edit.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Stricter\n  behavioural-advertising cookies, ")
                .contains("AQ from 2027-03-01: allowed -> denied (Antarctic Act, section 1) [")
                .contains("1 place is reached by 1 pair of laws");
    }

    /** A house that asks before user input. */
    private String house() throws IOException {
        Path house = Files.createDirectories(directory.resolve("house"));
        Files.writeString(
                house.resolve("ask.yaml"),
                """
                instruments: [{id: shop, title: Rules of the shop, link: https://shop.example/rules}]
                provisions:
                  - id: house.ask
                    kind: prohibition
                    instrument: shop
                    citation: rule 1
                    places: [anywhere]
                    layers: [device]
                    when: {purposes: [user-input]}
                    from: 2020-01-01
                    reviewed: 2026-11-25
                    confidence: verified
                """);
        // Of the rules that the small law lacks.
        Files.writeString(
                house.resolve("ask.drl"),
                """
                package org.cookiepolicy.law.house
                import org.cookiepolicy.rules.HouseFindings
                import org.cookiepolicy.rules.Law
                global HouseFindings houseFindings
                rule "the house forbids it"
                when
                    $law : Law( id == "house.ask" )
                then
                    houseFindings.prohibited( $law );
                end
                """);
        return house.toString();
    }

    @Test
    void a_house_that_is_new_is_stricter_and_one_that_goes_more_permissive() throws IOException {
        Run run = Run.of("diff", "--new-house=" + house(), law(), law());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Stricter\n  user-input cookies, ")
                .contains("allowed -> denied (Rules of the shop, rule 1)");
        Run back = Run.of("diff", "--old-house=" + house(), law(), law());
        assertThat(back.code()).isEqualTo(ExitCodes.FINDINGS);
        Run both = Run.of("diff", "--house=" + house(), law(), law());
        assertThat(both.code()).isZero();
        assertThat(both.out()).startsWith("Nothing is decided differently.");
    }

    @Test
    void options_that_do_not_go_together_are_refused() throws IOException {
        assertThat(Run.of("diff", "--law=" + law(), law(), law()).err())
                .contains("--law, --at and --lenient go with policies only");
        String shop = Run.file("shop-policy.yaml");
        assertThat(Run.of("diff", "--new-house=" + house(), shop, shop).err())
                .contains("--house names the house");
        assertThat(Run.of("diff", "--most=0", shop, shop).code()).isEqualTo(ExitCodes.USAGE);
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

    private Run policies(String before, String after, String... further) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of("diff", "--at=2026-11-23", "--law=" + law(), before, after));
        words.addAll(List.of(further));
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void a_cookie_used_for_something_else_is_told_by_place_and_effect() throws IOException {
        String shop = Run.file("shop-policy.yaml");
        String tracking = policy("[user-input]", "[behavioural-advertising]");
        Path file = directory.resolve("changed.yaml");
        Run other = policies(shop, tracking, "--witnesses=" + file);
        assertThat(other.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(other.out())
                .startsWith("More permissive\n")
                .contains("`cart` (changed: purposes), agreed to behavioural advertising only, ")
                .contains("311 more places from 2026-11-23: denied -> allowed [321]")
                .contains("Stricter\n")
                .contains("`cart` (changed: purposes), agreed to user input only, ")
                .contains("1 cookie differs")
                .doesNotContain("ad-profile");
        assertThat(Files.readString(file)).contains("suite: policy-diff");
        assertThat(Run.of("test", "--law=" + law(), file.toString()).code()).isZero();
    }

    @Test
    void what_law_and_house_forbid_alike_is_no_difference() throws IOException {
        String shop = Run.file("shop-policy.yaml");
        String tracking = policy("[user-input]", "[behavioural-advertising]");
        Run run = policies(shop, tracking, "--house=" + house());
        assertThat(run.out()).startsWith("More permissive\n").doesNotContain("Stricter");
        assertThat(policies(shop, tracking, "--lenient=nonsense").err()).contains("nonsense");
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
    void the_same_policy_ends_clean() throws IOException {
        String shop = Run.file("shop-policy.yaml");
        Run run = policies(shop, shop);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Nothing is decided differently.\n");
        assertThat(policies(shop, shop, "--format=json").out()).contains("\"changes\"");
    }
}
