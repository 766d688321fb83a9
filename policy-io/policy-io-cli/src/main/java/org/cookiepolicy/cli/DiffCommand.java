package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.workbench.Affected;
import org.cookiepolicy.rules.workbench.Effect;
import org.cookiepolicy.rules.workbench.LawDiff;
import org.cookiepolicy.rules.workbench.PolicyDiff;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Compares two laws, or two policies. */
@Command(
        name = "diff",
        description = {
            "Says who is affected when one law, or one policy, replaces another.",
            "",
            "A law is `shipped`, the one in this program, or a directory as --law takes it: the whole"
                    + " of a law where `groups.yaml` is among its files, else files on top of the one"
                    + " that comes along. A house beside one of them or both is compared with it. A"
                    + " policy is a document."
        },
        customSynopsis = {
            "cookie-policy diff OLD NEW [--house=DIR] [--old-house=DIR] [--new-house=DIR]%n"
                    + "                   [--format=text|json] [--witnesses=FILE] [--most=N] [--all]%n"
                    + "                   [--proof] [--allow-fewer-duties]",
            "  or:  cookie-policy diff OLD.yaml NEW.yaml [--at=DATE] [--lenient=POINT]...%n"
                    + "                   [--law=DIR] [--house=DIR] [--format=text|json]%n"
                    + "                   [--witnesses=FILE] [--most=N]%n"
                    + "                   [--allow-fewer-duties]"
        },
        footer = {
            "",
            "The exit code is 1 when something became more permissive: what was denied or not covered is"
                    + " allowed, or a duty is owed no longer.",
            "",
            "Examples:",
            "  cookie-policy diff shipped my-law/",
            "  cookie-policy diff shipped shipped --new-house our-rules/",
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
            description =
                    "How many situations to decide at most, about; "
                            + LawDiff.MOST_SITUATIONS
                            + " for laws, "
                            + PolicyDiff.MOST_SITUATIONS
                            + " for policies.")
    private Optional<Long> most = Optional.empty();

    @Mixin private LawOption law = new LawOption();

    @Mixin private HouseOption house = new HouseOption();

    @Option(
            names = "--old-house",
            paramLabel = "DIR",
            description = "The house beside the old law alone.")
    private Optional<Path> oldHouse = Optional.empty();

    @Option(
            names = "--new-house",
            paramLabel = "DIR",
            description = "The house beside the new law alone.")
    private Optional<Path> newHouse = Optional.empty();

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
            description = "The first day for which policies are compared; today when left out.")
    private Optional<LocalDate> at = Optional.empty();

    @Option(
            names = "--lenient",
            paramLabel = "POINT",
            split = ",",
            converter = Converters.PointWord.class,
            description = "Contested points that you read leniently; all others are read strictly.")
    private List<ContestedPoint> lenient = List.of();

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
        if (laws && (law.isGiven() || at.isPresent() || !lenient.isEmpty())) {
            throw new ParameterException(
                    commandLine(), "--law, --at and --lenient go with policies only");
        }
        if (!laws && (oldHouse.isPresent() || newHouse.isPresent())) {
            throw new ParameterException(
                    commandLine(),
                    "policies are compared under one law: --house names the house beside it");
        }
        if (most.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(commandLine(), "--most is 1 or more");
        }
        return laws ? laws() : policies();
    }

    private static boolean isLaw(String name) {
        return name.equals(SHIPPED) || Files.isDirectory(Path.of(name));
    }

    // Laws

    private int laws() {
        ChosenLaw before = law(old, oldHouse);
        ChosenLaw after = law(young, newHouse);
        LawDiff diff =
                LawDiff.between(
                        before.engine(),
                        before.files(),
                        after.engine(),
                        after.files(),
                        most.orElse(LawDiff.MOST_SITUATIONS));
        witnesses.ifPresent(file -> write(file, diff.witnesses()));
        if (format == Format.JSON) {
            out().print(DiffReport.json(diff));
        } else {
            List<Line> lines =
                    diff.affected().stream()
                            .map(
                                    group ->
                                            new Line(
                                                    group.effect().type(),
                                                    group.sentence(),
                                                    group.situations(),
                                                    group.complete()))
                            .toList();
            out().print(text(lines) + DiffReport.summary(diff));
        }
        return exitCode(diff.affected().stream().map(Affected::effect));
    }

    private int exitCode(Stream<Effect> effects) {
        boolean findings =
                effects.map(Effect::type)
                        .anyMatch(
                                type ->
                                        type == Effect.Type.PERMITTED
                                                || (type == Effect.Type.DUTY_DROPPED
                                                        && !fewerDuties));
        return findings ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private ChosenLaw law(String name, Optional<Path> ofHouse) {
        List<Path> directories = name.equals(SHIPPED) ? List.of() : List.of(Path.of(name));
        ChosenLaw law = ChosenLaw.of(directories, ofHouse.or(house::directory));
        law.throwIfStray();
        law.throwIfWithoutRules(name);
        return law;
    }

    private void write(Path file, Optional<Suite> suite) {
        if (suite.isEmpty()) {
            err().println(file + ": not written, since no scenario would tell the difference");
            return;
        }
        try {
            Files.writeString(file, new Yaml().write(suite.get(), Documents.SCENARIOS));
        } catch (IOException e) {
            throw new UnreadableInputException(List.of(file + ": the file cannot be written"));
        }
    }

    /** What is told of a group of situations. */
    private record Line(Effect.Type type, String sentence, long situations, boolean complete) {}

    private String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        Map<Effect.Type, Integer> shown = new EnumMap<>(Effect.Type.class);
        for (Line line : lines) {
            int number = shown.merge(line.type(), 1, Integer::sum);
            if (number == 1) {
                text.append(heading(line.type())).append('\n');
            }
            if (isShown(line.type(), number)) {
                text.append("  ")
                        .append(line.sentence())
                        .append(" [")
                        .append(line.situations())
                        .append(line.complete() ? "]" : ", sampled]")
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
        return text.toString();
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
        Inputs inputs = new Inputs();
        Optional<CookiePolicy> before = inputs.read(Path.of(old), Documents.POLICY);
        Optional<CookiePolicy> after = inputs.read(Path.of(young), Documents.POLICY);
        inputs.throwIfAny();
        ChosenLaw chosen = law.readWith(house);
        PolicyDiff diff =
                PolicyDiff.between(
                        chosen.engine(),
                        chosen.files().stream().filter(LawFile::isOfHouse).toList(),
                        before.orElseThrow(),
                        after.orElseThrow(),
                        at.orElseGet(LocalDate::now),
                        lenient.stream()
                                .distinct()
                                .collect(Collectors.toMap(p -> p, p -> Reading.LENIENT)),
                        most.orElse(PolicyDiff.MOST_SITUATIONS));
        witnesses.ifPresent(file -> write(file, diff.witnesses()));
        if (format == Format.JSON) {
            out().print(DiffReport.json(diff));
        } else {
            List<Line> lines =
                    diff.changes().stream()
                            .map(
                                    change ->
                                            new Line(
                                                    change.effect().type(),
                                                    change.sentence(),
                                                    change.situations(),
                                                    change.complete()))
                            .toList();
            out().print(text(lines) + DiffReport.summary(diff));
        }
        return exitCode(diff.changes().stream().map(PolicyDiff.Change::effect));
    }
}
