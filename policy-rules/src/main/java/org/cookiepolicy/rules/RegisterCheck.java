package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/** Looks for days without law in places that the register covers, and for laws that contradict. */
public final class RegisterCheck {
    /** The first day from which the register has to be without gaps. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2018, 5, 25);

    private static final Set<Kind> GOVERNING =
            EnumSet.of(Kind.NO_RULE, Kind.CONSENT, Kind.OPT_OUT, Kind.NOTICE);

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
     */
    public record Fault(
            Type type, String place, Layer layer, LocalDate day, List<String> provisions) {
        /** Copies the provisions. */
        public Fault {
            provisions = List.copyOf(provisions);
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
                    ? "gap: " + where + ": no governing provision"
                    : "overlap: " + where + ": " + String.join(" and ", provisions);
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
        Set<LocalDate> days = new TreeSet<>(register.changeDays());
        days.add(FIRST_DAY);
        for (Jurisdiction place : places) {
            register.coveredFrom(place)
                    .ifPresent(first -> gaps(register, place, first, days, faults));
        }
        overlaps(register.provisions(), faults);
        return List.copyOf(faults);
    }

    private static void gaps(
            Register register,
            Jurisdiction place,
            LocalDate first,
            Set<LocalDate> days,
            List<Fault> faults) {
        Set<Layer> open = EnumSet.noneOf(Layer.class);
        for (LocalDate day : days) {
            if (day.isBefore(first) || day.isBefore(FIRST_DAY)) {
                continue;
            }
            Set<Layer> missing = EnumSet.noneOf(Layer.class);
            Set<Layer> personal = governed(register, place, day, true);
            if (!personal.contains(Layer.PERSONAL_DATA)) {
                missing.add(Layer.PERSONAL_DATA);
            }
            if (!personal.contains(Layer.DEVICE)
                    || !governed(register, place, day, false).contains(Layer.DEVICE)) {
                missing.add(Layer.DEVICE);
            }
            for (Layer layer : missing) {
                // A gap is told once, with the day on which it opens.
                if (!open.contains(layer)) {
                    faults.add(new Fault(Type.GAP, place.code(), layer, day, List.of()));
                }
            }
            open = missing;
        }
    }

    private static Set<Layer> governed(
            Register register, Jurisdiction place, LocalDate day, boolean personalData) {
        Cookie cookie =
                Cookie.of("plain", Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .personalData(personalData)
                        .build();
        Request request = Request.toSet(cookie, Visit.of(day, Visitor.in(place))).settled();
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (Law law : register.lawsFor(request)) {
            if (GOVERNING.contains(law.getKind())) {
                layers.add(law.getLayer());
            }
        }
        return layers;
    }

    private static void overlaps(List<Provision> provisions, List<Fault> faults) {
        List<Provision> general =
                provisions.stream()
                        .filter(p -> GOVERNING.contains(p.kind()) && p.when().equals(Scope.ANY))
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
                                    List.of(one.id(), other.id())));
                }
            }
        }
    }
}
