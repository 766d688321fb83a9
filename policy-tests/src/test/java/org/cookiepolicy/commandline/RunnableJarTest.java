package org.cookiepolicy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people run it: one jar, in a process of its own. */
class RunnableJarTest {
    private static final long PATIENCE_IN_SECONDS = 120;

    private static final String POLICY =
            """
            id: shop
            title: Cookie policy of a shop in California
            controller: {name: Shop Inc., country: US}
            sites: [{domain: shop.example, name: Shop}]
            revisions: [{version: '1', date: 2026-01-15, description: First published.}]
            cookies:
              - {name: cart, purposes: [user-input]}
              - name: ad-profile
                purposes: [behavioural-advertising]
                party: third
                lifespan: P13M
                recipients: [{name: Ad Exchange, shares-identifier-across-sites: true}]
            """;
    private static final String VISITOR =
            """
            id: san-jose
            title: San José, with Global Privacy Control
            at: 2026-11-23
            visitor: {location: US-CA}
            notice: {given: true, objection-offered: true}
            signals: {gpc: true}
            """;
    private static final String SCENARIOS =
            """
            suite: piped
            title: Two scenarios
            scenarios:
              - id: passes
                name: a session cookie of a visitor who signed in
                source: WP194 section 3.2
                at: 2026-11-23
                cookie: {purposes: [authentication]}
                visitor: {location: EE}
                expect: {outcome: allow}
              - id: fails
                name: statistics without a choice
                source: deliberately wrong
                at: 2026-11-23
                cookie: {purposes: [audience-measurement]}
                visitor: {location: EE}
                expect: {outcome: allow}
            """;

    private static final String RULES =
            """
            package org.cookiepolicy.law.rules
            import org.cookiepolicy.law.Kind
            import org.cookiepolicy.rules.Findings
            import org.cookiepolicy.rules.Law
            global Findings findings
            rule "nothing is regulated"
            when
                $law : Law( kind == Kind.NO_RULE )
            then
                findings.unregulated( $law );
            end
            """;

    @TempDir private Path directory;

    /** What a process wrote and ended with. */
    private record Run(int code, String out, String err) {}

    @Test
    void demonstrates_itself_without_arguments_in_plain_utf_8() throws Exception {
        Run run = run("demo");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "Smarttel OÜ",
                        "San José",
                        "Zürich",
                        "Montréal",
                        "__utma",
                        "session-sign-in")
                .contains("EDPB Guidelines 05/2020 on consent, para 86")
                .doesNotContain("\u001b");
    }

    @Test
    void decides_in_a_table_without_colour_when_piped() throws Exception {
        Run run = decide();
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("cart +user-input +allow")
                .containsPattern("ad-profile +behavioural-advertising +deny")
                .doesNotContain("\u001b");
    }

    @Test
    void keeps_decisions_that_come_out_the_same_again() throws Exception {
        Run decided = decide("--format", "json");
        List<Decision> decisions =
                new Json().read("decisions", decided.out(), Shapes.list(Documents.DECISION));
        assertThat(decisions).extracting(Decision::isAllowed).containsExactly(true, false);
        Run replayed = run("explain", "--decision", write("kept.json", decided.out()));
        assertThat(replayed.code()).isZero();
        assertThat(replayed.out())
                .contains("the same decision")
                .contains("would be allowed if the browser did not send Global Privacy Control");
    }

    @Test
    void ends_with_one_when_a_scenario_failed() throws Exception {
        Run run = run("test", write("scenarios.yaml", SCENARIOS));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED piped fails").endsWith("1 passed, 1 failed\n");
    }

    @Test
    void ends_with_two_when_it_was_not_understood() throws Exception {
        Run run = run("decide", "--nonsense");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--nonsense").contains("Usage:");
    }

    @Test
    void ends_with_three_and_names_every_place_when_an_input_is_broken() throws Exception {
        String broken =
                POLICY.replace("country: US", "country: UK").replace("user-input", "user-inptu");
        String policy = write("broken.yaml", broken);
        Run run = run("decide", "--policy", policy, "--visitor", write("visitor.yaml", VISITOR));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(policy + ":3:").contains("`GB`"),
                        line ->
                                assertThat(line)
                                        .startsWith(policy + ":7:")
                                        .contains("`user-input`"));
    }

    @Test
    void a_broken_law_on_the_class_path_is_told_and_keeps_nobody_from_mending_it()
            throws Exception {
        Path classes = directory.resolve("classes");
        Path law = Files.createDirectories(classes.resolve("org/cookiepolicy/law"));
        Files.writeString(law.resolve("groups.yaml"), "groups: []\nprovisons: []\n");
        Files.writeString(law.resolve("rules.drl"), RULES.replace("kind ==", "kidn =="));
        Path own = Files.createDirectories(directory.resolve("own"));
        Files.writeString(own.resolve("groups.yaml"), "groups: []\n");
        String rules = Files.writeString(own.resolve("rules.drl"), RULES).toString();
        String scenarios = write("scenarios.yaml", SCENARIOS);
        for (List<String> needing : List.of(List.of("demo"), List.of("test", scenarios))) {
            Run run = runBeside(classes, needing);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines().toList())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("groups.yaml:2:1: "),
                            line -> assertThat(line).startsWith("rules.drl:8:17: "));
        }
        assertThat(runBeside(classes, List.of("test", "--help")).code()).isZero();
        assertThat(runBeside(classes, List.of("--version")).out())
                .containsPattern("law version [0-9a-f]{16}");
        assertThat(runBeside(classes, List.of("check", own.toString())).out())
                .startsWith(rules + ":8:5: the rule never fires");
        assertThat(runBeside(classes, List.of("check")).code()).isEqualTo(1);
        Files.write(law.resolve("rules.drl"), new byte[] {'/', '/', (byte) 0xe9});
        Run unreadable = runBeside(classes, List.of("demo"));
        assertThat(unreadable.code()).isEqualTo(3);
        assertThat(unreadable.err())
                .isEqualTo(law.resolve("rules.drl") + ": the file is not UTF-8\n");
        assertThat(runBeside(classes, List.of("--help")).code()).isZero();
    }

    @Test
    void brings_the_licences_of_what_it_contains() throws Exception {
        try (var jar = new JarFile(jar())) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
        }
    }

    private Run decide(String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "decide",
                                "--policy",
                                write("policy.yaml", POLICY),
                                "--visitor",
                                write("visitor.yaml", VISITOR)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        return start(List.of("-jar", jar()), List.of(arguments));
    }

    /** With a law in a directory of classes, which is found before the one in the jar. */
    private Run runBeside(Path classes, List<String> arguments)
            throws IOException, InterruptedException {
        return start(
                List.of("-cp", classes + File.pathSeparator + jar(), "org.cookiepolicy.cli.Main"),
                arguments);
    }

    private Run start(List<String> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // The output is in UTF-8 although the platform would have it
                                // otherwise.
                                "-Dfile.encoding=US-ASCII"));
        command.addAll(program);
        command.addAll(arguments);
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_IN_SECONDS + " seconds");
        }
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static String jar() {
        return Objects.requireNonNull(System.getProperty("cookiepolicy.jar"), "cookiepolicy.jar");
    }
}
