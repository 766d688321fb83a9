package org.cookiepolicy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.rules.workbench.Edit;
import org.cookiepolicy.rules.workbench.MutationReport;
import org.cookiepolicy.rules.workbench.ScenarioCoverageReport;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.value.Tokens;

/** What came of scenarios, and what they tell of the law, for programs. */
final class JsonReport {
    private static final Node NULL = new Scalar("", ScalarKind.NULL, Position.NONE);

    private JsonReport() {}

    static String of(List<ScenarioResult> results) {
        Node scenarios = list(results.stream().map(JsonReport::scenario).toList());
        return write(Mapping.of(Entry.of("scenarios", scenarios)));
    }

    /** A tree as JSON. */
    static String write(Node tree) {
        return new Json().write(tree, new Tree());
    }

    /** What scenarios have seen of the law. */
    static String of(ScenarioCoverageReport report) {
        List<Node> counts =
                report.counts().entrySet().stream()
                        .map(
                                entry ->
                                        count(
                                                Entry.of("what", Scalar.of(entry.getKey())),
                                                entry.getValue()))
                        .toList();
        List<Node> files =
                report.files().stream()
                        .map(
                                file ->
                                        count(
                                                Entry.of("file", Scalar.of(file.file())),
                                                file.count(),
                                                Entry.of(
                                                        "never-seen",
                                                        list(
                                                                file.missed().stream()
                                                                        .map(JsonReport::missed)
                                                                        .toList()))))
                        .toList();
        return write(
                Mapping.of(
                        Entry.of("scenarios", Scalar.of(report.requests())),
                        Entry.of("counts", list(counts)),
                        Entry.of("files", list(files))));
    }

    private static Node count(Entry first, ScenarioCoverageReport.Count count, Entry... more) {
        List<Entry> entries = new ArrayList<>();
        entries.add(first);
        entries.add(Entry.of("seen", Scalar.of(count.seen())));
        entries.add(Entry.of("of", Scalar.of(count.of())));
        entries.addAll(List.of(more));
        return new Mapping(entries, Position.NONE);
    }

    private static Node missed(ScenarioCoverageReport.Missed missed) {
        return Mapping.of(
                Entry.of("line", Scalar.of(missed.origin().line())),
                Entry.of("subject", Scalar.of(missed.subject())),
                Entry.of("what", Scalar.of(missed.words())));
    }

    /** Which edits of the law scenarios notice. */
    static String of(MutationReport report) {
        List<Node> parts =
                report.tallies().stream()
                        .map(tally -> tally(tally, Entry.of("part", Scalar.of(tally.part()))))
                        .toList();
        List<Node> survivors =
                report.survivors().stream()
                        .map(s -> edit(s.edit(), Entry.of("touched", Scalar.of(s.scenarios()))))
                        .toList();
        List<Node> equivalents =
                report.equivalents().stream()
                        .map(e -> edit(e.edit(), Entry.of("reason", Scalar.of(e.reason()))))
                        .toList();
        return write(
                Mapping.of(
                        Entry.of("scenarios", Scalar.of(report.scenarios())),
                        Entry.of(
                                "all",
                                tally(
                                        report.total(),
                                        Entry.of(
                                                "percent",
                                                Scalar.of((int) report.total().percent())))),
                        Entry.of("parts", list(parts)),
                        Entry.of("survivors", list(survivors)),
                        Entry.of("equivalents", list(equivalents))));
    }

    private static Node tally(MutationReport.Tally tally, Entry first) {
        return Mapping.of(
                first,
                Entry.of("noticed", Scalar.of(tally.noticed())),
                Entry.of("survived", Scalar.of(tally.survived())),
                Entry.of("equivalent", Scalar.of(tally.equivalent())),
                Entry.of("refused", Scalar.of(tally.refused())));
    }

    private static Node edit(Edit edit, Entry last) {
        return Mapping.of(
                Entry.of("file", Scalar.of(edit.origin().file())),
                Entry.of("line", Scalar.of(edit.origin().line())),
                Entry.of("subject", Scalar.of(edit.subject())),
                Entry.of("part", Scalar.of(edit.part())),
                Entry.of("edit", Scalar.of(edit.words())),
                last);
    }

    private static Node scenario(ScenarioResult result) {
        return Mapping.of(
                Entry.of("suite", Scalar.of(result.suite())),
                Entry.of("id", Scalar.of(result.scenario().id())),
                Entry.of("passed", Scalar.of(result.passed())),
                Entry.of(
                        "expected",
                        new Mapping(expected(result.scenario().expect()), Position.NONE)),
                Entry.of(
                        "actual",
                        new Mapping(
                                result.decision()
                                        .map(made -> actual(result, made))
                                        .orElseGet(() -> problem(result)),
                                Position.NONE)));
    }

    /** Provisions stand there where some are expected, and exactly where it makes a difference. */
    private static List<Entry> expected(Expectation expect) {
        List<Entry> entries = new ArrayList<>(answer(expect.outcome(), expect.duties()));
        if (!expect.provisions().isEmpty()) {
            entries.add(
                    Entry.of(
                            "provisions",
                            list(expect.provisions().stream().<Node>map(Scalar::of).toList())));
        }
        if (expect.exactly()) {
            entries.add(Entry.of("exactly", Scalar.of(true)));
        }
        return entries;
    }

    private static List<Entry> actual(ScenarioResult result, Decision made) {
        List<Entry> entries = new ArrayList<>(answer(made.outcome(), made.dutySet()));
        if (!result.passed()) {
            result.differences()
                    .forEach(
                            (what, names) ->
                                    entries.add(
                                            Entry.of(
                                                    what,
                                                    list(
                                                            names.stream()
                                                                    .<Node>map(Scalar::of)
                                                                    .toList()))));
            entries.add(Entry.of("why", Scalar.of(made.why())));
        }
        return entries;
    }

    private static List<Entry> problem(ScenarioResult result) {
        return List.of(
                Entry.of("outcome", NULL),
                Entry.of("duties", list(List.of())),
                Entry.of("problem", Scalar.of(result.problem().orElseThrow())));
    }

    private static List<Entry> answer(Outcome outcome, Set<Duty> duties) {
        return List.of(
                Entry.of("outcome", Scalar.of(Tokens.of(outcome))),
                Entry.of("duties", words(duties)));
    }

    private static Node words(Set<Duty> duties) {
        return list(duties.stream().map((Duty duty) -> (Node) Scalar.of(Tokens.of(duty))).toList());
    }

    static Node list(List<Node> nodes) {
        return new Sequence(nodes, Position.NONE);
    }

    /** A tree as it stands. */
    private record Tree() implements Shape<Node> {
        @Override
        public Node read(Node node, String path, Problems problems) {
            return node;
        }

        @Override
        public Node write(Node node) {
            return node;
        }

        @Override
        public Description describe() {
            return new Description.Fields(List.of());
        }
    }
}
