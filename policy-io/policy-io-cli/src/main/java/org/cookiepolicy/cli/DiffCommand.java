package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.workbench.Affected;
import org.cookiepolicy.rules.workbench.Effect;
import org.cookiepolicy.rules.workbench.LawDiff;
import org.cookiepolicy.rules.workbench.PolicyDiff;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Compares two laws, or two policies. */
@Command(
        name = "diff",
        description = {
            "Says who is affected when one law, or one policy, replaces another.",
            "",
            "A law is a directory with the whole of its register and rules, or `shipped`: the one in"
                    + " this program. Nothing is laid on top of another law here, as --law does it for"
                    + " other commands. A policy is a document."
        },
        customSynopsis = {
            "cookie-policy diff OLD NEW [--format=text|json] [--witnesses=FILE] [--most=N]%n"
                    + "                   [--all] [--proof] [--allow-fewer-duties]",
            "  or:  cookie-policy diff OLD.yaml NEW.yaml [--at=DATE] [--format=text|json]"
        },
        footer = {
            "",
            "The exit code is 1 when something became more permissive: what was denied or not covered is"
                    + " allowed, or a duty is owed no longer.",
            "",
            "Examples:",
            "  cookie-policy diff shipped policy-rules/src/main/resources/org/cookiepolicy/law",
            "  cookie-policy diff old-law/ new-law/ --witnesses affected.yaml",
            "  cookie-policy diff policy-2025.yaml policy-2026.yaml --at 2026-12-01"
        })
final class DiffCommand extends AbstractCommand {
    /** The word for the law of this program. */
    private static final String SHIPPED = "shipped";

    /** How many groups that concern duties only are shown unless all are asked for. */
    private static final int MOST_ON_DUTIES = 10;

    @Parameters(index = "0", paramLabel = "OLD", description = "The law or policy that was.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The law or policy that is to be.")
    private String young = "";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Converters.FormatWord.class,
            completionCandidates = Converters.FormatWords.class,
            description = "For people or for programs.")
    private Format format = Format.TEXT;

    @Option(
            names = "--witnesses",
            paramLabel = "FILE",
            description =
                    "Where to write one scenario of each group, with what the new law decides.")
    private Optional<Path> witnesses = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many situations to decide at most, about; ${DEFAULT-VALUE}.")
    private long most = LawDiff.MOST_SITUATIONS;

    @Option(names = "--all", description = "Show every group that concerns duties only.")
    private boolean all;

    @Option(
            names = "--proof",
            description = "Show also what only rests on other grounds, which is counted otherwise.")
    private boolean proof;

    @Option(
            names = "--allow-fewer-duties",
            description = "End with 0 although a duty is owed no longer.")
    private boolean fewerDuties;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            converter = Converters.Day.class,
            description = "The day for which policies are compared; today when left out.")
    private Optional<LocalDate> at = Optional.empty();

    DiffCommand() {}

    @Override
    public Integer call() {
        if (format != Format.TEXT && format != Format.JSON) {
            throw new ParameterException(commandLine(), "diff has the formats text and json");
        }
        boolean laws = isLaw(old);
        if (laws != isLaw(young)) {
            throw new ParameterException(
                    commandLine(), "a law is compared with a law, and a policy with a policy");
        }
        return laws ? laws() : policies();
    }

    private static boolean isLaw(String name) {
        return name.equals(SHIPPED) || Files.isDirectory(Path.of(name));
    }

    // Laws

    private int laws() {
        List<LawFile> before = law(old);
        List<LawFile> after = law(young);
        checkReadable(old, before);
        checkReadable(young, after);
        LawDiff diff = LawDiff.between(before, after, most);
        witnesses.ifPresent(file -> write(file, diff));
        out().print(format == Format.JSON ? DiffReport.json(diff) : text(diff));
        boolean findings =
                diff.affected().stream()
                        .map(group -> group.effect().type())
                        .anyMatch(
                                type ->
                                        type == Effect.Type.PERMITTED
                                                || (type == Effect.Type.DUTY_DROPPED
                                                        && !fewerDuties));
        return findings ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private static List<LawFile> law(String name) {
        if (name.equals(SHIPPED)) {
            return ChosenLaw.shipped().files();
        }
        try {
            List<LawFile> files = LawFile.in(Path.of(name));
            if (files.stream().noneMatch(LawFile::isRules)) {
                throw new UnreadableInputException(
                        List.of(
                                name
                                        + ": there are no rules (.drl) in this directory; a law that"
                                        + " is compared has to be there as a whole"));
            }
            return files;
        } catch (DocumentException e) {
            throw unreadable(name, e);
        } catch (IOException e) {
            throw new UnreadableInputException(List.of(name + ": the directory cannot be read"));
        }
    }

    /** Files of both laws have the same names, so problems are told with the directory. */
    private static void checkReadable(String name, List<LawFile> files) {
        try {
            PolicyEngine.load(files);
        } catch (DocumentException e) {
            throw unreadable(name, e);
        }
    }

    private static UnreadableInputException unreadable(String name, DocumentException e) {
        return new UnreadableInputException(
                e.problems().stream().map(problem -> name + "/" + problem).toList());
    }

    private void write(Path file, LawDiff diff) {
        Optional<Suite> suite = diff.witnesses();
        if (suite.isEmpty()) {
            err().println(file + ": not written, since no scenario tells the two laws apart");
            return;
        }
        try {
            Files.writeString(file, new Yaml().write(suite.get(), Documents.SCENARIOS));
        } catch (IOException e) {
            throw new UnreadableInputException(List.of(file + ": the file cannot be written"));
        }
    }

    private String text(LawDiff diff) {
        StringBuilder text = new StringBuilder();
        Map<Effect.Type, Integer> shown = new EnumMap<>(Effect.Type.class);
        for (Affected group : diff.affected()) {
            Effect.Type type = group.effect().type();
            int number = shown.merge(type, 1, Integer::sum);
            if (number == 1) {
                text.append(heading(type)).append('\n');
            }
            if (isShown(type, number)) {
                text.append("  ")
                        .append(group.sentence())
                        .append(" [")
                        .append(group.situations())
                        .append(group.complete() ? "]" : ", sampled]")
                        .append('\n');
            }
        }
        shown.forEach(
                (type, count) -> {
                    if (!isShown(type, count)) {
                        text.append(style().heading(words(type)))
                                .append(": ")
                                .append(count)
                                .append(" groups in all\n");
                    }
                });
        return text.append(DiffReport.summary(diff)).toString();
    }

    private boolean isShown(Effect.Type type, int number) {
        return switch (type) {
            case PERMITTED, FORBIDDEN -> true;
            case DUTY_DROPPED, DUTY_ADDED -> all || number <= MOST_ON_DUTIES;
            case PROOF -> proof;
        };
    }

    private String heading(Effect.Type type) {
        String words = words(type);
        return switch (type) {
            case PERMITTED, DUTY_DROPPED -> style().bad(words);
            case FORBIDDEN, DUTY_ADDED -> style().good(words);
            case PROOF -> style().heading(words);
        };
    }

    private static String words(Effect.Type type) {
        return switch (type) {
            case PERMITTED -> "More permissive";
            case FORBIDDEN -> "Stricter";
            case DUTY_DROPPED -> "Fewer duties";
            case DUTY_ADDED -> "More duties";
            case PROOF -> "The same on other grounds";
        };
    }

    // Policies

    private int policies() {
        if (witnesses.isPresent()) {
            throw new ParameterException(commandLine(), "--witnesses goes with laws only");
        }
        Inputs inputs = new Inputs();
        Optional<CookiePolicy> before = inputs.read(Path.of(old), Documents.POLICY);
        Optional<CookiePolicy> after = inputs.read(Path.of(young), Documents.POLICY);
        inputs.throwIfAny();
        PolicyDiff diff =
                PolicyDiff.between(
                        ChosenLaw.shipped().engine(),
                        before.orElseThrow(),
                        after.orElseThrow(),
                        at.orElseGet(LocalDate::now));
        out().print(format == Format.JSON ? DiffReport.json(diff) : DiffReport.text(diff));
        boolean findings =
                diff.changes().stream()
                        .map(change -> change.effect().type())
                        .anyMatch(
                                type ->
                                        type == Effect.Type.PERMITTED
                                                || (type == Effect.Type.DUTY_DROPPED
                                                        && !fewerDuties));
        return findings ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }
}
