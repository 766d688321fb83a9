package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/**
 * Looks for days without law in places that the register covers, and for laws that contradict. A
 * law that says since when it answers everywhere is held to it. What a house says beside the law
 * fills no gap and contradicts nothing.
 */
public final class RegisterCheck {
    /** The first day from which a law has to be without gaps that does not say so itself. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2018, 5, 25);

    /** Every purpose a cookie may state; what it does not state is denied in any case. */
    private static final Set<Purpose> PURPOSES = EnumSet.complementOf(EnumSet.of(Purpose.UNKNOWN));

    private RegisterCheck() {}

    /** What is wrong. */
    public enum Type {
        /** A layer of a covered place has no governing provision. */
        GAP,
        /** Two governing provisions about everything say different things. */
        OVERLAP
    }

    /**
     * Something wrong with the register.
     *
     * @param type what is wrong, not null
     * @param place the code of the place or group, not null
     * @param layer the layer, not null
     * @param day the first day on which it is wrong, not null
     * @param until the first day on which a gap is another or none; empty when there is no such
     *     day, and for an overlap
     * @param provisions the provisions that contradict, the one that begins later last; empty for a
     *     gap
     * @param purposes the purposes that a gap leaves open; empty for all of them, and for an
     *     overlap
     */
    public record Fault(
            Type type,
            String place,
            Layer layer,
            LocalDate day,
            Optional<LocalDate> until,
            List<String> provisions,
            Set<Purpose> purposes) {
        /** Copies the provisions and purposes. */
        public Fault {
            Objects.requireNonNull(until, "until");
            provisions = List.copyOf(provisions);
            purposes = Checks.copy(Purpose.class, purposes);
        }

        /**
         * Returns the fault in a sentence.
         *
         * @return the sentence, not null
         */
        @Override
        public String toString() {
            String where = "`" + place + "`, layer " + Tokens.of(layer);
            return type == Type.GAP
                    ? "gap: "
                            + where
                            + ": nothing from "
                            + day
                            + until.map(end -> " until " + end).orElse("")
                            + forPurposes()
                    : "overlap: "
                            + where
                            + ", from "
                            + day
                            + ": "
                            + String.join(
                                    " and ",
                                    provisions.stream().map(id -> "`" + id + "`").toList());
        }

        private String forPurposes() {
            if (purposes.isEmpty()) {
                return "";
            }
            Set<Purpose> others = EnumSet.copyOf(PURPOSES);
            others.removeAll(purposes);
            return others.size() < purposes.size()
                    ? " for all purposes but " + listed(others)
                    : " for " + listed(purposes);
        }

        private static String listed(Set<Purpose> purposes) {
            return String.join(", ", purposes.stream().map(Tokens::of).toList());
        }
    }

    /**
     * Checks a register.
     *
     * @param register the register, not null
     * @param places the places to look for gaps in; those of which the law says nothing are passed
     *     over unless it claims to answer everywhere; not null
     * @return what is wrong; gaps in the order of the places, then overlaps; empty when nothing is
     */
    public static List<Fault> check(Register register, Iterable<Jurisdiction> places) {
        List<Fault> faults = new ArrayList<>();
        for (Jurisdiction place : places) {
            if (register.coveredFrom(place).isPresent()) {
                gaps(register, place, faults);
            } else {
                ungoverned(register, place, faults);
            }
        }
        overlaps(
                register.provisions().stream()
                        .filter(provision -> register.origin(provision) == Origin.LAW)
                        .toList(),
                faults);
        return List.copyOf(faults);
    }

    /**
     * A place of which the law says something, but not what it demands there, or of which it says
     * nothing although it claims to answer everywhere.
     */
    private static void ungoverned(Register register, Jurisdiction place, List<Fault> faults) {
        register.coveredFrom()
                .or(() -> firstWord(register, place))
                .ifPresent(
                        day -> {
                            for (Layer layer : List.of(Layer.DEVICE, Layer.PERSONAL_DATA)) {
                                faults.add(gap(place, layer, day, Optional.empty(), PURPOSES));
                            }
                        });
    }

    /** The day from which the law says anything of a place itself. */
    private static Optional<LocalDate> firstWord(Register register, Jurisdiction place) {
        return register.provisions().stream()
                .filter(provision -> provision.places().contains(place.code()))
                .filter(provision -> register.origin(provision) == Origin.LAW)
                .map(Provision::from)
                .min(LocalDate::compareTo)
                .map(RegisterCheck::notBeforeFirstDay);
    }

    private static LocalDate notBeforeFirstDay(LocalDate day) {
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
    }

    private static Fault gap(
            Jurisdiction place,
            Layer layer,
            LocalDate day,
            Optional<LocalDate> until,
            Set<Purpose> purposes) {
        return new Fault(
                Type.GAP,
                place.code(),
                layer,
                day,
                until,
                List.of(),
                purposes.equals(PURPOSES) ? Set.of() : purposes);
    }

    /** A gap that is open on the days looked at so far. */
    private record Open(LocalDate since, Set<Purpose> purposes) {}

    private static void gaps(Register register, Jurisdiction place, List<Fault> faults) {
        LocalDate first =
                register.coveredFrom()
                        .orElseGet(
                                () ->
                                        notBeforeFirstDay(
                                                register.coveredFrom(place).orElse(FIRST_DAY)));
        NavigableSet<LocalDate> days = new TreeSet<>(register.daysOf(place));
        days.add(first);
        Map<Layer, Open> open = new EnumMap<>(Layer.class);
        for (LocalDate day : days.tailSet(first, true)) {
            Map<Layer, Set<Purpose>> missing = missing(register, place, day);
            for (Layer layer : List.of(Layer.DEVICE, Layer.PERSONAL_DATA)) {
                Set<Purpose> now = missing.getOrDefault(layer, Set.of());
                Open before = open.get(layer);
                // A gap is told once, with the days on which it opens and closes.
                if (before != null && !before.purposes().equals(now)) {
                    faults.add(
                            gap(place, layer, before.since(), Optional.of(day), before.purposes()));
                    open.remove(layer);
                }
                if (!now.isEmpty()) {
                    open.putIfAbsent(layer, new Open(day, now));
                }
            }
        }
        open.forEach(
                (layer, gap) ->
                        faults.add(
                                gap(place, layer, gap.since(), Optional.empty(), gap.purposes())));
    }

    /** The purposes that no governing provision is about, by layer. */
    private static Map<Layer, Set<Purpose>> missing(
            Register register, Jurisdiction place, LocalDate day) {
        Map<Layer, Set<Purpose>> missing = new EnumMap<>(Layer.class);
        for (Purpose purpose : PURPOSES) {
            Set<Layer> personal = governed(register, place, day, purpose, true);
            Set<Layer> other = governed(register, place, day, purpose, false);
            if (!personal.contains(Layer.PERSONAL_DATA)) {
                add(missing, Layer.PERSONAL_DATA, purpose);
            }
            if (!personal.contains(Layer.DEVICE) || !other.contains(Layer.DEVICE)) {
                add(missing, Layer.DEVICE, purpose);
            }
        }
        return missing;
    }

    private static void add(Map<Layer, Set<Purpose>> missing, Layer layer, Purpose purpose) {
        missing.computeIfAbsent(layer, key -> EnumSet.noneOf(Purpose.class)).add(purpose);
    }

    private static Set<Layer> governed(
            Register register,
            Jurisdiction place,
            LocalDate day,
            Purpose purpose,
            boolean personalData) {
        Cookie cookie = Cookie.of("plain", purpose).toBuilder().personalData(personalData).build();
        Request request = Request.toSet(cookie, Visit.of(day, Visitor.in(place))).settled();
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (Law law : register.lawsFor(request)) {
            if (law.getKind().isGoverning() && law.isAbout(purpose) && !law.isOfHouse()) {
                layers.add(law.getLayer());
            }
        }
        return layers;
    }

    private static void overlaps(List<Provision> provisions, List<Fault> faults) {
        List<Provision> general =
                provisions.stream()
                        .filter(p -> p.kind().isGoverning() && p.when().equals(Scope.ANY))
                        .toList();
        Set<Fault> found = new LinkedHashSet<>();
        for (int i = 0; i < general.size(); i++) {
            for (int j = i + 1; j < general.size(); j++) {
                overlap(general.get(i), general.get(j), found);
            }
        }
        faults.addAll(found);
    }

    private static void overlap(Provision one, Provision other, Set<Fault> found) {
        LocalDate day = one.from().isAfter(other.from()) ? one.from() : other.from();
        boolean together =
                one.kind() != other.kind()
                        && one.isInForceOn(day)
                        && other.isInForceOn(day)
                        && one.reach().stream().anyMatch(other.reach()::contains)
                        && one.readings().entrySet().stream()
                                .allMatch(
                                        entry ->
                                                Optional.ofNullable(
                                                                other.readings()
                                                                        .get(entry.getKey()))
                                                        .filter(r -> r != entry.getValue())
                                                        .isEmpty());
        if (!together) {
            return;
        }
        for (String place : one.places()) {
            for (Layer layer : one.layers()) {
                if (other.places().contains(place) && other.layers().contains(layer)) {
                    found.add(
                            new Fault(
                                    Type.OVERLAP,
                                    place,
                                    layer,
                                    day,
                                    Optional.empty(),
                                    one.from().isAfter(other.from())
                                            ? List.of(other.id(), one.id())
                                            : List.of(one.id(), other.id()),
                                    Set.of()));
                }
            }
        }
    }
}
