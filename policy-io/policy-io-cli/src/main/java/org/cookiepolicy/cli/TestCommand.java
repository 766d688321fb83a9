package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.rules.workbench.ScenarioCoverage;
import org.cookiepolicy.rules.workbench.ScenarioCoverageReport;
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
        customSynopsis = {
            "cookie-policy test [--law=DIR] [--house=DIR] [--format=text|json|junit]",
            "                   [--coverage=text|json|html [--coverage-file=FILE]] FILE..."
        },
        footer = {
            "",
            "The exit code is 1 when a scenario failed.",
            "",
            "Coverage says which rules never fired, which provisions never applied or were never seen",
            "out of force, and which conditions of either were never seen true or never seen false.",
            "",
            "Examples:",
            "  cookie-policy test scenarios/ more-scenarios.yaml",
            "  cookie-policy test --law my-law/ scenarios/",
            "  cookie-policy test --format junit scenarios/ > report.xml",
            "  cookie-policy test --coverage html --coverage-file coverage.html scenarios/"
        })
final class TestCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Mixin private HouseOption house = new HouseOption();

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

    @Option(
            names = "--coverage",
            paramLabel = "text|json|html",
            converter = Converters.CoverageFormatWord.class,
            completionCandidates = Converters.CoverageFormatWords.class,
            description =
                    "Adds what the scenarios have seen of the law: for people, for programs, or as a"
                            + " page.")
    private Optional<CoverageFormat> coverage = Optional.empty();

    @Option(
            names = "--coverage-file",
            paramLabel = "FILE",
            description = "Takes the coverage; without it, it follows the results as text.")
    private Optional<Path> coverageFile = Optional.empty();

    TestCommand() {}

    @Override
    public Integer call() {
        checkCoverage();
        Inputs inputs = new Inputs();
        List<Suite> suites = new ArrayList<>();
        for (Path file : inputs.documents(files)) {
            Optional<Suite> suite = inputs.read(file, Documents.SCENARIOS);
            suite.ifPresent(suites::add);
        }
        inputs.throwIfAny();
        ChosenLaw chosen = law.readWith(house);
        PolicyEngine engine = chosen.engine();
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
        coverage.ifPresent(wanted -> cover(chosen, suites, wanted));
        return results.stream().allMatch(ScenarioResult::passed)
                ? ExitCodes.CLEAN
                : ExitCodes.FINDINGS;
    }

    private void checkCoverage() {
        if (coverage.isEmpty() && coverageFile.isPresent()) {
            throw new ParameterException(
                    commandLine(), "the option --coverage-file needs --coverage");
        }
        boolean mixed =
                coverageFile.isEmpty()
                        && coverage.isPresent()
                        && (coverage.get() != CoverageFormat.TEXT || format != Format.TEXT);
        if (mixed) {
            throw new ParameterException(
                    commandLine(),
                    "results and coverage go to one output as text only; the option"
                            + " --coverage-file is needed");
        }
    }

    private void cover(ChosenLaw chosen, List<Suite> suites, CoverageFormat wanted) {
        ScenarioCoverage seen = ScenarioCoverage.of(chosen.files());
        suites.forEach(suite -> suite.scenarios().forEach(s -> seen.see(s.request())));
        ScenarioCoverageReport report = seen.report();
        String text =
                switch (wanted) {
                    case TEXT -> report.text();
                    case JSON -> JsonReport.of(report);
                    case HTML -> report.html();
                };
        if (coverageFile.isPresent()) {
            Outputs.write(coverageFile.get(), text);
        } else {
            out().print(text);
        }
    }
}
