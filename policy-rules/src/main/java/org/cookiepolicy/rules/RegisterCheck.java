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
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Kind;
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
 * Looks for days without law in places that the register covers, for laws that contradict, and for
 * consent that may be anything. A law that says since when it answers everywhere is held to it.
 * What a house says beside the law fills no gap and contradicts nothing.
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
        OVERLAP,
        /** A place has law of its own, and that of a group that stands in where there is none. */
        STAND_IN,
        /** Consent is demanded, and nothing says what it has to be. */
        UNDEFINED_CONSENT
    }

    /**
     * Something wrong with the register.
     *
     * @param type what is wrong, not null
     * @param place the code of the place or group, not null
     * @param layer the layer, not null
     * @param day the first day on which it is wrong, not null
     * @param until the first day on which a gap is another or none; empty when there is no such
     *     day, and for anything else
     * @param provisions the provisions that contradict, the one that begins later last; the one
     *     that a group stands in for, and the group; or the one that demands consent; empty for a
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
            return switch (type) {
                case GAP ->
                        "gap: "
                                + where
                                + ": nothing from "
                                + day
                                + until.map(end -> " until " + end).orElse("")
                                + forPurposes();
                case OVERLAP ->
                        "overlap: "
                                + where
                                + ", from "
                                + day
                                + ": "
                                + String.join(
                                        " and ",
                                        provisions.stream().map(id -> "`" + id + "`").toList());
                case STAND_IN ->
                        "overlap: "
                                + where
                                + ", from "
                                + day
                                + ": `"
                                + provisions.get(0)
                                + "` and the group `"
                                + provisions.get(1)
                                + "`, whose law stands in where a place has none";
                case UNDEFINED_CONSENT ->
                        where
                                + ", from "
                                + day
                                + ": `"
                                + provisions.get(0)
                                + "` takes anything for consent, a ticked box or silence; say what"
                                + " it has to be in a provision of kind `consent-standard`";
            };
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
     * @return what is wrong; gaps and consent that may be anything in the order of the places, then
     *     overlaps; empty when nothing is
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
        register.groups().stream()
                .filter(Group::standsIn)
                .forEach(group -> standIns(register, group, faults));
        return List.copyOf(faults);
    }

    /** Members of a group that have law of their own in a layer in which the group has law. */
    private static void standIns(Register register, Group group, List<Fault> faults) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (Provision provision : register.provisions()) {
            if (provision.places().contains(group.id()) && provision.kind().isGoverning()) {
                layers.addAll(provision.layers());
            }
        }
        for (Group.Member member : group.members()) {
            for (Provision own : register.provisions()) {
                LocalDate day = own.from().isAfter(member.from()) ? own.from() : member.from();
                boolean both =
                        own.places().contains(member.place().code())
                                && own.kind().isGoverning()
                                && own.when().purposes().isEmpty()
                                && register.origin(own) == Origin.LAW
                                && own.isInForceOn(day)
                                && member.isMemberOn(day);
                own.layers().stream()
                        .filter(layer -> both && layers.contains(layer))
                        .map(layer -> fault(Type.STAND_IN, member.place(), layer, day, own, group))
                        .forEach(faults::add);
            }
        }
    }

    private static Fault fault(
            Type type, Jurisdiction place, Layer layer, LocalDate day, Provision own, Group group) {
        return new Fault(
                type,
                place.code(),
                layer,
                day,
                Optional.empty(),
                List.of(own.id(), group.id()),
                Set.of());
    }

    private static LocalDate firstDay(Register register, Jurisdiction place) {
        return register.coveredFrom()
                .orElseGet(() -> notBeforeFirstDay(register.coveredFrom(place).orElse(FIRST_DAY)));
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
        LocalDate first = firstDay(register, place);
        NavigableSet<LocalDate> days = new TreeSet<>(register.daysOf(place));
        days.add(first);
        Map<Layer, Open> open = new EnumMap<>(Layer.class);
        Optional<Fault> undefined = Optional.empty();
        List<Law> earlier = List.of();
        for (LocalDate day : days.tailSet(first, true)) {
            List<Law> inForce = register.lawsOf(place, day);
            if (day.isAfter(first) && inForce.equals(earlier)) {
                // Something changed elsewhere.
                continue;
            }
            earlier = inForce;
            Map<Purpose, List<Law>> laws = laws(register, place, day, true);
            Map<Layer, Set<Purpose>> missing = missing(register, place, day, laws);
            undefined = undefined.or(() -> undefined(place, day, laws));
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
        undefined.ifPresent(faults::add);
    }

    /** Consent that is demanded for a purpose while nothing says what it has to be. */
    private static Optional<Fault> undefined(
            Jurisdiction place, LocalDate day, Map<Purpose, List<Law>> laws) {
        for (Map.Entry<Purpose, List<Law>> about : laws.entrySet()) {
            boolean defined =
                    about.getValue().stream()
                            .anyMatch(
                                    law ->
                                            law.getKind() == Kind.CONSENT_STANDARD
                                                    && law.isDemanding(Demand.AFFIRMATIVE));
            Optional<Law> demanding =
                    about.getValue().stream()
                            .filter(law -> law.getKind() == Kind.CONSENT)
                            .filter(law -> law.isAbout(about.getKey()))
                            .findFirst();
            if (!defined && demanding.isPresent()) {
                return Optional.of(
                        new Fault(
                                Type.UNDEFINED_CONSENT,
                                place.code(),
                                demanding.get().getLayer(),
                                day,
                                Optional.empty(),
                                List.of(demanding.get().getId()),
                                Set.of()));
            }
        }
        return Optional.empty();
    }

    /** The purposes that no governing provision is about, by layer. */
    private static Map<Layer, Set<Purpose>> missing(
            Register register,
            Jurisdiction place,
            LocalDate day,
            Map<Purpose, List<Law>> ofPersonalData) {
        Map<Layer, Set<Purpose>> missing = new EnumMap<>(Layer.class);
        Map<Purpose, List<Law>> ofOther = laws(register, place, day, false);
        ofPersonalData.forEach(
                (purpose, laws) -> {
                    Set<Layer> personal = governed(purpose, laws);
                    Set<Layer> other = governed(purpose, ofOther.getOrDefault(purpose, List.of()));
                    if (!personal.contains(Layer.PERSONAL_DATA)) {
                        add(missing, Layer.PERSONAL_DATA, purpose);
                    }
                    if (!personal.contains(Layer.DEVICE) || !other.contains(Layer.DEVICE)) {
                        add(missing, Layer.DEVICE, purpose);
                    }
                });
        return missing;
    }

    private static void add(Map<Layer, Set<Purpose>> missing, Layer layer, Purpose purpose) {
        missing.computeIfAbsent(layer, key -> EnumSet.noneOf(Purpose.class)).add(purpose);
    }

    /** What the law says of a plain cookie of each purpose. */
    private static Map<Purpose, List<Law>> laws(
            Register register, Jurisdiction place, LocalDate day, boolean personalData) {
        Map<Purpose, List<Law>> laws = new EnumMap<>(Purpose.class);
        for (Purpose purpose : PURPOSES) {
            Cookie cookie =
                    Cookie.of("plain", purpose).toBuilder().personalData(personalData).build();
            Request request = Request.toSet(cookie, Visit.of(day, Visitor.in(place))).settled();
            laws.put(
                    purpose,
                    register.lawsFor(request).stream().filter(law -> !law.isOfHouse()).toList());
        }
        return laws;
    }

    private static Set<Layer> governed(Purpose purpose, List<Law> laws) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        laws.stream()
                .filter(law -> law.getKind().isGoverning() && law.isAbout(purpose))
                .forEach(law -> layers.add(law.getLayer()));
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
