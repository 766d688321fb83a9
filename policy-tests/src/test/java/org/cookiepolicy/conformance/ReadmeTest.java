package org.cookiepolicy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says what is so. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @TempDir Path folder;

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String block(String language, int index) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        for (int i = 0; i <= index; i++) {
            assertThat(matcher.find()).as("block " + index + " of " + language).isTrue();
        }
        return matcher.group(1);
    }

    @Test
    void the_java_of_the_readme_compiles_and_prints_what_the_readme_says() throws Exception {
        Path source = folder.resolve("Example.java");
        Files.writeString(
                source,
                "import java.time.LocalDate;\n"
                        + "import org.cookiepolicy.decision.*;\n"
                        + "import org.cookiepolicy.policy.*;\n"
                        + "import org.cookiepolicy.request.*;\n"
                        + "import org.cookiepolicy.rules.*;\n"
                        + "public class Example {\n  public static void main(String[] args) {\n"
                        + block("java", 0)
                        + "\n  }\n}\n");
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result =
                compiler.run(
                        null,
                        messages,
                        messages,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(result).as(messages.toString(StandardCharsets.UTF_8)).isZero();

        List<String> printed = runExample().lines().toList();
        assertThat(printed.get(0)).isEqualTo("DENY");
        assertThat(readme()).contains("`" + printed.get(0) + "`, then `" + printed.get(1) + "`");
    }

    private String runExample() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass("Example")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_proof_in_the_readme_is_the_one_the_engine_gives() throws IOException {
        PolicyEngine engine = PolicyEngine.load();
        String why =
                engine.decide(
                                Request.toSet(
                                        Cookie.of("_ga", Purpose.AUDIENCE_MEASUREMENT),
                                        Visit.of(LocalDate.of(2026, 11, 23), Visitor.in("EE"))))
                        .why();
        assertThat(block("text", 0)).isEqualTo(why.replace(engine.lawVersion(), "..."));
    }

    @Test
    void the_rule_and_the_provision_in_the_readme_stand_in_the_law() throws IOException {
        List<String> texts = LawFile.shipped().stream().map(LawFile::text).toList();
        String rule = block("drl", 0);
        String provision = block("yaml", 0);
        assertThat(texts).anyMatch(text -> text.contains(rule));
        assertThat(texts).anyMatch(text -> text.contains(provision));
    }

    @Test
    void the_scenario_in_the_readme_passes() throws IOException {
        Suite suite = new Yaml().read("README.md", block("yaml", 1), Documents.SCENARIOS);
        PolicyEngine engine = PolicyEngine.load();
        assertThat(suite.scenarios())
                .allSatisfy(
                        scenario -> {
                            ScenarioResult result = ScenarioResult.of(engine, suite, scenario);
                            assertThat(result.passed()).isTrue();
                        });
    }

    @Test
    void the_command_that_runs_every_test_is_the_one_that_ci_runs() throws IOException {
        String command = block("sh", 1).strip();
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
                .anyMatch(line -> line.contains(command));
    }
}
