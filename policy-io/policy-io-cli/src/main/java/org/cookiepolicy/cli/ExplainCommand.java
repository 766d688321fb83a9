package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.rules.Alternatives;
import org.cookiepolicy.rules.Alternatives.Alternative;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.UncoveredDayException;
import org.cookiepolicy.value.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Explains a decision, and replays one that was kept. */
@Command(
        name = "explain",
        description = "Says why a cookie may be set or not, and what would change it.",
        customSynopsis = {
            "cookie-policy explain --policy=FILE --visitor=FILE --cookie=NAME [--at=DATE]%n"
                    + "                      [--host=HOST] [--operation=set|read] [--law=DIR]%n"
                    + "                      [--house=DIR]",
            "  or:  cookie-policy explain --decision=FILE [--law=DIR] [--house=DIR]"
        },
        footer = {
            "",
            "A decision that was kept is decided again. The exit code is 1 when that gives another one.",
            "",
            "Examples:",
            "  cookie-policy explain --policy policy.yaml --visitor visitor.yaml --cookie _ga",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml --format json"
                    + " > kept.json",
            "  cookie-policy explain --decision kept.json",
            "  cookie-policy explain --decision kept.json --law my-law/"
        })
final class ExplainCommand extends AbstractCommand {
    @Mixin private RequestOptions options = new RequestOptions();

    @Mixin private LawOption law = new LawOption();

    @Mixin private HouseOption house = new HouseOption();

    @Option(
            names = "--decision",
            paramLabel = "FILE",
            description =
                    "A decision document, or a list of them, as `decide --format json` prints it.")
    private Optional<Path> decision = Optional.empty();

    ExplainCommand() {}

    @Override
    public Integer call() {
        return decision.isPresent() ? replay(decision.get()) : explain();
    }

    private int explain() {
        if (options.cookie().isEmpty()) {
            throw new ParameterException(
                    commandLine(), "the option --cookie is needed, or --decision instead");
        }
        Decider decider = Decider.read(options, commandLine());
        PolicyEngine engine = law.readWith(house).engine();
        for (Decider.Answer answer : decider.decide(engine, err())) {
            out().println(style().heading(Words.visitor(answer.visitor())));
            for (Decision made : answer.decisions()) {
                why(made);
                alternatives(engine, made);
                out().println();
            }
        }
        return decider.exitCode();
    }

    private int replay(Path file) {
        if (!options.isEmpty()) {
            throw new ParameterException(
                    commandLine(),
                    "the option --decision holds all the facts and goes with no other");
        }
        Inputs inputs = new Inputs();
        Optional<List<Decision>> decisions = inputs.read(file, InputShapes.DECISIONS);
        inputs.throwIfAny();
        PolicyEngine engine = law.readWith(house).engine();
        boolean same = true;
        for (Decision kept : decisions.orElseThrow()) {
            why(kept);
            same &= replay(engine, kept);
            out().println();
        }
        return same ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private boolean replay(PolicyEngine engine, Decision kept) {
        Decision made;
        try {
            made = engine.decide(kept.request());
        } catch (UncoveredDayException e) {
            out().println(style().bad("Cannot be decided again: " + e.getMessage() + "."));
            return false;
        }
        Decision again = kept.policy().map(made::under).orElse(made);
        String under = "Decided again under law version " + again.law() + ": ";
        if (isSame(kept, again)) {
            out().println(style().good(under + "the same decision."));
        } else {
            out().println(style().bad(under + difference(kept, again)));
            why(again);
        }
        alternatives(engine, again);
        return isSame(kept, again);
    }

    /**
     * Whether everything is the same but the law version, which changes with every edit of the law.
     */
    private static boolean isSame(Decision kept, Decision again) {
        return kept.outcome() == again.outcome()
                && kept.request().equals(again.request())
                && kept.coverage() == again.coverage()
                && kept.verdicts().equals(again.verdicts())
                && kept.duties().equals(again.duties())
                && kept.findings().equals(again.findings());
    }

    private static String difference(Decision kept, Decision again) {
        if (kept.outcome() != again.outcome()) {
            return "another outcome, " + Tokens.of(again.outcome()) + ".";
        }
        if (!kept.dutySet().equals(again.dutySet())) {
            return "the same outcome with other duties.";
        }
        return "the same outcome and duties with another proof.";
    }

    private void why(Decision made) {
        // Lines end as everywhere else in the output, whatever the platform.
        made.why().lines().forEach(line -> out().println(line(made, line)));
    }

    private String line(Decision made, String line) {
        return line.startsWith("  FAILS")
                ? style().bad(line)
                : line.startsWith("Allowed:") || line.startsWith("Denied:")
                        ? style().of(made.outcome(), line)
                        : line;
    }

    private void alternatives(PolicyEngine engine, Decision made) {
        List<Alternative> alternatives = Alternatives.of(engine, made);
        if (alternatives.isEmpty()) {
            out().println("Nothing that could be otherwise about the visit would change it.");
            return;
        }
        out().println("What would change it:");
        alternatives.forEach(alternative -> out().println("  " + alternative.text()));
    }
}
