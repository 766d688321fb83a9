package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Proposal;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.RegisterCheck;
import org.cookiepolicy.value.Jurisdiction;

/**
 * What the register knows of each place: which provisions hold there, from when until when, how
 * sure they are, when each was reviewed, and what is wrong.
 *
 * @param at the day that counts as today, not null
 * @param places each place, in the order of the codes; not null
 * @param due provisions whose review is due, the longest due first; may be empty
 * @param proposals what is proposed and holds nowhere; may be empty
 * @param faults gaps and contradictions; empty when there are none
 */
public record LawCoverage(
        LocalDate at,
        List<Place> places,
        List<Provision> due,
        List<Proposal> proposals,
        List<RegisterCheck.Fault> faults) {
    /** Refuses null. */
    public LawCoverage {
        Objects.requireNonNull(at, "at");
        places = List.copyOf(places);
        due = List.copyOf(due);
        proposals = List.copyOf(proposals);
        faults = List.copyOf(faults);
    }

    /** What answer a place has. */
    public enum Standing {
        /** A provision names the place and demands something of it. */
        LAW,
        /** The place is looked up as another one. */
        LAW_OF_ANOTHER_PLACE,
        /** It was looked for, and no rule was found. */
        NO_RULE_FOUND,
        /** Nobody has looked. */
        NOT_COVERED
    }

    /**
     * One place.
     *
     * @param place the place, not null
     * @param standing what answer it has on the day, not null
     * @param lawOf the place whose law it has; empty when that is its own
     * @param coveredFrom the first day that can be decided; empty when none can
     * @param holdings every provision that holds there some day, in the order of the register
     */
    public record Place(
            Jurisdiction place,
            Standing standing,
            Optional<Jurisdiction> lawOf,
            Optional<LocalDate> coveredFrom,
            List<Holding> holdings) {
        /** Refuses null. */
        public Place {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(standing, "standing");
            holdings = List.copyOf(holdings);
        }

        /**
         * Counts the provisions in force by how sure the register is of them.
         *
         * @param day the day, not null
         * @return a count for each confidence, not null
         */
        public Map<Confidence, Long> confidence(LocalDate day) {
            Map<Confidence, Long> counts = new EnumMap<>(Confidence.class);
            for (Confidence confidence : Confidence.values()) {
                counts.put(
                        confidence,
                        inForce(day).stream().filter(p -> p.confidence() == confidence).count());
            }
            return counts;
        }

        /**
         * Returns the provisions in force.
         *
         * @param day the day, not null
         * @return the provisions; may be empty
         */
        public List<Provision> inForce(LocalDate day) {
            return holdings.stream()
                    .filter(holding -> holding.isInForceOn(day))
                    .map(Holding::provision)
                    .toList();
        }

        /**
         * Returns the day of the oldest review among the provisions in force.
         *
         * @param day the day on which they are in force, not null
         * @return the day; empty when nothing is in force
         */
        public Optional<LocalDate> oldestReview(LocalDate day) {
            return inForce(day).stream().map(Provision::reviewed).min(LocalDate::compareTo);
        }

        /**
         * Returns the first later day on which a provision begins or ends.
         *
         * @param day the day, not null
         * @return the day; empty when none is known
         */
        public Optional<LocalDate> nextChange(LocalDate day) {
            List<LocalDate> days = new ArrayList<>();
            for (Holding holding : holdings) {
                days.add(holding.from());
                holding.until().ifPresent(days::add);
            }
            return days.stream().filter(day::isBefore).min(LocalDate::compareTo);
        }
    }

    /**
     * A provision as it holds in a place.
     *
     * @param provision the provision, not null
     * @param through the code under which it names the place: its own, its country's, a group's, or
     *     that of a part where the part is not known; not blank
     * @param from the first day it holds there, not null
     * @param until the first day it no longer does; empty when none is known
     */
    public record Holding(
            Provision provision, String through, LocalDate from, Optional<LocalDate> until) {
        /** Refuses null. */
        public Holding {
            Objects.requireNonNull(provision, "provision");
            Objects.requireNonNull(through, "through");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        /**
         * Returns whether the provision holds in the place.
         *
         * @param day the day, not null
         * @return true from its first day there on and before the first day it no longer holds
         */
        public boolean isInForceOn(LocalDate day) {
            return !day.isBefore(from) && until.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    /**
     * Looks at a register.
     *
     * @param register the register, not null
     * @param places the places to look at, not null
     * @param at the day that counts as today, not null
     * @param reviewEvery how long a review holds good, not null
     * @return what it knows, not null
     */
    public static LawCoverage of(
            Register register, Collection<Jurisdiction> places, LocalDate at, Period reviewEvery) {
        return new LawCoverage(
                at,
                places.stream().map(place -> place(register, place, at)).toList(),
                register.provisions().stream()
                        .filter(provision -> !provision.reviewed().plus(reviewEvery).isAfter(at))
                        .sorted(
                                Comparator.comparing(Provision::reviewed)
                                        .thenComparing(Provision::id))
                        .toList(),
                register.proposals(),
                RegisterCheck.check(register, places));
    }

    private static Place place(Register register, Jurisdiction place, LocalDate at) {
        Optional<Jurisdiction> lawOf = Optional.ofNullable(register.parts().get(place));
        Jurisdiction home = lawOf.orElse(place);
        List<Holding> holdings = holdings(register, home);
        Standing standing;
        if (register.coveredFrom(place).isEmpty()) {
            standing = Standing.NOT_COVERED;
        } else if (lawOf.isPresent()) {
            standing = Standing.LAW_OF_ANOTHER_PLACE;
        } else {
            standing =
                    holdings.stream().anyMatch(holding -> isOwnLaw(holding, home, at))
                            ? Standing.LAW
                            : Standing.NO_RULE_FOUND;
        }
        return new Place(place, standing, lawOf, register.coveredFrom(place), holdings);
    }

    private static boolean isOwnLaw(Holding holding, Jurisdiction home, LocalDate at) {
        return holding.through().equals(home.code())
                && holding.provision().kind() != Kind.NO_RULE
                && holding.isInForceOn(at);
    }

    private static List<Holding> holdings(Register register, Jurisdiction place) {
        List<Holding> holdings = new ArrayList<>();
        for (Provision provision : register.provisions()) {
            Optional<String> direct =
                    provision.places().stream().filter(code -> isDirect(code, place)).findFirst();
            if (direct.isPresent()) {
                holdings.add(
                        new Holding(provision, direct.get(), provision.from(), provision.until()));
                continue;
            }
            register.groups().stream()
                    .filter(group -> provision.places().contains(group.id()))
                    .flatMap(group -> throughGroup(provision, group, place).stream())
                    .findFirst()
                    .ifPresent(holdings::add);
        }
        return holdings;
    }

    /** Whether a code names a place, the country it is a part of, or a part of it. */
    private static boolean isDirect(String code, Jurisdiction place) {
        return code.equals(place.code())
                || code.equals(place.country().code())
                || code.startsWith(place.code() + "-")
                || code.equals(Register.ANYWHERE);
    }

    /** A provision in a place for as long as the place belongs to a group. */
    private static Optional<Holding> throughGroup(
            Provision provision, Group group, Jurisdiction place) {
        for (Group.Member member : group.members()) {
            boolean isIt = member.place().equals(place) || member.place().equals(place.country());
            LocalDate from =
                    member.from().isAfter(provision.from()) ? member.from() : provision.from();
            Optional<LocalDate> until =
                    Stream.concat(member.until().stream(), provision.until().stream())
                            .min(LocalDate::compareTo);
            if (isIt && until.filter(end -> !end.isAfter(from)).isEmpty()) {
                return Optional.of(new Holding(provision, group.id(), from, until));
            }
        }
        return Optional.empty();
    }
}
