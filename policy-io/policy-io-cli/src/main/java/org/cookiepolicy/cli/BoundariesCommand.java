package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.List;
import org.cookiepolicy.rules.workbench.Boundaries;
import org.cookiepolicy.scenario.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes scenarios of the days around every change of the law. */
@Command(
        name = "boundaries",
        description =
                "Writes scenarios of the day before, the day and the day after each provision begins or"
                        + " ends, with what the law decides now.",
        customSynopsis = "cookie-policy boundaries [--law=DIR] DIRECTORY",
        footer = {
            "",
            "Kept as files, they show what an edit of the law does to decisions.",
            "",
            "Example:",
            "  cookie-policy boundaries policy-tests/src/test/resources/boundaries"
        })
final class BoundariesCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Parameters(
            paramLabel = "DIRECTORY",
            description = "Where the suites are written, a file for each year.")
    private Path directory = Path.of(".");

    BoundariesCommand() {}

    @Override
    public Integer call() {
        List<Suite> suites = Boundaries.of(law.read().engine()).suites();
        int scenarios = Outputs.write(directory, suites);
        out().println(scenarios + " scenarios in " + suites.size() + " suites");
        return ExitCodes.CLEAN;
    }
}
