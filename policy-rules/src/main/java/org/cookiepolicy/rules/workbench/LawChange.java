package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;

/**
 * One entry of the change log of the law: what changed on a day, where, and for whom.
 *
 * @param day the first day on which it is so, not null
 * @param event what happened, not null
 * @param places codes of the jurisdictions and groups concerned, at least one
 * @param provision the provision that begins or ends; empty for a membership
 * @param group the key of the group that a place joins or leaves; empty for a provision
 */
public record LawChange(
        LocalDate day,
        Event event,
        Set<String> places,
        Optional<Provision> provision,
        Optional<String> group) {
    private static final Comparator<LawChange> ORDER =
            Comparator.comparing(LawChange::day)
                    .thenComparing(change -> change.places().iterator().next())
                    .thenComparing(LawChange::event)
                    .thenComparing(change -> change.provision().map(Provision::id).orElse(""))
                    .thenComparing(change -> change.group().orElse(""));

    /** Refuses null, and changes of nothing. */
    public LawChange {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(event, "event");
        places = Collections.unmodifiableSet(new TreeSet<>(places));
        if (places.isEmpty() || provision.isPresent() == group.isPresent()) {
            throw new IllegalArgumentException("either a provision or a group, and some place");
        }
    }

    /** What happens to the law on a day. What ends comes before what takes its place. */
    public enum Event {
        /** A provision is no longer in force. */
        ENDS,
        /** A provision is in force for the first time. */
        BEGINS,
        /** A place no longer belongs to a group that shares law. */
        LEAVES,
        /** A place belongs to a group that shares law. */
        JOINS
    }

    /**
     * Makes the change log of a register.
     *
     * @param register the register, not null
     * @return every change it knows of, past and future, in the order of the days
     */
    public static List<LawChange> in(Register register) {
        List<LawChange> changes = new ArrayList<>();
        for (Provision provision : register.provisions()) {
            changes.add(of(provision, Event.BEGINS, provision.from()));
            provision.until().ifPresent(day -> changes.add(of(provision, Event.ENDS, day)));
        }
        for (Group group : register.groups()) {
            for (Group.Member member : group.members()) {
                changes.add(of(group, member, Event.JOINS, member.from()));
                member.until().ifPresent(day -> changes.add(of(group, member, Event.LEAVES, day)));
            }
        }
        changes.sort(ORDER);
        return List.copyOf(changes);
    }

    private static LawChange of(Provision provision, Event event, LocalDate day) {
        return new LawChange(
                day, event, provision.places(), Optional.of(provision), Optional.empty());
    }

    private static LawChange of(Group group, Group.Member member, Event event, LocalDate day) {
        return new LawChange(
                day,
                event,
                Set.of(member.place().code()),
                Optional.empty(),
                Optional.of(group.id()));
    }
}
