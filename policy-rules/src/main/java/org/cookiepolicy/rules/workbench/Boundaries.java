package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.UncoveredDayException;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Scenarios on both sides of every day on which a provision begins or ends: the day before, the day
 * itself, and the day after. Each is about the plainest request that the provision makes a
 * difference to.
 *
 * <p>They say what the law decides now. Kept as files, they show what an edit of the law does to
 * decisions; whether the law is right, only scenarios written from its sources show.
 *
 * @param suites a suite for each year in which a provision begins or ends, in order
 * @param idle provisions for which no request was found that they make a difference to; may be
 *     empty
 */
public record Boundaries(List<Suite> suites, List<Provision> idle) {
    /** In how many facts a request may differ from the plainest before the search gives up. */
    private static final int MOST_DIFFERENCES = 2;

    /** How many days are tried before the search gives up. */
    private static final int MOST_DAYS = 4;

    /** Copies the lists. */
    public Boundaries {
        suites = List.copyOf(suites);
        idle = List.copyOf(idle);
    }

    /**
     * Makes the scenarios of a law. Takes some time, on every processor there is.
     *
     * @param engine decides by the law, not null
     * @return the scenarios, in the order of the register; not null
     */
    public static Boundaries of(PolicyEngine engine) {
        return of(engine, (provision, day) -> true);
    }

    /**
     * Makes some of the scenarios of a law.
     *
     * @param engine decides by the law, not null
     * @param wanted says whether there are to be scenarios of a provision around a day on which it
     *     begins or ends, not null
     * @return the scenarios, in the order of the register; not null
     */
    public static Boundaries of(PolicyEngine engine, BiPredicate<Provision, LocalDate> wanted) {
        List<Provision> provisions =
                engine.register().provisions().stream()
                        .filter(
                                provision ->
                                        wanted.test(provision, provision.from())
                                                || endsOn(provision, wanted).isPresent())
                        .toList();
        List<Optional<Witness>> witnesses =
                provisions.parallelStream().map(provision -> witness(engine, provision)).toList();
        Map<Integer, List<Scenario>> byYear = new TreeMap<>();
        List<Provision> idle = new ArrayList<>();
        for (int i = 0; i < provisions.size(); i++) {
            Provision provision = provisions.get(i);
            if (witnesses.get(i).isEmpty()) {
                idle.add(provision);
                continue;
            }
            Request request = witnesses.get(i).get().request();
            if (wanted.test(provision, provision.from())) {
                add(engine, provision, request, provision.from(), "begins", byYear);
            }
            endsOn(provision, wanted)
                    .ifPresent(day -> add(engine, provision, request, day, "ends", byYear));
        }
        List<Suite> suites = new ArrayList<>();
        byYear.forEach(
                (year, scenarios) ->
                        suites.add(
                                new Suite(
                                        "boundaries-" + year,
                                        "Days before, on and after the law changed in " + year,
                                        scenarios)));
        return new Boundaries(suites, idle);
    }

    private static Optional<LocalDate> endsOn(
            Provision provision, BiPredicate<Provision, LocalDate> wanted) {
        return provision.until().filter(day -> wanted.test(provision, day));
    }

    /**
     * Finds the plainest request that a provision makes a difference to.
     *
     * @param engine decides by the law that the provision stands in, not null
     * @param provision the provision, not null
     * @return the request, decided with the provision and without; empty when it never matters
     */
    public static Optional<Witness> witness(PolicyEngine engine, Provision provision) {
        PolicyEngine without = engine.with(engine.register().without(provision.id()));
        Optional<Witness> best = Optional.empty();
        // Members of a group are mostly treated alike, so one of them stands for all at first.
        for (Situation situation : situations(provision, engine.register(), 1)) {
            Optional<Witness> found = situation.witness(engine, without);
            if (found.filter(w -> w.difference() == Witness.Difference.OUTCOME).isPresent()) {
                return found;
            }
            best = best.or(() -> found);
        }
        if (best.isPresent()) {
            return best;
        }
        return situations(provision, engine.register(), Integer.MAX_VALUE).stream()
                .flatMap(situation -> situation.witness(engine, without).stream())
                .findFirst();
    }

    /** A provision where and when it holds. */
    private record Situation(Provision provision, Jurisdiction place, LocalDate day) {
        Optional<Witness> witness(PolicyEngine engine, PolicyEngine without) {
            return Witness.find(
                    engine, without, Situations.about(provision, place, day, MOST_DIFFERENCES));
        }
    }

    private static List<Situation> situations(
            Provision provision, Register register, int mostPlaces) {
        List<Situation> situations = new ArrayList<>();
        days(provision, register).stream()
                .filter(day -> !Situations.places(provision, register, day).isEmpty())
                .limit(MOST_DAYS)
                .forEach(
                        day ->
                                Situations.places(provision, register, day).stream()
                                        .limit(mostPlaces)
                                        .forEach(
                                                place ->
                                                        situations.add(
                                                                new Situation(
                                                                        provision, place, day))));
        return situations;
    }

    /**
     * Days in force: the first, the last, and those on which a place joins its group or begins to
     * be covered, since there the provision may reach somebody only then.
     */
    static Set<LocalDate> days(Provision provision, Register register) {
        Set<LocalDate> days = new LinkedHashSet<>(List.of(provision.from()));
        provision.until().ifPresent(until -> days.add(until.minusDays(1)));
        register.groups().stream()
                .filter(group -> provision.places().contains(group.id()))
                .flatMap(group -> group.members().stream())
                .map(Group.Member::from)
                .sorted()
                .forEach(days::add);
        register.coveredFrom(Situations.ELSEWHERE).ifPresent(days::add);
        days.removeIf(day -> !provision.isInForceOn(day));
        return days;
    }

    private static void add(
            PolicyEngine engine,
            Provision provision,
            Request request,
            LocalDate day,
            String event,
            Map<Integer, List<Scenario>> byYear) {
        List<String> names = List.of("before", "on", "after");
        for (int i = 0; i < names.size(); i++) {
            LocalDate at = day.plusDays(i - 1L);
            String id = provision.id() + "." + event + "." + names.get(i);
            String name = names.get(i) + " the day on which " + provision.id() + " " + event;
            decide(engine, request, at)
                    .map(
                            made ->
                                    new Scenario(
                                            id,
                                            name,
                                            provision.instrument().title()
                                                    + ", "
                                                    + provision.citation(),
                                            made.request(),
                                            Expectation.exactly(made)))
                    .ifPresent(
                            scenario ->
                                    byYear.computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                                            .add(scenario));
        }
    }

    /** What is decided on a day; empty when it is not covered. */
    private static Optional<Decision> decide(PolicyEngine engine, Request request, LocalDate at) {
        try {
            return Optional.of(
                    engine.decideThatDay(
                            new Request(
                                    request.operation(),
                                    request.cookie(),
                                    request.visit().toBuilder().at(at).build())));
        } catch (UncoveredDayException e) {
            return Optional.empty();
        }
    }
}
