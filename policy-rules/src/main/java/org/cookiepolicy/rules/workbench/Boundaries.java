package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 */
public final class Boundaries {
    /** In how many facts a request may differ from the plainest before the search gives up. */
    private static final int MOST_DIFFERENCES = 2;

    /** How many days are tried before the search gives up. */
    private static final int MOST_DAYS = 4;

    private final PolicyEngine engine;
    private final Map<Integer, List<Scenario>> byYear = new TreeMap<>();

    private Boundaries(PolicyEngine engine) {
        this.engine = engine;
    }

    /**
     * Makes the scenarios of a law.
     *
     * @param engine decides by the law, not null
     * @return a suite for each year in which a provision begins or ends, in order
     */
    public static List<Suite> of(PolicyEngine engine) {
        Boundaries boundaries = new Boundaries(engine);
        engine.register().provisions().forEach(boundaries::add);
        List<Suite> suites = new ArrayList<>();
        boundaries.byYear.forEach(
                (year, scenarios) ->
                        suites.add(
                                new Suite(
                                        "boundaries-" + year,
                                        "Days before, on and after the law changed in " + year,
                                        scenarios)));
        return suites;
    }

    private void add(Provision provision) {
        witness(engine, provision)
                .ifPresent(
                        witness -> {
                            Request request = witness.request();
                            addDays(provision, request, provision.from(), "begins");
                            provision
                                    .until()
                                    .ifPresent(day -> addDays(provision, request, day, "ends"));
                        });
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
        int tried = 0;
        for (LocalDate day : days(provision, engine.register())) {
            // Members of a group are treated alike, so one of them stands for all that day.
            Optional<Jurisdiction> place =
                    Situations.places(provision, engine.register(), day).stream().findFirst();
            if (place.isEmpty() || tried++ >= MOST_DAYS) {
                continue;
            }
            Optional<Witness> found =
                    Witness.find(
                            engine,
                            without,
                            Situations.about(provision, place.get(), day, MOST_DIFFERENCES));
            if (found.filter(w -> w.difference() == Witness.Difference.OUTCOME).isPresent()) {
                return found;
            }
            best = best.or(() -> found);
        }
        return best;
    }

    /**
     * Days in force: the first, the last, and those on which a place joins its group or begins to
     * be covered, since there the provision may reach somebody only then.
     */
    private static Set<LocalDate> days(Provision provision, Register register) {
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

    private void addDays(Provision provision, Request request, LocalDate day, String event) {
        Map<String, LocalDate> days = new TreeMap<>();
        days.put("1-before", day.minusDays(1));
        days.put("2-on", day);
        days.put("3-after", day.plusDays(1));
        days.forEach(
                (name, at) ->
                        scenario(provision, request, at, event, name)
                                .ifPresent(
                                        scenario ->
                                                byYear.computeIfAbsent(
                                                                day.getYear(),
                                                                year -> new ArrayList<>())
                                                        .add(scenario)));
    }

    /** A scenario of what is decided on a day; empty when the day is not covered. */
    private Optional<Scenario> scenario(
            Provision provision, Request request, LocalDate at, String event, String name) {
        Request that =
                new Request(
                        request.operation(),
                        request.cookie(),
                        request.visit().toBuilder().at(at).build());
        try {
            Decision decision = engine.decideThatDay(that);
            return Optional.of(
                    new Scenario(
                            provision.id() + "." + event + "." + name.substring(0, 1),
                            name.substring(2) + " the day on which " + provision.id() + " " + event,
                            provision.instrument().title() + ", " + provision.citation(),
                            that,
                            new Expectation(
                                    decision.outcome(), new TreeSet<>(decision.dutySet()))));
        } catch (UncoveredDayException e) {
            return Optional.empty();
        }
    }
}
