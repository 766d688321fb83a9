package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Places that share law, such as the European Union, each for as long as it belongs to them.
 *
 * @param id the key by which provisions name the group, not blank
 * @param title its name, not blank
 * @param standsIn whether its law is assumed where a place has none of its own, so that no place
 *     with law of its own belongs to it
 * @param members its members, at least one
 */
public record Group(String id, String title, boolean standsIn, List<Member> members) {
    /** Refuses blank names and groups of nobody. */
    public Group {
        Checks.text(id, "id");
        Checks.text(title, "title");
        members = List.copyOf(members);
        Checks.require(!members.isEmpty(), "members", "a group has one member at least");
    }

    /**
     * A place while it belongs to a group.
     *
     * @param place the place, not null
     * @param from the first day, not null
     * @param until the first day it no longer belongs; empty: none is known
     * @param readings the readings under which it counts as a member; empty: under all
     */
    public record Member(
            Jurisdiction place,
            LocalDate from,
            Optional<LocalDate> until,
            Map<ContestedPoint, Reading> readings) {
        /** Refuses null and days in the wrong order. */
        public Member {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(from, "from");
            readings = Map.copyOf(readings);
            Checks.require(
                    until.isEmpty() || until.get().isAfter(from), "until", "must be after `from`");
        }

        /**
         * Returns whether the place belongs to the group.
         *
         * @param day the day, not null
         * @return true from its first day on and before the first day it no longer belongs
         */
        public boolean isMemberOn(LocalDate day) {
            return !day.isBefore(from) && (until.isEmpty() || day.isBefore(until.get()));
        }
    }
}
