package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Regime;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule files that try to do more than rules may, and that none of it comes to pass. */
class AttacksTest {
    private static final String FOLDER = "attacks";
    private static final Path FILE = Path.of("canary");

    @BeforeEach
    @AfterEach
    void clear() throws Exception {
        System.clearProperty(Canary.PROPERTY);
        Files.deleteIfExists(FILE);
    }

    @TestFactory
    Stream<DynamicTest> each_attack_is_refused_with_a_reason_and_none_of_it_runs() {
        return RuleFixtures.names(FOLDER).stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertRefused(name)));
    }

    private static void assertRefused(String name) {
        List<LawFile> files = List.of(RuleFixtures.file(FOLDER, name));
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> PolicyEngine.load(files));
        assertThat(refused).isNotNull();
        assertThat(RuleFixtures.lines(refused.problems()))
                .isEqualTo(RuleFixtures.expected(FOLDER, name));
        assertThat(System.getProperty(Canary.PROPERTY)).isNull();
        assertThat(FILE).doesNotExist();
    }

    @Test
    void the_attacks_would_do_harm_without_the_check() {
        assertThat(afterRunning("property-set")).isEqualTo("set");
        assertThat(afterRunning("static-initialiser-by-import")).isEqualTo("set by a call");
        assertThat(afterRunning("eval")).isEqualTo("set");
    }

    private static String afterRunning(String name) {
        System.clearProperty(Canary.PROPERTY);
        RuleBase rules = RuleBase.compileUnchecked(List.of(RuleFixtures.file(FOLDER, name)));
        Request request =
                Request.toSet(
                                Cookie.of("c", Purpose.AUDIENCE_MEASUREMENT),
                                Visit.of(LocalDate.of(2026, 11, 23), Visitor.in("EE")))
                        .settled();
        rules.run(request, List.of(prohibition()));
        return System.getProperty(Canary.PROPERTY);
    }

    private static Law prohibition() {
        Provision provision =
                PolicyEngine.load().register().provisions().stream()
                        .filter(candidate -> candidate.kind() == Kind.PROHIBITION)
                        .findFirst()
                        .orElseThrow();
        Regime regime = new Regime(Reach.LOCATION, Jurisdiction.of("EE"));
        return new Law(
                provision,
                Origin.LAW,
                Optional.empty(),
                Layer.DEVICE,
                regime,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    @Test
    void what_stands_in_comments_and_between_the_parts_of_a_rule_never_reaches_the_compiler() {
        String text =
                """
                package org.cookiepolicy.law.rules // System.exit( 1 )
                import org.cookiepolicy.law.Kind /* import java.lang.System */
                import org.cookiepolicy.rules.Findings
                import org.cookiepolicy.rules.Law
                global Findings findings
                rule "it is forbidden" // salience 10
                when $law : Law( kind /* == Kind.DUTY */ == Kind.PROHIBITION ) // eval( true )
                then findings.prohibited( $law ); // update( $law );
                end
                """;
        String canonical =
                RuleBase.read(List.of(new LawFile("a.drl", text))).files().get(0).canonical();
        assertThat(canonical)
                .isEqualTo(
                        """
                        package org.cookiepolicy.law.rules;\s
                        import org.cookiepolicy.law.Kind;\s
                        import org.cookiepolicy.rules.Findings;\s
                        import org.cookiepolicy.rules.Law;\s
                        global Findings findings;\s
                        rule "it is forbidden" when\s
                        $law : Law( kind == Kind.PROHIBITION )\s
                        then findings.prohibited( $law );\s
                        end\s
                        """);
    }

    @Test
    void a_carriage_return_ends_a_comment_for_nobody_or_for_everybody() {
        String rule =
                """
                package org.cookiepolicy.law.rules
                import org.cookiepolicy.rules.Findings
                import org.cookiepolicy.rules.Law
                global Findings findings
                rule "it is forbidden"
                when
                    $law : Law( ) // all of it
                then
                    findings.prohibited( $law );
                end
                """;
        assertThat(RuleFixtures.problems(new LawFile("a.drl", rule.replace("\n", "\r\n"))))
                .isEmpty();
        String attack = rule.replace("// all of it\n", "// all of it\reval( true )\n");
        assertThat(RuleFixtures.problems(new LawFile("a.drl", attack)))
                .containsExactly(
                        "a.drl:7:31: a carriage return alone ends no line",
                        "a.drl:8:1: `eval` is not allowed: there is no code in rule files; a new"
                                + " condition is a method of a fact");
    }

    @Test
    void a_file_of_a_size_that_would_take_all_memory_or_time_is_refused() {
        String many = "rule \"a\" when then end ".repeat(50_000);
        assertThat(RuleFixtures.problems(new LawFile("large.drl", many)))
                .containsExactly("large.drl:1:1: the file has more than 1000000 characters");
        String deep = "package p\nrule \"a\" when Law( " + "!".repeat(900_000) + " ) then end";
        assertThat(RuleFixtures.problems(new LawFile("deep.drl", deep)))
                .anyMatch(line -> line.endsWith("brackets stand more than 20 deep"));
        String lots = "@".repeat(900_000);
        assertThat(RuleFixtures.problems(new LawFile("lots.drl", lots))).hasSizeLessThan(201);
    }
}
