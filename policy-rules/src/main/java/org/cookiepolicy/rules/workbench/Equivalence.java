package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Arguments by which an edit of the register changes no decision at all, whatever the request. They
 * hold for every register; where none applies, an edit may still be without effect, and counts as
 * one that should be noticed.
 *
 * <ul>
 *   <li>The same provisions hold in every place on every day that is decided: before the first day
 *       for which a place is covered nothing is.
 *   <li>Another provision says all that this one says, before and after the edit, wherever and
 *       whenever this one does. Whatever the rules find by this one they find by the other, too, as
 *       long as no rule asks whether a law is there at all, or which of two laws it is, and both
 *       are of the law or of the house.
 * </ul>
 */
final class Equivalence {
    static final String NEVER_DECIDED = "the law stays the same on every day that is decided";
    private static final Set<String> WHERE_AND_WHEN = Set.of("from", "until", "places");

    /**
     * The id, or a variable or the fact compared with another: which law it is, not what it says.
     */
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "\\bid\\b|\\bgetId\\b|(this|\\$\\w+)\\s*(==|!=)|(==|!=)\\s*(this|\\$\\w+)(?![\\w.(])");

    private final Register register;
    private final Set<Jurisdiction> universe = new TreeSet<>();
    private final Set<String> loosened = new HashSet<>();
    private final boolean hasHouse;
    private final boolean rulesAskWhatOnly;
    private final Map<Jurisdiction, Set<String>> anyDay = new ConcurrentHashMap<>();

    Equivalence(Register register, List<RuleText> rules) {
        this.register = register;
        universe.addAll(Jurisdiction.all());
        universe.add(Jurisdiction.UNKNOWN);
        for (Provision provision : register.provisions()) {
            for (String code : provision.places()) {
                place(code).ifPresent(universe::add);
            }
        }
        hasHouse = register.provisions().stream().anyMatch(p -> register.origin(p) == Origin.HOUSE);
        register.provisions().stream()
                .flatMap(provision -> register.loosening(provision).stream())
                .forEach(loosening -> loosened.addAll(loosening.law()));
        rulesAskWhatOnly =
                rules.stream()
                        .allMatch(
                                file ->
                                        file.rules().stream()
                                                .allMatch(
                                                        r -> asksWhatOnly(r, file.file().text())));
    }

    /** Whether a rule that matches one law matches any other that says the same. */
    private static boolean asksWhatOnly(RuleText.Rule rule, String text) {
        return rule.plain()
                && rule.patterns().stream()
                        .flatMap(pattern -> pattern.constraints().stream())
                        .noneMatch(span -> IDENTITY.matcher(span.in(text)).find());
    }

    /** Why an edit changes no decision; empty when nothing shows that. */
    Optional<String> reason(RegisterEdit edit, Register edited) {
        Set<String> codes = edit.codes();
        Set<Jurisdiction> reached =
                universe.stream()
                        .filter(place -> isReached(place, codes))
                        .collect(Collectors.toSet());
        if (!reached.stream().allMatch(place -> isStillDecided(place, edited))) {
            return Optional.empty();
        }
        if (edit instanceof RegisterEdit.OfGroup group) {
            return holdsAlike(group, edited, reached)
                    ? Optional.of(NEVER_DECIDED)
                    : Optional.empty();
        }
        RegisterEdit.OfProvision provision = (RegisterEdit.OfProvision) edit;
        if (holdsAlike(provision, reached)) {
            return Optional.of(NEVER_DECIDED);
        }
        return rulesAskWhatOnly ? saidElsewhere(provision) : Optional.empty();
    }

    /** Days that become decided do not matter: no scenario stands on a day that was not. */
    private boolean isStillDecided(Jurisdiction place, Register edited) {
        return register.coverage(place) == edited.coverage(place)
                && register.coveredFrom(place).isPresent() == edited.coveredFrom(place).isPresent()
                && edited.coveredFrom(place)
                        .filter(day -> day.isAfter(register.coveredFrom(place).orElseThrow()))
                        .isEmpty();
    }

    private boolean isReached(Jurisdiction place, Set<String> codes) {
        return anyDay.computeIfAbsent(place, this::codesOnAnyDay).stream()
                .anyMatch(codes::contains);
    }

    private Set<String> codesOnAnyDay(Jurisdiction place) {
        Set<String> codes = new HashSet<>(Set.of(place.code()));
        homes(place).forEach(home -> codes.addAll(register.codesOf(home)));
        return codes;
    }

    /**
     * The places by which provisions may name a place: the one whose law it has, and the place
     * itself where there is a house, which speaks of it all the same.
     */
    private Set<Jurisdiction> homes(Jurisdiction place) {
        Set<Jurisdiction> homes = new LinkedHashSet<>(Set.of(register.home(place)));
        if (hasHouse) {
            homes.add(place);
        }
        return homes;
    }

    private List<Set<String>> codes(Register in, Jurisdiction place, Visit visit) {
        return homes(place).stream().flatMap(home -> in.codesOf(home, visit).stream()).toList();
    }

    /** Whether a provision holds in the same places on the same days, where any is decided. */
    private boolean holdsAlike(RegisterEdit.OfProvision edit, Set<Jurisdiction> reached) {
        Provision before = edit.before();
        boolean whereAndWhenOnly =
                edit.after().isPresent()
                        && WHERE_AND_WHEN.contains(edit.edit().part())
                        && !before.when().thresholds();
        for (Jurisdiction place : reached) {
            Optional<LocalDate> first = firstDecided(place, before);
            Set<LocalDate> days = memberDays(register, place);
            addDays(before, days);
            edit.after().ifPresent(provision -> addDays(provision, days));
            for (LocalDate day : decided(days, first)) {
                for (Visit visit : visits(place, day)) {
                    for (Set<String> codes : codes(register, place, visit)) {
                        boolean held = holds(before, codes, day);
                        boolean holds = edit.after().filter(p -> holds(p, codes, day)).isPresent();
                        if (whereAndWhenOnly ? held != holds : held || holds) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static boolean holds(Provision provision, Set<String> codes, LocalDate day) {
        return provision.isInForceOn(day) && provision.places().stream().anyMatch(codes::contains);
    }

    private boolean holdsAlike(
            RegisterEdit.OfGroup edit, Register edited, Set<Jurisdiction> reached) {
        // As a destination, a member counts wherever somebody visits from.
        boolean destination =
                register.provisions().stream()
                        .anyMatch(p -> p.terms().destinations().contains(edit.before().id()));
        for (Jurisdiction place : reached) {
            Set<LocalDate> days = memberDays(register, place);
            days.addAll(memberDays(edited, place));
            register.provisions().stream()
                    .filter(p -> p.places().contains(edit.before().id()))
                    .forEach(p -> addDays(p, days));
            Optional<LocalDate> first =
                    destination ? earliest() : register.coveredFrom(place).or(this::earliest);
            for (LocalDate day : decided(days, first)) {
                for (Visit visit : visits(place, day)) {
                    List<Set<String>> codes = codes(register, place, visit);
                    List<Set<String>> after = codes(edited, place, visit);
                    if (!codes.equals(after)
                            && (destination || areInForce(edit.before().id(), day))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean areInForce(String group, LocalDate day) {
        return register.provisions().stream()
                .anyMatch(p -> p.places().contains(group) && p.isInForceOn(day));
    }

    /** The first day on which a provision may matter through a place. */
    private Optional<LocalDate> firstDecided(Jurisdiction place, Provision provision) {
        if (register.coverage(place) == Coverage.NOT_COVERED) {
            // The visitor is decided as one of an unknown place, unless the law comes otherwise.
            return provision.reach().equals(Set.of(Reach.LOCATION))
                            && register.origin(provision) == Origin.LAW
                    ? Optional.empty()
                    : earliest();
        }
        return register.coveredFrom(place);
    }

    private Optional<LocalDate> earliest() {
        return universe.stream()
                .flatMap(place -> register.coveredFrom(place).stream())
                .min(LocalDate::compareTo);
    }

    /** Of the days on which something changes those that are decided, with the first of all. */
    private static Collection<LocalDate> decided(Set<LocalDate> days, Optional<LocalDate> first) {
        if (first.isEmpty()) {
            return List.of();
        }
        Set<LocalDate> decided = new TreeSet<>(Set.of(first.get()));
        days.stream().filter(first.get()::isBefore).forEach(decided::add);
        return decided;
    }

    private static void addDays(Provision provision, Set<LocalDate> days) {
        days.add(provision.from());
        provision.until().ifPresent(days::add);
    }

    /** The days on which a place enters or leaves a group. */
    private Set<LocalDate> memberDays(Register in, Jurisdiction place) {
        Set<LocalDate> days = new HashSet<>();
        for (Group group : in.groups()) {
            for (Group.Member member : group.members()) {
                if (isAbout(member, place)) {
                    days.add(member.from());
                    member.until().ifPresent(days::add);
                }
            }
        }
        return days;
    }

    /** Visits under the readings on which a membership depends: all strict, and each lenient. */
    private List<Visit> visits(Jurisdiction place, LocalDate day) {
        Set<ContestedPoint> points = new TreeSet<>();
        register.groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> isAbout(member, place))
                .forEach(member -> points.addAll(member.readings().keySet()));
        Visit strict = Visit.of(day, Visitor.in(place));
        List<Visit> visits = new ArrayList<>(List.of(strict));
        Map<ContestedPoint, Reading> lenient = new EnumMap<>(ContestedPoint.class);
        for (ContestedPoint point : points) {
            lenient.put(point, Reading.LENIENT);
            visits.add(strict.toBuilder().interpretations(Map.copyOf(lenient)).build());
        }
        return visits;
    }

    private boolean isAbout(Group.Member member, Jurisdiction place) {
        return homes(place).stream()
                .anyMatch(
                        home ->
                                member.place().equals(home)
                                        || member.place().equals(home.country()));
    }

    private Optional<String> saidElsewhere(RegisterEdit.OfProvision edit) {
        Provision before = edit.before();
        for (Provision other : register.provisions()) {
            boolean saysAll =
                    !other.id().equals(before.id())
                            && countsAs(other, before)
                            && covers(other, before)
                            && (edit.after().isEmpty() || covers(other, edit.after().get()));
            if (saysAll) {
                return Optional.of(
                        "`" + other.id() + "` says all of it, wherever and whenever it holds");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether one provision is judged as another is: both are of the law or of the house, they take
     * away from the same, and no house takes away from the one that would stand for the other.
     */
    private boolean countsAs(Provision other, Provision one) {
        return register.origin(other) == register.origin(one)
                && register.loosening(other).equals(register.loosening(one))
                && !loosened.contains(other.id());
    }

    /** Whether one provision says all that another does, wherever and whenever that holds. */
    private static boolean covers(Provision wider, Provision narrower) {
        return wider.kind() == narrower.kind()
                && wider.terms().equals(narrower.terms())
                && wider.when().equals(narrower.when())
                && wider.readings().equals(narrower.readings())
                && wider.reach().equals(narrower.reach())
                && wider.layers().containsAll(narrower.layers())
                && wider.duties().containsAll(narrower.duties())
                && (wider.places().equals(narrower.places())
                        || (wider.places().containsAll(narrower.places())
                                && wider.reach().size() == 1
                                && !wider.when().thresholds()))
                && !wider.from().isAfter(narrower.from())
                && (wider.until().isEmpty()
                        || (narrower.until().isPresent()
                                && !wider.until().get().isBefore(narrower.until().get())));
    }

    private static Optional<Jurisdiction> place(String code) {
        try {
            return Optional.of(Jurisdiction.of(code));
        } catch (InvalidValueException e) {
            return Optional.empty(); // a group, or anywhere
        }
    }
}
