package org.cookiepolicy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.value.Tokens;

/** What came of scenarios, for people: each failure with the findings behind it, and the counts. */
final class TextReport {
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private TextReport(Style style) {
        this.style = style;
    }

    static String of(List<ScenarioResult> results, Style style) {
        TextReport report = new TextReport(style);
        results.stream().filter(result -> !result.passed()).forEach(report::failure);
        long failed = results.stream().filter(result -> !result.passed()).count();
        String counts = results.size() - failed + " passed, " + failed + " failed";
        report.line(failed == 0 ? style.good(counts) : style.bad(counts));
        return report.text.toString();
    }

    private void failure(ScenarioResult result) {
        Scenario scenario = result.scenario();
        line(
                style.bad("FAILED")
                        + " "
                        + result.suite()
                        + " "
                        + scenario.id()
                        + ": "
                        + scenario.name());
        line("  source    " + scenario.source());
        line("  expected  " + expected(scenario));
        line("  actual    " + actual(result));
        differences(result).forEach(difference -> line("  " + difference));
        result.decision()
                .map(Decision::why)
                .ifPresent(why -> why.lines().forEach(l -> line("  | " + l)));
        line("");
    }

    /** In what the decision differs, its outcome apart; none where there is no decision. */
    static List<String> differences(ScenarioResult result) {
        if (result.decision().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        result.differences()
                .forEach((what, names) -> lines.add(title(what) + String.join(", ", names)));
        if (!result.setAside().isEmpty()) {
            lines.add(
                    "set aside "
                            + String.join(", ", result.setAside())
                            + ": what applied is cited, even where an exemption or the like keeps"
                            + " it from deciding");
        }
        return lines;
    }

    /** The first word alone: a duty and the id of a provision do not look alike. */
    private static String title(String what) {
        return String.format("%-10s", what.substring(0, what.indexOf('-')));
    }

    /** The outcome that a scenario expects, the duties, and the provisions where some are named. */
    static String expected(Scenario scenario) {
        Expectation expect = scenario.expect();
        StringBuilder expected = new StringBuilder(answer(expect.outcome(), expect.duties()));
        if (expect.exactly()) {
            expected.append(expect.duties().isEmpty() ? " with no duty" : " and no other duty");
        }
        if (!expect.provisions().isEmpty()) {
            expected.append(", citing ").append(String.join(", ", expect.provisions()));
            expected.append(expect.exactly() ? " and no other provision" : "");
        }
        return expected.toString();
    }

    /** The outcome and the duties that came out, or why nothing did. */
    static String actual(ScenarioResult result) {
        return result.decision()
                .map(made -> answer(made.outcome(), made.dutySet()))
                .orElseGet(() -> "no decision: " + result.problem().orElseThrow());
    }

    private static String answer(Outcome outcome, Set<Duty> duties) {
        return Tokens.of(outcome) + (duties.isEmpty() ? "" : " with " + words(duties));
    }

    private static String words(Set<Duty> duties) {
        return duties.stream()
                .map((Duty duty) -> Tokens.of(duty))
                .collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
