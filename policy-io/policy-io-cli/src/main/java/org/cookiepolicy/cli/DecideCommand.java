package org.cookiepolicy.cli;

import java.util.List;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.value.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Decides the cookies of a policy. */
@Command(
        name = "decide",
        description = "Decides the cookies of a policy for visitors.",
        customSynopsis =
                "cookie-policy decide --policy=FILE --visitor=FILE [--at=DATE] [--cookie=NAME]%n"
                        + "                     [--host=HOST] [--operation=set|read]"
                        + " [--law=DIR]%n                     [--house=DIR] [--format=text|json]",
        footer = {
            "",
            "A cookie that may not be set is an answer like any other: the exit code is 0.",
            "",
            "Examples:",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml --at 2026-02-05",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml --law my-law/"
                    + " --house our-rules/",
            "  cookie-policy decide --policy policy.yaml --visitor visitor.yaml --cookie _ga"
                    + " --format json"
        })
final class DecideCommand extends AbstractCommand {
    private static final List<Integer> WIDTHS = List.of(26, 22, 7, 30, 50);

    @Mixin private RequestOptions options = new RequestOptions();

    @Mixin private LawOption law = new LawOption();

    @Mixin private HouseOption house = new HouseOption();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Converters.FormatWord.class,
            description = "A table, or a list of decision documents that can be replayed.")
    private Format format = Format.TEXT;

    DecideCommand() {}

    @Override
    public Integer call() {
        if (format != Format.TEXT && format != Format.JSON) {
            throw new ParameterException(commandLine(), "decisions are no tests: use text or json");
        }
        Decider decider = Decider.read(options, commandLine());
        PolicyEngine engine = law.readWith(house).engine();
        List<Decider.Answer> answers = decider.decide(engine, err());
        out().print(format == Format.JSON ? json(answers) : text(answers, engine.lawVersion()));
        return decider.exitCode();
    }

    private static String json(List<Decider.Answer> answers) {
        List<Decision> decisions =
                answers.stream().flatMap(answer -> answer.decisions().stream()).toList();
        return new Json().write(decisions, Shapes.list(Documents.DECISION));
    }

    private String text(List<Decider.Answer> answers, String lawVersion) {
        StringBuilder text = new StringBuilder();
        for (Decider.Answer answer : answers) {
            text.append(style().heading(Words.visitor(answer.visitor()))).append("\n\n");
            text.append(table(answer.decisions(), style())).append('\n');
        }
        return text.append("Law version ")
                .append(lawVersion)
                .append("; `cookie-policy explain` gives the whole proof.\n")
                .toString();
    }

    private static TextTable table(List<Decision> decisions, Style style) {
        TextTable table = new TextTable(WIDTHS);
        table.add(
                List.of(
                        new TextTable.Cell("COOKIE", style::heading),
                        new TextTable.Cell("PURPOSES", style::heading),
                        new TextTable.Cell("OUTCOME", style::heading),
                        new TextTable.Cell("WHY", style::heading),
                        new TextTable.Cell("CLAUSE", style::heading)));
        for (Decision decision : decisions) {
            List<Verdict> verdicts = Words.main(decision);
            for (int i = 0; i < verdicts.size(); i++) {
                Verdict verdict = verdicts.get(i);
                boolean first = i == 0;
                table.add(
                        List.of(
                                cell(first, decision.request().cookie().name().text()),
                                cell(first, Words.purposes(decision)),
                                new TextTable.Cell(
                                        first ? Tokens.of(decision.outcome()) : "",
                                        word -> style.of(decision.outcome(), word)),
                                TextTable.Cell.of(Words.why(verdict)),
                                TextTable.Cell.of(clause(verdict))));
            }
        }
        return table;
    }

    private static TextTable.Cell cell(boolean shown, String text) {
        return TextTable.Cell.of(shown ? text : "");
    }

    /** The first clause: a table shows what kind of thing it is, the proof has all of it. */
    private static String clause(Verdict verdict) {
        List<Basis> bases = Words.bases(verdict);
        if (bases.isEmpty()) {
            return "";
        }
        String first = bases.get(0).source();
        return bases.size() == 1 ? first : first + "\nand " + (bases.size() - 1) + " more";
    }
}
