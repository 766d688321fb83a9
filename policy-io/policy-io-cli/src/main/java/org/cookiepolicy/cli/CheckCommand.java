package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cookiepolicy.rules.LawFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks register and rules of a law. */
@Command(
        name = "check",
        description = {
            "Checks register and rules of a law, each and against each other, and names every"
                    + " problem with its place.",
            "",
            "Directories with a `groups.yaml` are a law of their own. Others are checked on top of"
                    + " the law that comes with the program: a file by the same name takes the"
                    + " place of the one there, any other is added. Whatever else stands in a directory"
                    + " is a problem, but for Markdown and hidden files. Without a directory, the law"
                    + " that comes with the program is checked.",
            "",
            "Rules of a house are no law: they are checked with --house, on top of the law that is"
                    + " checked."
        },
        customSynopsis = "cookie-policy check [--house=DIR] [--format=text|json|sarif] [DIR...]",
        footer = {
            "",
            "The exit code is 1 when there is a problem.",
            "",
            "Examples:",
            "  cookie-policy check",
            "  cookie-policy check my-law/",
            "  cookie-policy check --house our-rules/",
            "  cookie-policy check --format sarif my-law/ > problems.sarif"
        })
final class CheckCommand extends AbstractCommand {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Directories with files of the register (.yaml) and rules (.drl).")
    private List<Path> directories = new ArrayList<>();

    @Mixin private HouseOption house = new HouseOption();

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            converter = Converters.CheckFormatWord.class,
            completionCandidates = Converters.CheckFormatWords.class,
            description = "For people, for programs, or for build servers and editors.")
    private CheckFormat format = CheckFormat.TEXT;

    CheckCommand() {}

    @Override
    public Integer call() throws IOException {
        ChosenLaw law = ChosenLaw.of(directories, house.directory());
        List<LawFault> faults = law.check();
        out().print(
                        switch (format) {
                            case TEXT -> ProblemReport.text(faults, law.files().size());
                            case JSON -> ProblemReport.json(faults);
                            case SARIF -> ProblemReport.sarif(faults, Version.ofProgram());
                        });
        return faults.isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }
}
