package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.rules.workbench.Mutation;
import org.cookiepolicy.rules.workbench.MutationReport;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Looks which edits of the law scenarios notice. */
@Command(
        name = "mutate",
        description = {
            "Changes the law in one place at a time and tells which changes no scenario notices.",
            "A change is noticed when a scenario fails. A house is changed as the law is."
        },
        customSynopsis = {
            "cookie-policy mutate [--law=DIR] [--house=DIR] [--only=PREFIX] [--every=N]",
            "                     [--minimum=PERCENT] [--format=text|json] [--survivors=FILE]",
            "                     [--propose=DIR] SCENARIOS..."
        },
        footer = {
            "",
            "Changes that are no law (refused) and changes that no scenario could notice (equivalent)",
            "are counted apart. The exit code is 1 when fewer are noticed than the minimum, or when a",
            "scenario fails before any change.",
            "",
            "Examples:",
            "  cookie-policy mutate scenarios/",
            "  cookie-policy mutate --only gb/ scenarios/",
            "  cookie-policy mutate --law my-law/ --minimum 95 --survivors survivors.txt scenarios/",
            "  cookie-policy mutate --house our-rules/ --only shop scenarios/"
        })
final class MutateCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Mixin private HouseOption house = new HouseOption();

    @Mixin private OnlyOption only = new OnlyOption();

    @Parameters(
            paramLabel = "SCENARIOS",
            arity = "1..*",
            description = "Suites of scenarios, or directories with nothing else in YAML or JSON.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Tries one of every N changes, by their position; without it, all.")
    private int every = 1;

    @Option(
            names = "--minimum",
            paramLabel = "PERCENT",
            description = "How many changes have to be noticed; without it, any number will do.")
    private double minimum = 0;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Converters.MutationFormatWord.class,
            completionCandidates = Converters.MutationFormatWords.class,
            description = "For people, or for programs.")
    private MutationFormat format = MutationFormat.TEXT;

    @Option(
            names = "--survivors",
            paramLabel = "FILE",
            description = "Takes the list of changes that no scenario notices, by file of the law.")
    private Optional<Path> survivors = Optional.empty();

    @Option(
            names = "--propose",
            paramLabel = "DIR",
            description =
                    "Takes scenarios that notice changes of the register which none notices yet, for review.")
    private Optional<Path> proposals = Optional.empty();

    MutateCommand() {}

    @Override
    public Integer call() {
        if (every < 1 || !(minimum >= 0 && minimum <= 100)) {
            throw new ParameterException(
                    commandLine(),
                    every < 1
                            ? "the option --every takes a number from 1 on"
                            : "the option --minimum takes a number from 0 to 100");
        }
        Inputs inputs = new Inputs();
        List<Suite> suites = new ArrayList<>();
        for (Path file : inputs.documents(files)) {
            inputs.read(file, Documents.SCENARIOS).ifPresent(suites::add);
        }
        inputs.throwIfAny();
        ChosenLaw chosen = law.readWith(house);
        Predicate<String> edited = only.of(chosen, commandLine());
        Mutation mutation;
        try {
            mutation = Mutation.of(chosen.files(), suites).only(edited).every(every);
        } catch (DocumentException e) {
            throw chosen.unreadable(e);
        } catch (IllegalArgumentException e) {
            err().println("cookie-policy: " + e.getMessage());
            return ExitCodes.FINDINGS;
        }
        if (proposals.isPresent()) {
            return propose(mutation, proposals.get());
        }
        MutationReport report = mutation.run();
        write(report);
        return report.reaches(minimum) ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private Integer propose(Mutation mutation, Path folder) {
        Mutation.Proposals proposed = mutation.propose();
        int scenarios = Outputs.write(folder, proposed.suites());
        int files = proposed.suites().size();
        int untold = proposed.untold();
        out().println(
                        Words.count(scenarios, "scenario", "scenarios")
                                + " proposed, in "
                                + Words.count(files, "file", "files"));
        out().println(
                        Words.count(untold, "change", "changes")
                                + " of the register "
                                + (untold == 1 ? "remains" : "remain")
                                + " for which no request was found");
        return ExitCodes.CLEAN;
    }

    private void write(MutationReport report) {
        String lines =
                report.survivors().stream()
                        .map(survivor -> survivor + "\n")
                        .collect(Collectors.joining());
        survivors.ifPresent(file -> Outputs.write(file, lines));
        if (format == MutationFormat.JSON) {
            out().print(JsonReport.of(report));
            return;
        }
        if (survivors.isEmpty() && !lines.isEmpty()) {
            out().println("Changes that no scenario notices:");
            out().println(lines);
        }
        out().print(report.summary());
    }
}
