package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.rules.Law;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.workbench.MutationReport.Equivalent;
import org.cookiepolicy.rules.workbench.MutationReport.Survivor;
import org.cookiepolicy.rules.workbench.MutationReport.Tally;
import org.cookiepolicy.rules.workbench.RuleEdits.RuleEdit;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;

/**
 * Changes the law in one place at a time and looks which changes scenarios notice. A law is as well
 * tested as its scenarios notice that it was changed.
 *
 * <p>A house beside the law is edited as the law is. A provision of the house that is removed takes
 * along what it declares to take away from law; the declaration is not edited otherwise.
 *
 * <p>An edit is noticed when a scenario fails: another outcome, a missing duty, or no decision at
 * all. Edits are the same, in the same order, for the same law.
 */
public final class Mutation {
    private final List<LawFile> files;
    private final PolicyEngine engine;
    private final List<Case> cases;
    private final Map<String, List<Case>> byCode = new HashMap<>();
    private final int every;
    private final Predicate<String> chosen;

    private Mutation(
            List<LawFile> files,
            PolicyEngine engine,
            List<Case> cases,
            int every,
            Predicate<String> chosen) {
        this.files = files;
        this.engine = engine;
        this.cases = cases;
        this.every = every;
        this.chosen = chosen;
        for (Case one : cases) {
            for (String code : one.codes()) {
                byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(one);
            }
        }
    }

    /** An edit, and what became of it. */
    private record Result(Edit edit, Fate fate, int touched, String reason) {}

    /**
     * Scenarios that notice edits of the register, and how many of these edits they leave.
     *
     * @param suites a suite for each file of the register for which some were found, in its order;
     *     may be empty
     * @param untold how many edits remain that no scenario notices: no request was found by which
     *     to tell them
     */
    public record Proposals(List<Suite> suites, int untold) {
        /** Copies the list. */
        public Proposals {
            suites = List.copyOf(suites);
        }
    }

    /** What was found for the edits of one subject, and the edits for which nothing was. */
    private record Proposed(List<Scenario> scenarios, List<RegisterEdit> untold) {}

    /**
     * Prepares a run.
     *
     * @param law register and rules, and those of a house where they are edited, too; not null
     * @param suites the scenarios, not null
     * @return a run of every edit, not null
     * @throws DocumentException when the law is not one
     * @throws IllegalArgumentException when there is no scenario, or one fails before any edit: it
     *     cannot tell whether an edit breaks it
     */
    public static Mutation of(List<LawFile> law, List<Suite> suites) {
        PolicyEngine engine = PolicyEngine.load(law);
        List<Case> cases = new ArrayList<>();
        for (Suite suite : suites) {
            for (Scenario scenario : suite.scenarios()) {
                cases.add(Case.of(engine, suite, scenario, cases.size()));
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there is no scenario");
        }
        return new Mutation(List.copyOf(law), engine, List.copyOf(cases), 1, file -> true);
    }

    /**
     * Returns a run of some edits only, chosen by their position.
     *
     * @param nth every how many edits one is tried, at least 1
     * @return a run of the first edit and each nth after it, not null
     * @throws IllegalArgumentException when {@code nth} is less than 1
     */
    public Mutation every(int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("every " + nth + " edits is none");
        }
        return new Mutation(files, engine, cases, nth, chosen);
    }

    /**
     * Returns a run of the edits in some files of the law only.
     *
     * @param file says by its name whether a file of the law is edited, not null
     * @return a run of these edits, not null
     */
    public Mutation only(Predicate<String> file) {
        return new Mutation(files, engine, cases, every, file);
    }

    /**
     * Runs, on all processors.
     *
     * @return what became of the edits, not null
     */
    public MutationReport run() {
        List<RegisterEdit> ofRegister = registerEdits();
        List<RuleText> rules = files.stream().filter(LawFile::isRules).map(RuleText::of).toList();
        List<RuleEdit> ofRules =
                rules.stream()
                        .flatMap(r -> RuleEdits.of(r).stream())
                        .filter(edit -> chosen.test(edit.edit().origin().file()))
                        .toList();
        Equivalence equivalence = new Equivalence(engine.register(), rules);
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Result>> running = new ArrayList<>();
            // Rules first: each takes a compilation, so none of them should be left to the end.
            for (int i = 0; i < ofRules.size(); i += every) {
                RuleEdit edit = ofRules.get(i);
                running.add(workers.submit(() -> attempt(edit)));
            }
            for (int i = 0; i < ofRegister.size(); i += every) {
                RegisterEdit edit = ofRegister.get(i);
                running.add(workers.submit(() -> attempt(edit, equivalence)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> result : running) {
                results.add(result.get());
            }
            return report(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /**
     * Looks for scenarios that notice the edits of the register which none notices yet. Each says
     * what the law decides now, exactly; whether that is right is for its reader to tell.
     *
     * @return the scenarios, and how many edits remain; not null
     */
    public Proposals propose() {
        Map<String, List<RegisterEdit>> bySubject = new LinkedHashMap<>();
        List<RegisterEdit> edits = registerEdits();
        for (int i = 0; i < edits.size(); i += every) {
            RegisterEdit edit = edits.get(i);
            bySubject.computeIfAbsent(edit.edit().subject(), s -> new ArrayList<>()).add(edit);
        }
        List<RuleText> rules = files.stream().filter(LawFile::isRules).map(RuleText::of).toList();
        Equivalence equivalence = new Equivalence(engine.register(), rules);
        List<List<RegisterEdit>> subjects = List.copyOf(bySubject.values());
        List<Proposed> found =
                subjects.parallelStream().map(some -> propose(some, equivalence)).toList();
        Map<String, List<Scenario>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            String file = subjects.get(i).get(0).edit().origin().file();
            byFile.computeIfAbsent(file, f -> new ArrayList<>()).addAll(found.get(i).scenarios());
        }
        List<Suite> suites = new ArrayList<>();
        byFile.forEach(
                (file, scenarios) -> {
                    if (!scenarios.isEmpty()) {
                        String name = file.replaceAll("\\.ya?ml$", "").replaceAll("[/.]", "-");
                        String title = "What edits of " + file + " would change";
                        suites.add(new Suite("telling-" + name, title, scenarios));
                    }
                });
        return new Proposals(suites, untold(found));
    }

    /** A scenario for one provision may notice an edit of another, for which none was found. */
    private int untold(List<Proposed> found) {
        List<Scenario> scenarios =
                found.stream().flatMap(proposed -> proposed.scenarios().stream()).toList();
        return (int)
                found.parallelStream()
                        .flatMap(proposed -> proposed.untold().stream())
                        .filter(
                                edit -> {
                                    PolicyEngine other = engine.with(edit.apply(engine.register()));
                                    return scenarios.stream()
                                            .noneMatch(one -> Case.fails(other, one));
                                })
                        .count();
    }

    private List<RegisterEdit> registerEdits() {
        return RegisterEdits.of(engine.register()).stream()
                .filter(edit -> chosen.test(edit.edit().origin().file()))
                .toList();
    }

    /** Scenarios for the edits of one provision, or one member of a group. */
    private Proposed propose(List<RegisterEdit> edits, Equivalence equivalence) {
        TellingRequests requests = new TellingRequests(engine);
        List<Scenario> found = new ArrayList<>();
        List<RegisterEdit> untold = new ArrayList<>();
        for (RegisterEdit edit : edits) {
            if (attempt(edit, equivalence).fate() == Fate.SURVIVED) {
                PolicyEngine other = engine.with(edit.apply(engine.register()));
                if (found.stream().noneMatch(one -> Case.fails(other, one))) {
                    requests.find(edit, other)
                            .map(decision -> scenario(edit, found.size() + 1, decision))
                            .ifPresentOrElse(found::add, () -> untold.add(edit));
                }
            }
        }
        return new Proposed(found, untold);
    }

    private static Scenario scenario(RegisterEdit edit, int number, Decision decision) {
        String subject = edit.edit().subject();
        String id;
        String source;
        if (edit instanceof RegisterEdit.OfProvision of) {
            id = subject;
            source = of.before().instrument().title() + ", " + of.before().citation();
        } else {
            RegisterEdit.OfGroup of = (RegisterEdit.OfGroup) edit;
            id = (of.before().id() + "." + of.place()).toLowerCase(Locale.ROOT);
            source = subject;
        }
        return new Scenario(
                id + "." + number,
                "would change with " + subject + ", " + edit.edit().words(),
                source,
                decision.request(),
                Expectation.exactly(decision));
    }

    private Result attempt(RegisterEdit edit, Equivalence equivalence) {
        if (edit.isRefused()) {
            return new Result(edit.edit(), Fate.REFUSED, 0, "");
        }
        Register edited = edit.apply(engine.register());
        if (!edited.isHouseSound()) {
            return new Result(edit.edit(), Fate.REFUSED, 0, "");
        }
        PolicyEngine other = engine.with(edited);
        int touched = 0;
        for (Case one : inOrder(edit)) {
            try {
                Set<Law> laws = edit.seenByRules(other.lawsFor(one.request()));
                boolean same =
                        laws.equals(one.laws())
                                && edited.homeRegime(one.request().visit()).equals(one.home());
                if (same) {
                    continue;
                }
                touched++;
                if (one.fails(other.decideThatDay(one.request()))) {
                    return new Result(edit.edit(), Fate.NOTICED, touched, "");
                }
            } catch (RuntimeException e) {
                // No decision at all, whatever the reason, is a scenario that fails.
                return new Result(edit.edit(), Fate.NOTICED, touched, "");
            }
        }
        int survived = touched;
        return equivalence
                .reason(edit, edited)
                .map(reason -> new Result(edit.edit(), Fate.EQUIVALENT, 0, reason))
                .orElseGet(() -> new Result(edit.edit(), Fate.SURVIVED, survived, ""));
    }

    /** The cases that an edit may touch, those under the provision first: they likely fail. */
    private List<Case> inOrder(RegisterEdit edit) {
        Set<Case> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        edit.codes().forEach(code -> touched.addAll(byCode.getOrDefault(code, List.of())));
        String subject = edit.edit().subject();
        return touched.stream()
                .sorted(
                        Comparator.comparing((Case one) -> !one.provisions().contains(subject))
                                .thenComparingInt(Case::number))
                .toList();
    }

    private Result attempt(RuleEdit edit) {
        PolicyEngine other;
        try {
            other =
                    engine.withRules(
                            files.stream()
                                    .filter(LawFile::isRules)
                                    .map(f -> f.name().equals(edit.file().name()) ? edit.file() : f)
                                    .toList());
        } catch (DocumentException e) {
            return new Result(edit.edit(), Fate.REFUSED, 0, "");
        }
        String rule = edit.rule();
        List<Case> firing = cases.stream().filter(one -> one.rules().contains(rule)).toList();
        List<Case> others = cases.stream().filter(one -> !one.rules().contains(rule)).toList();
        int touched = 0;
        for (Case one : Stream.concat(firing.stream(), others.stream()).toList()) {
            try {
                Decision decision = other.decideThatDay(one.request());
                touched += decision.findings().equals(one.findings()) ? 0 : 1;
                if (one.fails(decision)) {
                    return new Result(edit.edit(), Fate.NOTICED, touched, "");
                }
            } catch (RuntimeException e) {
                return new Result(edit.edit(), Fate.NOTICED, touched, "");
            }
        }
        return new Result(edit.edit(), Fate.SURVIVED, touched, "");
    }

    private MutationReport report(List<Result> results) {
        if (results.isEmpty()) {
            throw new IllegalStateException("a law without anything to edit is no law");
        }
        Map<String, List<Result>> byPart =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        result -> result.edit().part(),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<Tally> tallies = new ArrayList<>();
        byPart.forEach((part, some) -> tallies.add(tally(part, some)));
        return new MutationReport(
                cases.size(),
                tallies,
                results.stream()
                        .filter(result -> result.fate() == Fate.SURVIVED)
                        .map(result -> new Survivor(result.edit(), result.touched()))
                        .sorted(Comparator.comparing(Survivor::edit))
                        .toList(),
                results.stream()
                        .filter(result -> result.fate() == Fate.EQUIVALENT)
                        .map(result -> new Equivalent(result.edit(), result.reason()))
                        .sorted(Comparator.comparing(Equivalent::edit))
                        .toList());
    }

    private static Tally tally(String part, List<Result> results) {
        return new Tally(
                part,
                count(results, Fate.NOTICED),
                count(results, Fate.SURVIVED),
                count(results, Fate.EQUIVALENT),
                count(results, Fate.REFUSED));
    }

    private static int count(List<Result> results, Fate fate) {
        return (int) results.stream().filter(result -> result.fate() == fate).count();
    }
}
