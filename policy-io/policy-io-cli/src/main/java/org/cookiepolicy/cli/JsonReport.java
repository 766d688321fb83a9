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
import org.cookiepolicy.value.Tokens;

/** What came of scenarios, for programs. */
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

    private static Node scenario(ScenarioResult result) {
        return Mapping.of(
                Entry.of("suite", Scalar.of(result.suite())),
                Entry.of("id", Scalar.of(result.scenario().id())),
                Entry.of("passed", Scalar.of(result.passed())),
                Entry.of(
                        "expected",
                        new Mapping(
                                answer(
                                        result.scenario().expect().outcome(),
                                        result.scenario().expect().duties()),
                                Position.NONE)),
                Entry.of(
                        "actual",
                        new Mapping(
                                result.decision()
                                        .map(made -> actual(result, made))
                                        .orElseGet(() -> problem(result)),
                                Position.NONE)));
    }

    private static List<Entry> actual(ScenarioResult result, Decision made) {
        List<Entry> entries = new ArrayList<>(answer(made.outcome(), made.dutySet()));
        if (!result.passed()) {
            entries.add(Entry.of("missing-duties", words(result.missingDuties())));
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
