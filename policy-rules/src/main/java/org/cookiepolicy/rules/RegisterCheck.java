package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * Looks for days without law in places that the register covers, and for laws that contradict. What
 * a house says beside the law fills no gap and contradicts nothing.
 */
public final class RegisterCheck {
    /** The first day from which the register has to be without gaps. */
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
     * @param provisions the provisions that contradict; empty for a gap
     * @param purposes the purposes that a gap leaves open; empty for all of them, and for an
     *     overlap
     */
    public record Fault(
            Type type,
            String place,
            Layer layer,
            LocalDate day,
            List<String> provisions,
            Set<Purpose> purposes) {
        /** Copies the provisions and purposes. */
        public Fault {
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
            String where = "`" + place + "`, layer " + Tokens.of(layer) + ", from " + day;
            return type == Type.GAP
                    ? "gap: " + where + ": no governing provision" + forPurposes()
                    : "overlap: " + where + ": " + String.join(" and ", provisions);
        }

        private String forPurposes() {
            return purposes.isEmpty()
                    ? ""
                    : " for " + String.join(", ", purposes.stream().map(Tokens::of).toList());
        }
    }

    /**
     * Checks a register.
     *
     * @param register the register, not null
     * @param places the places to look for gaps in; those not covered are passed over; not null
     * @return what is wrong; gaps in the order of the places, then overlaps; empty when nothing is
     */
    public static List<Fault> check(Register register, Iterable<Jurisdiction> places) {
        List<Fault> faults = new ArrayList<>();
        for (Jurisdiction place : places) {
            register.coveredFrom(place)
                    .ifPresentOrElse(
                            first -> gaps(register, place, first, faults),
                            () -> ungoverned(register, place, faults));
        }
        overlaps(
                register.provisions().stream()
                        .filter(provision -> register.origin(provision) == Origin.LAW)
                        .toList(),
                faults);
        return List.copyOf(faults);
    }

    /** A place of which the law says something, but not what it demands there. */
    private static void ungoverned(Register register, Jurisdiction place, List<Fault> faults) {
        register.provisions().stream()
                .filter(provision -> provision.places().contains(place.code()))
                .filter(provision -> register.origin(provision) == Origin.LAW)
                .map(Provision::from)
                .min(LocalDate::compareTo)
                .map(day -> day.isBefore(FIRST_DAY) ? FIRST_DAY : day)
                .ifPresent(
                        day -> {
                            for (Layer layer : List.of(Layer.DEVICE, Layer.PERSONAL_DATA)) {
                                faults.add(
                                        new Fault(
                                                Type.GAP,
                                                place.code(),
                                                layer,
                                                day,
                                                List.of(),
                                                Set.of()));
                            }
                        });
    }

    private static void gaps(
            Register register, Jurisdiction place, LocalDate first, List<Fault> faults) {
        Set<LocalDate> days = new TreeSet<>(register.daysOf(place));
        days.add(FIRST_DAY);
        Map<Layer, Set<Purpose>> open = Map.of();
        for (LocalDate day : days) {
            if (day.isBefore(first) || day.isBefore(FIRST_DAY)) {
                continue;
            }
            Map<Layer, Set<Purpose>> missing = missing(register, place, day);
            for (Map.Entry<Layer, Set<Purpose>> gap : missing.entrySet()) {
                // A gap is told once, with the day on which it opens.
                if (!gap.getValue().equals(open.get(gap.getKey()))) {
                    Set<Purpose> purposes =
                            gap.getValue().equals(PURPOSES) ? Set.of() : gap.getValue();
                    faults.add(
                            new Fault(
                                    Type.GAP,
                                    place.code(),
                                    gap.getKey(),
                                    day,
                                    List.of(),
                                    purposes));
                }
            }
            open = missing;
        }
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
                                    List.of(one.id(), other.id()),
                                    Set.of()));
                }
            }
        }
    }
}
