package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.workbench.Boundaries;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes scenarios of the days around every change of the law. */
@Command(
        name = "boundaries",
        description =
                "Writes scenarios of the day before, the day and the day after each provision begins or"
                        + " ends, with what the law decides now.",
        customSynopsis =
                "cookie-policy boundaries [--law=DIR] [--only=PREFIX] [--since=DAY] DIRECTORY",
        footer = {
            "",
            "Kept as files, they show what an edit of the law does to decisions.",
            "",
            "The whole law takes some minutes. With --only or --since the files hold nothing but what",
            "was chosen, and take the place of those by the same names.",
            "",
            "Examples:",
            "  cookie-policy boundaries policy-tests/src/test/resources/boundaries",
            "  cookie-policy boundaries --law my-law/ --only gb/ --since 2026-01-01 boundaries-gb/"
        })
final class BoundariesCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Mixin private OnlyOption only = new OnlyOption();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "The first day on which what begins or ends is written; without it, all.")
    private Optional<LocalDate> since = Optional.empty();

    @Parameters(
            paramLabel = "DIRECTORY",
            description = "Where the suites are written, a file for each year.")
    private Path directory = Path.of(".");

    BoundariesCommand() {}

    @Override
    public Integer call() {
        ChosenLaw chosen = law.read();
        Predicate<String> files = only.of(chosen, commandLine());
        PolicyEngine engine = chosen.engine();
        if (!only.isGiven() && since.isEmpty()) {
            // Nothing is written before the end, and silence looks like a program that hangs.
            err().println("the whole law takes some minutes; --only and --since choose from it");
            err().flush();
        }
        List<Suite> suites =
                Boundaries.of(
                                engine,
                                (provision, day) ->
                                        isIn(files, provision, engine)
                                                && since.filter(day::isBefore).isEmpty())
                        .suites();
        int scenarios = Outputs.write(directory, suites);
        out().println(scenarios + " scenarios in " + suites.size() + " suites");
        return ExitCodes.CLEAN;
    }

    private static boolean isIn(Predicate<String> files, Provision provision, PolicyEngine engine) {
        return engine.register()
                .source(provision)
                .filter(source -> files.test(source.file()))
                .isPresent();
    }
}
