package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.rules.LawCheck;
import org.cookiepolicy.rules.LawFault;
import org.cookiepolicy.rules.LawFile;
import picocli.CommandLine.Command;
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
                    + " that comes with the program is checked."
        },
        customSynopsis = "cookie-policy check [--format=text|json|sarif] [DIR...]",
        footer = {
            "",
            "The exit code is 1 when there is a problem.",
            "",
            "Examples:",
            "  cookie-policy check",
            "  cookie-policy check my-law/",
            "  cookie-policy check --format sarif my-law/ > problems.sarif"
        })
final class CheckCommand extends AbstractCommand {
    private static final Set<String> GROUPS = Set.of("groups.yaml", "groups.yml");

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Directories with files of the register (.yaml) and rules (.drl).")
    private List<Path> directories = new ArrayList<>();

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
        List<LawFault> faults = new ArrayList<>();
        List<LawFile> files = files(faults);
        if (faults.isEmpty()) {
            faults.addAll(LawCheck.faults(files));
        }
        out().print(
                        switch (format) {
                            case TEXT -> ProblemReport.text(faults, files.size());
                            case JSON -> ProblemReport.json(faults);
                            case SARIF -> ProblemReport.sarif(faults, Version.ofProgram());
                        });
        return faults.isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    /** The files of the law, each by the name under which a person finds it. */
    private List<LawFile> files(List<LawFault> faults) {
        List<String> unreadable = new ArrayList<>();
        Map<String, LawFile> own = new TreeMap<>();
        for (Path directory : directories) {
            try {
                List<LawFile> read = LawFile.in(directory);
                if (read.isEmpty()) {
                    unreadable.add(directory + ": there is no file of a law in this directory");
                }
                for (LawFile file : read) {
                    String name = directory.resolve(file.name()).toString();
                    own.put(file.name(), new LawFile(name, file.text()));
                }
            } catch (DocumentException e) {
                e.problems().forEach(problem -> faults.add(stray(directory, problem)));
            } catch (IOException e) {
                unreadable.add(reason(directory, e));
            }
        }
        if (!unreadable.isEmpty()) {
            throw new UnreadableInputException(unreadable);
        }
        Map<String, LawFile> all = new TreeMap<>();
        if (own.keySet().stream().noneMatch(GROUPS::contains)) {
            LawFile.shipped().forEach(file -> all.put(file.name(), file));
        }
        all.putAll(own);
        return List.copyOf(all.values());
    }

    private static LawFault stray(Path directory, Problem problem) {
        String meant = problem.suggestion();
        return new LawFault(
                LawFault.Type.FILE,
                new Problem(
                        directory.resolve(problem.file()).toString(),
                        problem.position(),
                        problem.path(),
                        problem.message(),
                        meant == null ? null : directory.resolve(meant).toString()));
    }

    private static String reason(Path directory, IOException e) {
        if (!Files.exists(directory)) {
            return directory + ": there is no such directory";
        }
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getFile() + ": " + failed.getReason()
                : directory + ": the directory cannot be read";
    }
}
