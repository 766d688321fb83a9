package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Operation;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help;

class DecideCommandTest {
    private static final String POLICY = Run.example("smarttel-policy.yaml");
    private static final String VISITORS = Run.example("visitors.yaml");
    private static final String SHOP = Run.file("shop-policy.yaml");
    private static final String CALIFORNIA = Run.file("california-signal.yaml");

    @Test
    void prints_a_table_for_each_visitor() {
        Run run = decide(POLICY, VISITORS);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Tallinn, before any choice (EE, 2026-11-23)")
                .containsPattern("COOKIE +PURPOSES +OUTCOME +WHY +CLAUSE")
                .containsPattern("__utma +audience-measurement +deny +no consent")
                .containsPattern("session-sign-in +authentication +allow +exempt");
    }

    @Test
    void leaves_no_blanks_at_the_end_of_a_line() {
        assertThat(decide(POLICY, VISITORS).out()).doesNotContainPattern("(?m) $");
    }

    @Test
    void a_denial_is_an_answer_and_ends_clean() {
        assertThat(decide(POLICY, VISITORS, "--cookie", "__utma").code()).isZero();
    }

    @Test
    void california_denies_advertising_under_the_signal_and_allows_the_cart() {
        assertThat(decide(SHOP, CALIFORNIA).out())
                .containsPattern("cart +user-input +allow")
                .containsPattern("ad-profile +behavioural-advertising +deny +objected: signal");
    }

    @Test
    void decides_on_another_day_when_asked_to() {
        assertThat(ofLondon("2026-02-04")).containsPattern("own-statistics .*deny");
        assertThat(ofLondon("2026-02-05")).containsPattern("own-statistics .*allow");
    }

    private static String ofLondon(String day) {
        String out = decide(POLICY, VISITORS, "--at", day, "--cookie", "own-statistics").out();
        return out.substring(out.indexOf("London, told"), out.indexOf("San José"));
    }

    @Test
    void prints_decisions_that_can_be_read_back() {
        Run run = decide(POLICY, VISITORS, "--format", "json", "--cookie", "__utma");
        List<Decision> decisions = decisions(run);
        assertThat(decisions).hasSameSizeAs(Example.visitors());
        assertThat(decisions).allMatch(decision -> decision.policy().isPresent());
        assertThat(run.out()).startsWith("[\n").endsWith("]\n");
    }

    @Test
    void denies_a_cookie_that_the_policy_does_not_know() {
        Decision decision = decideShop("--cookie", "mystery");
        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.request().cookie().purposes()).containsExactly(Purpose.UNKNOWN);
    }

    @Test
    void finds_an_entry_for_a_domain_by_the_host_in_any_case() {
        assertThat(decideShop("--cookie", "ad-profile").request().cookie().purposes())
                .containsExactly(Purpose.UNKNOWN);
        assertThat(
                        decideShop("--cookie", "ad-profile", "--host", "WWW.Shop.Example")
                                .request()
                                .cookie()
                                .purposes())
                .containsExactly(Purpose.BEHAVIOURAL_ADVERTISING);
    }

    @Test
    void leaves_out_entries_for_other_domains_when_a_host_is_given() {
        Run run = decide(SHOP, CALIFORNIA, "--format", "json", "--host", "other.example");
        assertThat(decisions(run))
                .extracting(decision -> decision.request().cookie().name().text())
                .containsExactly("cart");
    }

    @Test
    void decides_reading_when_asked_to() {
        Run run = decide(SHOP, CALIFORNIA, "--format", "json", "--operation", "read");
        assertThat(decisions(run))
                .hasSize(2)
                .allMatch(decision -> decision.request().operation() == Operation.READ)
                .allMatch(decision -> decision.policy().isPresent());
    }

    @Test
    void reports_a_day_that_is_not_covered_and_decides_the_rest() {
        Run run = decide(SHOP, CALIFORNIA, "--at", "1980-01-01");
        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.err()).contains("visitor `san-jose`").contains("1980-01-01");
    }

    @Test
    void colours_only_what_a_person_reads_on_a_terminal() {
        assertThat(decide(SHOP, CALIFORNIA).out()).doesNotContain("\u001b");
        StringWriter out = new StringWriter();
        Main.create()
                .setOut(new PrintWriter(out))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.ON))
                .execute("decide", "--policy", SHOP, "--visitor", CALIFORNIA);
        assertThat(out.toString()).contains("\u001b[31mdeny\u001b[0m").contains("\u001b[32mallow");
    }

    @Test
    void reports_everything_that_is_wrong_with_all_inputs_by_place() {
        String policy = Run.file("policy-two-mistakes.yaml");
        String visitor = Run.file("visitor-unknown-key.json");
        Run run = decide(policy, visitor);
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(policy + ":3:").contains("`GB`"),
                        line ->
                                assertThat(line)
                                        .startsWith(policy + ":10:")
                                        .contains("`user-input`"),
                        line -> assertThat(line).startsWith(visitor + ":6:").contains("`cookies`"));
    }

    @Test
    void reports_a_missing_file_without_a_trace() {
        Run run = decide(SHOP, "no-such-file.yaml");
        assertThat(run.code()).isEqualTo(ExitCodes.UNREADABLE);
        assertThat(run.err().lines()).containsExactly("no-such-file.yaml: there is no such file");
    }

    @Test
    void refuses_what_it_does_not_understand_without_naming_classes() {
        for (String[] arguments :
                List.of(
                        new String[] {"decide"},
                        new String[] {"decide", "--policy", SHOP},
                        new String[] {"decide", "--nonsense"},
                        new String[] {"decide", "--at", "yesterday"},
                        new String[] {"decide", "--operation", "SET"},
                        new String[] {"decide", "--format", "xml"},
                        new String[] {"decide", "--cookie", "a b"},
                        new String[] {
                            "decide", "--policy", SHOP, "--visitor", CALIFORNIA, "--format", "junit"
                        },
                        new String[] {"test"},
                        new String[] {"nonsense"},
                        new String[] {})) {
            Run run = Run.of(arguments);
            assertThat(run.code()).as(String.join(" ", arguments)).isEqualTo(ExitCodes.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isNotBlank()
                    .doesNotContain("java.", "Exception", "cookiepolicy.");
        }
    }

    private static Decision decideShop(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--format";
        arguments[1] = "json";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return decisions(decide(SHOP, CALIFORNIA, arguments)).get(0);
    }

    private static List<Decision> decisions(Run run) {
        return new Json().read("answer", run.out(), InputShapes.DECISIONS);
    }

    private static Run decide(String policy, String visitor, String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "decide";
        arguments[1] = "--policy";
        arguments[2] = policy;
        arguments[3] = "--visitor";
        arguments[4] = visitor;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Run.of(arguments);
    }
}
