package org.cookiepolicy.cli;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.rules.workbench.LawCoverage;
import org.cookiepolicy.value.Jurisdiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what the register knows of each place. */
@Command(
        name = "coverage",
        description =
                "Shows which provisions hold where, from when until when, how sure they are, and what"
                        + " is due for review.",
        customSynopsis =
                "cookie-policy coverage [--law=DIR] [--at=DAY] [--review-every=PERIOD]%n"
                        + "                       [--format=text|json|csv] [PLACE...]",
        footer = {
            "",
            "With places, each of their provisions is shown; without, one line for each place.",
            "The exit code is 1 when the register has a gap or contradicts itself.",
            "",
            "Examples:",
            "  cookie-policy coverage",
            "  cookie-policy coverage GB US-CA",
            "  cookie-policy coverage --law my-law/ GB",
            "  cookie-policy coverage --format csv > coverage.csv"
        })
final class CoverageCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Parameters(
            paramLabel = "PLACE",
            arity = "0..*",
            description = "Codes of ISO 3166-1 or 3166-2; all places when left out.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "The day that counts as today.")
    private Optional<LocalDate> at = Optional.empty();

    @Option(
            names = "--review-every",
            paramLabel = "PERIOD",
            converter = Converters.Time.class,
            defaultValue = "P12M",
            description = "How long a review holds good; ${DEFAULT-VALUE} when left out.")
    private Period reviewEvery = Period.ofMonths(12);

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            converter = Converters.FormatWord.class,
            description = "For people, for programs, or for spreadsheets.")
    private Format format = Format.TEXT;

    CoverageCommand() {}

    @Override
    public Integer call() {
        List<Jurisdiction> places = Converters.places(codes, commandLine());
        LawCoverage coverage =
                LawCoverage.of(
                        law.read().engine().register(),
                        places.isEmpty() ? Jurisdiction.all() : places,
                        at.orElseGet(LocalDate::now),
                        reviewEvery);
        out().print(
                        switch (format) {
                            case TEXT -> CoverageReport.text(coverage, !places.isEmpty(), style());
                            case JSON -> CoverageReport.json(coverage);
                            case CSV -> CoverageReport.csv(coverage);
                            default ->
                                    throw new ParameterException(
                                            commandLine(), "coverage has no such format");
                        });
        return coverage.faults().isEmpty() ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }
}
