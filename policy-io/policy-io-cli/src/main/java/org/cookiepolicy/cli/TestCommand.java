package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs suites of scenarios. */
@Command(
        name = "test",
        description = "Decides scenarios and compares with what they expect.",
        customSynopsis = "cookie-policy test [--house=DIR] [--format=text|json|junit] FILE...",
        footer = {
            "",
            "The exit code is 1 when a scenario failed.",
            "",
            "Examples:",
            "  cookie-policy test scenarios/ more-scenarios.yaml",
            "  cookie-policy test --format junit scenarios/ > report.xml"
        })
final class TestCommand extends AbstractCommand {
    @Mixin private LawOptions law = new LawOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Suites of scenarios, or directories with nothing else in YAML or JSON.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json|junit",
            converter = Converters.FormatWord.class,
            completionCandidates = Converters.FormatWords.class,
            description = "For people, for programs, or for build servers.")
    private Format format = Format.TEXT;

    TestCommand() {}

    @Override
    public Integer call() {
        Inputs inputs = new Inputs();
        List<Suite> suites = new ArrayList<>();
        for (Path file : inputs.documents(files)) {
            Optional<Suite> suite = inputs.read(file, Documents.SCENARIOS);
            suite.ifPresent(suites::add);
        }
        inputs.throwIfAny();
        PolicyEngine engine = law.engine();
        List<ScenarioResult> results =
                suites.stream()
                        .flatMap(
                                suite ->
                                        suite.scenarios().stream()
                                                .map(s -> ScenarioResult.of(engine, suite, s)))
                        .toList();
        out().print(
                        switch (format) {
                            case TEXT -> TextReport.of(results, style());
                            case JSON -> JsonReport.of(results);
                            case JUNIT -> JunitReport.of(results);
                            case CSV ->
                                    throw new ParameterException(
                                            commandLine(), "test has no such format");
                        });
        return results.stream().allMatch(ScenarioResult::passed)
                ? ExitCodes.CLEAN
                : ExitCodes.FINDINGS;
    }
}
