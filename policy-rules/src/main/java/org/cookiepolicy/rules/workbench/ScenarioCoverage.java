package org.cookiepolicy.rules.workbench;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.Access;
import org.cookiepolicy.rules.Law;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.UncoveredDayException;
import org.cookiepolicy.rules.drl.RuleFile;
import org.cookiepolicy.rules.workbench.RecordEdits.Change;
import org.cookiepolicy.rules.workbench.ScenarioCoverageReport.Missed;
import org.cookiepolicy.rules.workbench.ScenarioCoverageReport.OfFile;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a law have been seen at work by the requests shown to it. What is looked for:
 *
 * <ul>
 *   <li>each rule fires, and each constraint of each of its patterns is seen true and seen false
 *       where everything before it is true;
 *   <li>each provision applies, and in a place it holds in is seen not yet in force and no longer
 *       in force; each of its readings and each fact of its {@code when} is seen to fit and not to
 *       fit; each of its terms is seen to matter and not to matter: to matter is to change what the
 *       rules find.
 * </ul>
 *
 * <p>Collects what it sees and is therefore not thread-safe.
 */
public final class ScenarioCoverage {
    private static final Register.Source NOWHERE = new Register.Source("register", 1);

    private final PolicyEngine engine;
    private final PolicyEngine probes;
    private final List<Goal> goals = new ArrayList<>();
    private final Set<Goal> seen = new HashSet<>();
    private final Map<String, Goal> ofProbes = new HashMap<>();
    private final Map<String, Goal> ofRules = new HashMap<>();
    private final Map<String, Subject> provisions = new LinkedHashMap<>();
    private int requests;

    /** Something to be seen. */
    private record Goal(String kind, Register.Source origin, String subject, String words) {}

    /** What is to be seen of a provision. */
    private record Subject(
            Provision provision,
            Goal applied,
            Optional<Goal> notYet,
            Optional<Goal> noLonger,
            List<Condition<Scope>> facts,
            List<Condition<Optional<Provision>>> terms,
            Optional<Condition<Provision>> readings) {}

    /** Something that is true or false, with the goals to see it so. */
    private record Condition<T>(T of, Goal whenTrue, Goal whenFalse) {}

    private ScenarioCoverage(PolicyEngine engine, List<LawFile> files) {
        this.engine = engine;
        List<LawFile> rules = files.stream().filter(LawFile::isRules).toList();
        rules(rules);
        probes = engine.probing(rules);
        Collection<Jurisdiction> places = places();
        engine.register().provisions().forEach(provision -> provision(provision, places));
    }

    /**
     * Starts without anything seen.
     *
     * @param law register and rules, not null
     * @return what is to be seen of the law, not null
     * @throws DocumentException when the law is not one
     */
    public static ScenarioCoverage of(List<LawFile> law) {
        return new ScenarioCoverage(PolicyEngine.load(law), law);
    }

    private Goal goal(String kind, Register.Source origin, String subject, String words) {
        Goal goal = new Goal(kind, origin, subject, words);
        goals.add(goal);
        return goal;
    }

    /** The goals of some rules: that they fire, and that each condition is seen both ways. */
    private void rules(List<LawFile> files) {
        for (LawFile file : files) {
            for (RuleText.Rule rule : RuleText.of(file).rules()) {
                Register.Source origin = new Register.Source(file.name(), rule.span().line());
                String subject = "rule \"" + rule.name() + "\"";
                ofRules.put(rule.name(), goal("rules fired", origin, subject, "never fires"));
            }
        }
        PolicyEngine.probes(files)
                .forEach(
                        (file, some) -> {
                            for (RuleFile.Probe probe : some) {
                                String subject = "rule \"" + probe.rule() + "\"";
                                int line = probe.position().line();
                                ofProbes.put(
                                        probe.name(),
                                        goal(
                                                "conditions of rules",
                                                new Register.Source(file, line),
                                                subject,
                                                "`"
                                                        + probe.condition()
                                                        + "` is never "
                                                        + probe.met()));
                            }
                        });
    }

    private Collection<Jurisdiction> places() {
        List<Jurisdiction> places = new ArrayList<>(Jurisdiction.all());
        places.add(Jurisdiction.UNKNOWN);
        return places;
    }

    private void provision(Provision provision, Collection<Jurisdiction> places) {
        Register register = engine.register();
        Register.Source origin = register.source(provision).orElse(NOWHERE);
        String id = provision.id();
        Goal applied = goal("provisions applied", origin, id, "never applies");
        Optional<Goal> notYet =
                isDecidedBefore(provision, places)
                        ? Optional.of(
                                goal(
                                        "days out of force",
                                        origin,
                                        id,
                                        "never seen before it is in force, " + provision.from()))
                        : Optional.empty();
        Optional<Goal> noLonger =
                provision
                        .until()
                        .map(
                                day ->
                                        goal(
                                                "days out of force",
                                                origin,
                                                id,
                                                "never seen when it is no longer in force, "
                                                        + day));
        List<Condition<Scope>> facts = new ArrayList<>();
        for (RecordComponent component : RecordEdits.components(provision.when())) {
            Object value = RecordEdits.value(component, provision.when());
            if (!value.equals(RecordEdits.value(component, Scope.ANY))) {
                Scope alone = RecordEdits.with(Scope.ANY, component.getName(), value).orElseThrow();
                facts.add(
                        condition(
                                alone,
                                "facts of provisions",
                                origin,
                                id,
                                "when." + Tokens.ofName(component.getName()),
                                "fits",
                                "fails to fit"));
            }
        }
        Optional<Condition<Provision>> readings =
                provision.readings().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                condition(
                                        provision,
                                        "facts of provisions",
                                        origin,
                                        id,
                                        "readings",
                                        "fits",
                                        "fails to fit"));
        List<Condition<Optional<Provision>>> terms = new ArrayList<>();
        for (Change<Provision> change : withoutTerms(provision)) {
            terms.add(
                    condition(
                            change.result(),
                            "terms of provisions",
                            origin,
                            id,
                            change.words(),
                            "matters",
                            "fails to matter"));
        }
        provisions.put(
                id, new Subject(provision, applied, notYet, noLonger, facts, terms, readings));
    }

    private <T> Condition<T> condition(
            T of,
            String kind,
            Register.Source origin,
            String subject,
            String what,
            String whenTrue,
            String whenFalse) {
        return new Condition<>(
                of,
                goal(kind, origin, subject, what + " never " + whenTrue),
                goal(kind, origin, subject, what + " never " + whenFalse));
    }

    /**
     * A provision without one of its terms, or without one of several named in a term; without any
     * result where it would say nothing any more.
     */
    private static List<Change<Provision>> withoutTerms(Provision provision) {
        List<Change<Provision>> changes = new ArrayList<>();
        for (RecordComponent component : RecordEdits.components(provision.terms())) {
            Object value = RecordEdits.value(component, provision.terms());
            Object neutral = RecordEdits.value(component, Terms.NONE);
            if (value.equals(neutral)) {
                continue;
            }
            String key = Tokens.ofName(component.getName());
            if (value instanceof Set<?> set && set.iterator().next() instanceof Enum<?>) {
                for (Object element : set) {
                    Set<Object> rest = new HashSet<>(set);
                    rest.remove(element);
                    changes.add(
                            without(
                                    provision,
                                    component,
                                    rest,
                                    key + "." + RecordEdits.word(element)));
                }
            } else {
                changes.add(without(provision, component, neutral, key));
            }
        }
        return changes;
    }

    private static Change<Provision> without(
            Provision provision, RecordComponent component, Object rest, String words) {
        Optional<Provision> result =
                RecordEdits.with(provision.terms(), component.getName(), rest)
                        .flatMap(terms -> RecordEdits.with(provision, "terms", terms));
        return new Change<>(component.getName(), words, result);
    }

    /**
     * Whether a day is decided, in a place a provision holds in, on which it is not yet in force.
     */
    private boolean isDecidedBefore(Provision provision, Collection<Jurisdiction> places) {
        Register register = engine.register();
        LocalDate before = provision.from().minusDays(1);
        for (Jurisdiction place : places) {
            boolean decided =
                    register.coveredFrom(place).filter(day -> !day.isAfter(before)).isPresent();
            if (decided) {
                Visit visit = Visit.of(before, Visitor.in(place));
                boolean holds =
                        register.codesOf(register.home(place), visit).stream()
                                .flatMap(codes -> codes.stream())
                                .anyMatch(provision.places()::contains);
                if (holds) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Shows a request to the law. One on a day that is not decided shows nothing.
     *
     * @param request the facts, not null
     */
    public void see(Request request) {
        Request settled = request.settled();
        List<Law> laws;
        try {
            laws = engine.lawsFor(settled);
        } catch (UncoveredDayException e) {
            return;
        }
        requests++;
        engine.firing(settled, laws).forEach(rule -> reach(ofRules.get(rule)));
        probes.firing(settled, laws).forEach(name -> reach(ofProbes.get(name)));
        for (Law law : laws) {
            Subject subject = provisions.get(Register.provision(law).id());
            if (subject != null) {
                seen.add(subject.applied());
                terms(subject, law, settled);
            }
        }
        around(settled);
    }

    private void reach(@Nullable Goal goal) {
        if (goal != null) {
            seen.add(goal);
        }
    }

    private void terms(Subject subject, Law law, Request settled) {
        List<Condition<Optional<Provision>>> open =
                subject.terms().stream().filter(term -> !isSeenBothWays(term)).toList();
        if (open.isEmpty()) {
            return;
        }
        Set<String> with = what(engine.find(settled, List.of(law)));
        for (Condition<Optional<Provision>> term : open) {
            List<Law> without = term.of().map(other -> Register.with(law, other)).stream().toList();
            boolean matters = !what(engine.find(settled, without)).equals(with);
            see(term, matters);
        }
    }

    private boolean isSeenBothWays(Condition<?> condition) {
        return seen.contains(condition.whenTrue()) && seen.contains(condition.whenFalse());
    }

    /** What is found, whatever it rests on. */
    private static Set<String> what(List<Finding> findings) {
        return findings.stream().map(f -> f.type() + " " + f.about()).collect(Collectors.toSet());
    }

    /** What is seen of the provisions of the places that matter, whether they apply or not. */
    private void around(Request settled) {
        Visit visit = settled.visit();
        Register register = engine.register();
        Access access = new Access(settled);
        Set<String> codes = new HashSet<>();
        Stream.of(
                        Stream.of(register.homeRegime(visit).place()),
                        visit.visitor().residence().stream(),
                        visit.operator().country().stream())
                .flatMap(some -> some)
                .flatMap(place -> register.codesOf(register.home(place), visit).stream())
                .forEach(codes::addAll);
        for (Subject subject : provisions.values()) {
            Provision provision = subject.provision();
            if (provision.places().stream().noneMatch(codes::contains)) {
                continue;
            }
            if (!provision.isInForceOn(visit.at())) {
                boolean early = visit.at().isBefore(provision.from());
                (early ? subject.notYet() : subject.noLonger()).ifPresent(seen::add);
                continue;
            }
            subject.readings()
                    .ifPresent(
                            condition ->
                                    see(condition, Register.isRead(provision.readings(), visit)));
            for (Condition<Scope> fact : subject.facts()) {
                boolean fits =
                        fact.of().thresholds()
                                ? !register.isBelowThresholds(provision, visit)
                                : access.isWithin(fact.of());
                see(fact, fits);
            }
        }
    }

    private void see(Condition<?> condition, boolean value) {
        seen.add(value ? condition.whenTrue() : condition.whenFalse());
    }

    /**
     * Returns what has been seen so far, and what has not.
     *
     * @return a report, not null
     */
    public ScenarioCoverageReport report() {
        Map<String, List<Goal>> byFile =
                goals.stream().collect(Collectors.groupingBy(goal -> goal.origin().file()));
        List<OfFile> files =
                byFile.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> ofFile(entry.getKey(), entry.getValue()))
                        .toList();
        Map<String, ScenarioCoverageReport.Count> counts = new LinkedHashMap<>();
        for (Goal goal : goals) {
            ScenarioCoverageReport.Count one =
                    new ScenarioCoverageReport.Count(seen.contains(goal) ? 1 : 0, 1);
            counts.merge(goal.kind(), one, ScenarioCoverageReport.Count::plus);
        }
        return new ScenarioCoverageReport(requests, counts, files);
    }

    private OfFile ofFile(String file, List<Goal> all) {
        List<Missed> missed =
                all.stream()
                        .filter(goal -> !seen.contains(goal))
                        .sorted(Comparator.comparingInt(goal -> goal.origin().line()))
                        .map(goal -> new Missed(goal.origin(), goal.subject(), goal.words()))
                        .toList();
        int total = all.size();
        return new OfFile(
                file, new ScenarioCoverageReport.Count(total - missed.size(), total), missed);
    }
}
