package org.cookiepolicy.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.value.Tokens;
import picocli.CommandLine.Command;

/** Decides the bundled example. */
@Command(
        name = "demo",
        description = {
            "Decides every cookie of a bundled policy for a dozen visitors.",
            "",
            "Prints who may be given which cookie, then the reasons, each with its clause."
        },
        footer = {"", "Example:", "  cookie-policy demo"})
final class DemoCommand extends AbstractCommand {
    private static final int WIDTH = 100;
    private static final String INDENT = "          ";

    DemoCommand() {}

    @Override
    public Integer call() {
        CookiePolicy policy = Example.policy();
        List<NamedVisit> visitors = Example.visitors();
        PolicyEngine engine = ChosenLaw.shipped().engine();
        List<Decider.Answer> answers =
                visitors.stream()
                        .map(
                                v ->
                                        new Decider.Answer(
                                                v,
                                                engine.decideAll(policy, Operation.SET, v.visit())))
                        .toList();
        head(policy, engine.lawVersion());
        matrix(policy, answers);
        for (int i = 0; i < answers.size(); i++) {
            reasons(letter(i), answers.get(i));
        }
        return ExitCodes.CLEAN;
    }

    private void head(CookiePolicy policy, String lawVersion) {
        line(style().heading(policy.title()));
        line(
                "Revision "
                        + policy.revision().version()
                        + " of "
                        + policy.revision().date()
                        + ", for "
                        + policy.sites().stream()
                                .map(site -> site.domain())
                                .collect(Collectors.joining(" and "))
                        + "; law version "
                        + lawVersion
                        + ".");
        policy.claimedConsent()
                .ifPresent(
                        claim ->
                                TextTable.wrap("It claims: " + claim.statement(), WIDTH)
                                        .forEach(this::line));
        line("");
    }

    private void matrix(CookiePolicy policy, List<Decider.Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            line(
                    "  "
                            + style().heading(letter(i))
                            + "  "
                            + Words.visitor(answers.get(i).visitor()));
        }
        line("");
        List<Integer> limits = new ArrayList<>(List.of(WIDTH));
        List<TextTable.Cell> heads = new ArrayList<>(List.of(TextTable.Cell.of("")));
        for (int i = 0; i < answers.size(); i++) {
            limits.add(1);
            heads.add(new TextTable.Cell(letter(i), style()::heading));
        }
        TextTable table = new TextTable(limits);
        table.add(heads);
        for (int row = 0; row < policy.cookies().size(); row++) {
            List<TextTable.Cell> cells = new ArrayList<>();
            cells.add(TextTable.Cell.of(policy.cookies().get(row).cookie().name().text()));
            for (Decider.Answer answer : answers) {
                Outcome outcome = answer.decisions().get(row).outcome();
                String mark = outcome == Outcome.ALLOW ? "+" : "-";
                cells.add(new TextTable.Cell(mark, text -> style().of(outcome, text)));
            }
            table.add(cells);
        }
        out().print(table.toString().indent(2));
        line("");
        line("  + may be set   - may not");
        line("");
    }

    /** The reasons for one visitor; cookies with the same ones stand together. */
    private void reasons(String letter, Decider.Answer answer) {
        line(style().heading(letter + "  " + Words.visitor(answer.visitor())));
        Map<List<String>, List<Decision>> groups = new LinkedHashMap<>();
        for (Decision decision : answer.decisions()) {
            groups.computeIfAbsent(proof(decision), proof -> new ArrayList<>()).add(decision);
        }
        groups.forEach(this::group);
        line("");
    }

    private void group(List<String> proof, List<Decision> decisions) {
        Outcome outcome = decisions.get(0).outcome();
        String names =
                decisions.stream()
                        .map(decision -> decision.request().cookie().name().text())
                        .collect(Collectors.joining(", "));
        List<String> lines = TextTable.wrap(names, WIDTH - INDENT.length());
        String word = Tokens.of(outcome);
        for (int i = 0; i < lines.size(); i++) {
            String start =
                    i == 0
                            ? "   "
                                    + style().of(outcome)
                                    + " ".repeat(INDENT.length() - 3 - word.length())
                            : INDENT;
            line(start + lines.get(i));
        }
        proof.forEach(text -> line(INDENT + text));
    }

    /** The verdicts that decided with the clauses they rest on, and the duties. */
    private static List<String> proof(Decision decision) {
        List<String> proof = new ArrayList<>();
        decision.decisive()
                .forEach(
                        verdict -> {
                            proof.add("  " + Words.layer(verdict) + ": " + Words.why(verdict));
                            Words.bases(verdict)
                                    .forEach(
                                            basis ->
                                                    proof.add(
                                                            "    "
                                                                    + basis.source()
                                                                    + " <"
                                                                    + basis.link()
                                                                    + ">"));
                        });
        if (!decision.duties().isEmpty()) {
            proof.add(
                    "  duties: "
                            + decision.dutySet().stream()
                                    .map((Duty duty) -> Tokens.of(duty))
                                    .collect(Collectors.joining(", ")));
        }
        return proof;
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private void line(String line) {
        out().println(line);
    }
}
