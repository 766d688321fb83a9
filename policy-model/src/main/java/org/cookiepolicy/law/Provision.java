package org.cookiepolicy.law;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.value.Checks;

/**
 * One clause of one instrument, as the register holds it.
 *
 * <p>A provision is in force on the days from {@code from} up to, and not including, {@code until}.
 *
 * @param id its key in the register, dotted, such as {@code fr.audience-measurement}; not blank
 * @param kind what it does, not null
 * @param layers the layers it belongs to, at least one
 * @param instrument where it stands, not null
 * @param citation the clause within the instrument, not blank
 * @param link where the clause is found, not null
 * @param places codes of jurisdictions and of groups of the register it holds in, at least one
 * @param reach by what it reaches a visitor, at least one
 * @param from the first day it is in force, not null
 * @param until the first day it is no longer in force; empty: none is known
 * @param when the accesses it is about, not null
 * @param terms what it says, not null
 * @param duties the duties it brings; may be empty
 * @param readings the readings under which it holds; empty: under all
 * @param reviewed the day it was last reviewed, not null
 * @param confidence how sure the register is of it, not null
 * @param note anything a reader should know; may be empty
 */
public record Provision(
        String id,
        Kind kind,
        Set<Layer> layers,
        Instrument instrument,
        String citation,
        URI link,
        Set<String> places,
        Set<Reach> reach,
        LocalDate from,
        Optional<LocalDate> until,
        Scope when,
        Terms terms,
        Set<Duty> duties,
        Map<ContestedPoint, Reading> readings,
        LocalDate reviewed,
        Confidence confidence,
        String note) {
    /** Refuses missing and impossible values. */
    public Provision {
        Checks.text(id, "id");
        Objects.requireNonNull(kind, "kind");
        layers = Checks.copy(Layer.class, layers);
        Checks.require(!layers.isEmpty(), "layers", "at least one layer is needed");
        Objects.requireNonNull(instrument, "instrument");
        Checks.text(citation, "citation");
        Objects.requireNonNull(link, "link");
        places = Collections.unmodifiableSet(new TreeSet<>(places));
        Checks.require(!places.isEmpty(), "places", "at least one place is needed");
        reach = Checks.copy(Reach.class, reach);
        Checks.require(!reach.isEmpty(), "reach", "at least one reach is needed");
        Objects.requireNonNull(from, "from");
        Checks.require(
                until.isEmpty() || until.get().isAfter(from),
                "until",
                "must be after the first day in force, `" + from + "`");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(terms, "terms");
        duties = Checks.copy(Duty.class, duties);
        Map<ContestedPoint, Reading> copy = new EnumMap<>(ContestedPoint.class);
        copy.putAll(readings);
        readings = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(reviewed, "reviewed");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(note, "note");
        kind.check(terms);
    }

    /**
     * Returns whether the provision is in force.
     *
     * @param day the day, not null
     * @return true from its first day on and before the first day it no longer holds
     */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (until.isEmpty() || day.isBefore(until.get()));
    }
}
