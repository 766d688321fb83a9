package org.cookiepolicy.rules.workbench;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.UncoveredDayException;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Looks for a request that an edit of the register is told by: outcome, duties or the provisions
 * cited are others. It looks where the two laws differ: in the places that only one of them names,
 * on the days around those on which only one of them begins or ends, about what only one of them is
 * about.
 */
final class TellingRequests {
    /** How many places of one provision are tried on one day. */
    private static final int MOST_PLACES = 5;

    private final PolicyEngine engine;

    TellingRequests(PolicyEngine engine) {
        this.engine = engine;
    }

    /** Where, when and about what to look. */
    private record Spot(
            Provision provision,
            Jurisdiction place,
            LocalDate day,
            Map<ContestedPoint, Reading> readings) {
        Stream<Request> requests(int differences) {
            Stream<Request> requests = Situations.about(provision, place, day, differences);
            return readings.isEmpty() ? requests : requests.map(this::read);
        }

        private Request read(Request request) {
            Map<ContestedPoint, Reading> all = new EnumMap<>(ContestedPoint.class);
            all.putAll(request.visit().interpretations());
            all.putAll(readings);
            return new Request(
                    request.operation(),
                    request.cookie(),
                    request.visit().toBuilder().interpretations(all).build());
        }
    }

    /**
     * Finds the plainest request that tells an edit.
     *
     * @param edit the edit, which is not refused
     * @param other decides by the register as edited
     * @return the request as decided by the law as it is; empty when none was found
     */
    Optional<Decision> find(RegisterEdit edit, PolicyEngine other) {
        List<Spot> spots =
                edit instanceof RegisterEdit.OfProvision provision
                        ? spots(provision)
                        : spots((RegisterEdit.OfGroup) edit, other.register());
        return find(spots, 0, other)
                .or(() -> find(spots, 1, other))
                .or(() -> find(oneForEachProvision(spots), 2, other));
    }

    /** Requests that differ from the plainest in two facts are too many to try everywhere. */
    private static List<Spot> oneForEachProvision(List<Spot> spots) {
        Map<Provision, Spot> first = new LinkedHashMap<>();
        spots.forEach(spot -> first.putIfAbsent(spot.provision(), spot));
        return List.copyOf(first.values());
    }

    private Optional<Decision> find(List<Spot> spots, int differences, PolicyEngine other) {
        return spots.stream()
                .flatMap(spot -> spot.requests(differences))
                .filter(request -> !engine.appliesSameLaw(other, request))
                .flatMap(request -> told(request, other).stream())
                .findFirst();
    }

    private Optional<Decision> told(Request request, PolicyEngine other) {
        if (!engine.isCovered(request.settled().visit())) {
            return Optional.empty();
        }
        Decision decision = engine.decideThatDay(request);
        try {
            Decision edited = other.decideThatDay(request);
            return Expectation.exactly(decision).equals(Expectation.exactly(edited))
                    ? Optional.empty()
                    : Optional.of(decision);
        } catch (UncoveredDayException e) {
            return Optional.of(decision);
        }
    }

    private List<Spot> spots(RegisterEdit.OfProvision edit) {
        Set<Provision> about = new LinkedHashSet<>();
        edit.after().ifPresent(after -> about.addAll(only(edit.before(), after)));
        edit.after().ifPresent(after -> about.addAll(only(after, edit.before())));
        about.add(edit.before());
        edit.after().ifPresent(about::add);
        List<Spot> spots = new ArrayList<>();
        Set<LocalDate> days = new LinkedHashSet<>(days(edit.before()));
        edit.after().ifPresent(after -> days.addAll(days(after)));
        for (Provision provision : about) {
            for (LocalDate day : days) {
                if (provision.isInForceOn(day)) {
                    Situations.places(provision, engine.register(), day).stream()
                            .limit(MOST_PLACES)
                            .forEach(place -> spots.add(new Spot(provision, place, day, Map.of())));
                }
            }
        }
        return spots;
    }

    private Set<LocalDate> days(Provision provision) {
        return Boundaries.days(provision, engine.register());
    }

    /** One provision for each thing that it names and the other does not, naming nothing else. */
    private List<Provision> only(Provision one, Provision other) {
        List<Provision> only = new ArrayList<>();
        for (String component : List.of("places", "reach")) {
            only(one, other, component).forEach(only::add);
        }
        for (var scope : only(one.when(), other.when())) {
            RecordEdits.with(one, "when", scope).ifPresent(only::add);
        }
        for (var terms : only(one.terms(), other.terms())) {
            RecordEdits.with(one, "terms", memberOf(terms)).ifPresent(only::add);
        }
        return only;
    }

    /** A member stands for a group of destinations: a recipient sits in a country. */
    private Terms memberOf(Terms terms) {
        return engine.register().groups().stream()
                .filter(group -> terms.destinations().equals(Set.of(group.id())))
                .flatMap(group -> group.members().stream())
                .map(member -> member.place().code())
                .findFirst()
                .flatMap(code -> RecordEdits.with(terms, "destinations", Set.of(code)))
                .orElse(terms);
    }

    private static <R extends Record> List<R> only(R one, R other) {
        List<R> only = new ArrayList<>();
        for (RecordComponent component : RecordEdits.components(one)) {
            if (component.getType() == Set.class) {
                only.addAll(only(one, other, component.getName()));
            }
        }
        return only;
    }

    private static <R extends Record> List<R> only(R one, R other, String component) {
        Set<Object> rest = new LinkedHashSet<>(named(one, component));
        rest.removeAll(named(other, component));
        List<R> only = new ArrayList<>();
        for (Object element : rest) {
            RecordEdits.with(one, component, Set.of(element)).ifPresent(only::add);
        }
        return only;
    }

    private static Set<?> named(Record record, String component) {
        return (Set<?>) RecordEdits.value(RecordEdits.component(record, component), record);
    }

    /** Every provision that holds in a group may show that its membership is another. */
    private List<Spot> spots(RegisterEdit.OfGroup edit, Register edited) {
        String group = edit.before().id();
        String place = edit.place().code();
        Set<LocalDate> days = new TreeSet<>();
        Set<Map<ContestedPoint, Reading>> readings = new LinkedHashSet<>();
        for (Group some : List.of(edit.before(), edit.after().orElseThrow())) {
            for (Group.Member member : some.members()) {
                if (member.place().equals(edit.place())) {
                    days.add(member.from());
                    member.until().ifPresent(until -> days.add(until.minusDays(1)));
                    readings.add(member.readings());
                }
            }
        }
        List<Spot> spots = new ArrayList<>();
        for (Provision provision : engine.register().provisions()) {
            Optional<Provision> there =
                    provision.places().contains(group)
                            ? RecordEdits.with(provision, "places", Set.of(place))
                            : provision.terms().destinations().contains(group)
                                    ? RecordEdits.with(
                                                    provision.terms(),
                                                    "destinations",
                                                    Set.of(place))
                                            .flatMap(t -> RecordEdits.with(provision, "terms", t))
                                    : Optional.empty();
            for (Provision one : there.stream().toList()) {
                Set<LocalDate> all = new TreeSet<>(days);
                all.add(provision.from());
                for (LocalDate day : all) {
                    if (one.isInForceOn(day)) {
                        for (Map<ContestedPoint, Reading> reading : readings) {
                            Situations.places(one, edited, day).stream()
                                    .limit(1)
                                    .forEach(p -> spots.add(new Spot(one, p, day, reading)));
                        }
                    }
                }
            }
        }
        return spots;
    }
}
