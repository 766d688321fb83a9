package org.cookiepolicy.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.workbench.Affected;
import org.cookiepolicy.rules.workbench.Effect;
import org.cookiepolicy.rules.workbench.LawDiff;
import org.cookiepolicy.rules.workbench.LawDiff.Extent;
import org.cookiepolicy.rules.workbench.Period;
import org.cookiepolicy.rules.workbench.PolicyDiff;
import org.cookiepolicy.rules.workbench.Witness;
import org.cookiepolicy.value.Jurisdiction;

/** What two laws or two policies decide differently, for people and for programs. */
final class DiffReport {
    private DiffReport() {}

    /** A place and one of its periods, as it is written. */
    public record Where(Jurisdiction place, LocalDate from, Optional<LocalDate> until) {}

    /** What a fact has to be, as it is written. */
    public record Condition(String fact, Set<String> classes) {
        public Condition {
            classes = Set.copyOf(classes);
        }
    }

    /** An answer, as it is written. */
    public record Answer(Outcome outcome, Set<Duty> duties) {
        public Answer {
            duties = Set.copyOf(duties);
        }
    }

    /** A group, as it is written. */
    public record Group(
            Effect.Type type,
            String effect,
            String sentence,
            Reach reach,
            List<Where> where,
            Set<Purpose> purposes,
            Set<Purpose> beside,
            boolean alone,
            List<Condition> conditions,
            List<String> sources,
            int situations,
            boolean complete,
            Request witness,
            Optional<Answer> before,
            Optional<Answer> after) {
        public Group {
            where = List.copyOf(where);
            purposes = Set.copyOf(purposes);
            beside = Set.copyOf(beside);
            conditions = List.copyOf(conditions);
            sources = List.copyOf(sources);
        }
    }

    /** A comparison of laws, as it is written. */
    public record Document(
            List<Group> groups, List<String> reworded, List<String> rules, String space) {
        public Document {
            groups = List.copyOf(groups);
            reworded = List.copyOf(reworded);
            rules = List.copyOf(rules);
        }
    }

    /** A change of a cookie, as it is written. */
    public record CookieChange(
            String cookie,
            PolicyDiff.ChangeKind kind,
            List<String> facts,
            Effect.Type type,
            String effect,
            String sentence,
            List<Where> where,
            List<Condition> conditions,
            int situations,
            boolean complete,
            Request witness,
            Optional<Answer> before,
            Optional<Answer> after) {
        public CookieChange {
            facts = List.copyOf(facts);
            where = List.copyOf(where);
            conditions = List.copyOf(conditions);
        }
    }

    /** A comparison of policies, as it is written. */
    public record PolicyDocument(List<CookieChange> changes, String space) {
        public PolicyDocument {
            changes = List.copyOf(changes);
        }
    }

    static String json(LawDiff diff) {
        RecordShape<Group> group =
                RecordShape.of(Group.class).shape("witness", Documents.REQUEST).build();
        Document document =
                new Document(
                        diff.affected().stream().map(DiffReport::group).toList(),
                        diff.reworded(),
                        diff.extent().rules(),
                        space(diff));
        return new Json()
                .write(document, RecordShape.of(Document.class).type(Group.class, group).build());
    }

    private static Group group(Affected affected) {
        Witness witness = affected.witness();
        return new Group(
                affected.effect().type(),
                affected.effect().toString(),
                affected.sentence(),
                affected.reach(),
                where(affected.where()),
                affected.purposes(),
                affected.beside(),
                affected.alone(),
                conditions(affected.conditions()),
                List.copyOf(affected.sources()),
                number(affected.situations()),
                affected.complete(),
                witness.request(),
                witness.before().map(DiffReport::answer),
                witness.after().map(DiffReport::answer));
    }

    private static CookieChange change(PolicyDiff.Change change) {
        Witness witness = change.witness();
        return new CookieChange(
                change.cookie(),
                change.kind(),
                change.facts(),
                change.effect().type(),
                change.effect().toString(),
                change.sentence(),
                where(change.where()),
                conditions(change.conditions()),
                number(change.situations()),
                change.complete(),
                witness.request(),
                witness.before().map(DiffReport::answer),
                witness.after().map(DiffReport::answer));
    }

    private static List<Where> where(Map<Jurisdiction, List<Period>> where) {
        List<Where> all = new ArrayList<>();
        where.forEach(
                (place, periods) ->
                        periods.forEach(p -> all.add(new Where(place, p.from(), p.until()))));
        return all;
    }

    private static List<Condition> conditions(Map<String, Affected.Condition> conditions) {
        return conditions.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), entry.getValue().classes()))
                .toList();
    }

    private static int number(long situations) {
        return (int) Math.min(Integer.MAX_VALUE, situations);
    }

    private static Answer answer(Decision decision) {
        return new Answer(decision.outcome(), decision.dutySet());
    }

    /** What was looked at, in sentences for people. */
    static String summary(LawDiff diff) {
        StringBuilder text = new StringBuilder();
        if (diff.affected().isEmpty()) {
            text.append("Nothing is decided differently.\n");
        }
        if (!diff.reworded().isEmpty()) {
            text.append("Reworded only: ").append(String.join(", ", diff.reworded())).append('\n');
        }
        if (!diff.extent().rules().isEmpty()) {
            text.append("Rules that differ: ")
                    .append(String.join("; ", diff.extent().rules()))
                    .append('\n');
        }
        return text.append(space(diff)).append('\n').toString();
    }

    private static String space(LawDiff diff) {
        Extent extent = diff.extent();
        if (extent.laws() == 0) {
            return "In every place, on every day and by whatever the visitor is reached, both laws say"
                    + " the same.";
        }
        StringBuilder text =
                new StringBuilder(
                        "%s reached by %s that can be told apart; %s looked at and %d decided under both."
                                .formatted(
                                        Words.count(extent.places(), "place is", "places are"),
                                        Words.count(
                                                extent.laws(),
                                                "pair of laws",
                                                "different pairs of laws"),
                                        Words.count(
                                                extent.situations(),
                                                "situation was",
                                                "situations were"),
                                        extent.decided()));
        text.append(
                " For %d of %d combinations of laws and purposes that is every combination of the facts that can matter"
                        .formatted(extent.complete(), extent.tables()));
        addSampled(extent.sampled(), text);
        addUncovered(extent.uncovered(), text);
        return text.append(
                        ". Facts that are not spoken of make no difference, as far as nothing else"
                                + " forbids the access under both laws. Whoever several laws reach at"
                                + " once needs all of them to pass; each was looked at by itself.")
                .toString();
    }

    static String json(PolicyDiff diff) {
        RecordShape<CookieChange> change =
                RecordShape.of(CookieChange.class).shape("witness", Documents.REQUEST).build();
        return new Json()
                .write(
                        new PolicyDocument(
                                diff.changes().stream().map(DiffReport::change).toList(),
                                space(diff)),
                        RecordShape.of(PolicyDocument.class)
                                .type(CookieChange.class, change)
                                .build());
    }

    /** What was looked at, in sentences for people. */
    static String summary(PolicyDiff diff) {
        String nothing = diff.changes().isEmpty() ? "Nothing is decided differently.\n" : "";
        return nothing + space(diff) + "\n";
    }

    private static String space(PolicyDiff diff) {
        PolicyDiff.Extent extent = diff.extent();
        StringBuilder text =
                new StringBuilder(
                        "%s; from %s on, the law tells what they say apart in %s, in all places and periods; %s decided for both."
                                .formatted(
                                        Words.count(
                                                extent.cookies(),
                                                "cookie differs",
                                                "cookies differ"),
                                        extent.since(),
                                        Words.count(extent.tables(), "way", "different ways"),
                                        Words.count(
                                                extent.situations(),
                                                "situation was",
                                                "situations were")));
        if (extent.tables() > 0) {
            text.append(
                    " For %d of these ways that is every combination of the facts of a visit that can matter"
                            .formatted(extent.complete()));
            addSampled(extent.sampled(), text);
            addUncovered(extent.uncovered(), text);
            text.append(
                    ". Facts that are not spoken of make no difference, as far as nothing else forbids"
                            + " both cookies.");
        }
        return text.toString();
    }

    private static void addUncovered(List<String> uncovered, StringBuilder text) {
        if (!uncovered.isEmpty()) {
            text.append("; not every value was tried of what rules ask for: ")
                    .append(String.join(", ", uncovered));
        }
    }

    private static void addSampled(Map<String, Integer> sampled, StringBuilder text) {
        sampled.forEach((by, count) -> text.append("; for ").append(count).append(", ").append(by));
    }
}
