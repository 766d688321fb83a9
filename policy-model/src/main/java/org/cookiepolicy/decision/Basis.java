package org.cookiepolicy.decision;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.value.Checks;

/**
 * A provision as a finding rests on it: in one layer of one regime.
 *
 * @param provision its key in the register, not blank
 * @param origin who says so: the house when the provision or the rule that found it is of the
 *     house, and the law otherwise; not null
 * @param layer the layer, not null
 * @param regime the regime, not null
 * @param instrument the title of the instrument, not blank
 * @param citation the clause, not blank
 * @param link where the clause is found, not null
 * @param confidence how sure the register is of it, not null
 * @param duties the duties it brings; may be empty
 * @param readings the readings of contested points it rests on; may be empty
 * @param loosening what of the law a rule of the house takes away from; empty when it takes nothing
 *     away
 */
public record Basis(
        String provision,
        Origin origin,
        Layer layer,
        Regime regime,
        String instrument,
        String citation,
        URI link,
        Confidence confidence,
        Set<Duty> duties,
        Map<ContestedPoint, Reading> readings,
        Optional<Loosening> loosening) {
    /** Refuses missing and impossible values. */
    public Basis {
        Checks.text(provision, "provision");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(regime, "regime");
        Checks.text(instrument, "instrument");
        Checks.text(citation, "citation");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(confidence, "confidence");
        duties = Checks.copy(Duty.class, duties);
        Map<ContestedPoint, Reading> copy = new EnumMap<>(ContestedPoint.class);
        copy.putAll(readings);
        readings = Collections.unmodifiableMap(copy);
        Checks.require(
                loosening.isEmpty() || origin == Origin.HOUSE,
                "loosening",
                "only a rule of the house takes away from law");
    }

    /**
     * Returns a provision of the law as a basis of findings.
     *
     * @param provision the provision, not null
     * @param layer one of its layers, not null
     * @param regime the regime through which it reaches the visitor, not null
     * @return the basis, not null
     */
    public static Basis of(Provision provision, Layer layer, Regime regime) {
        return new Basis(
                provision.id(),
                Origin.LAW,
                layer,
                regime,
                provision.instrument().title(),
                provision.citation(),
                provision.link(),
                provision.confidence(),
                provision.duties(),
                provision.readings(),
                Optional.empty());
    }

    /**
     * Returns this basis as one of the house.
     *
     * @param declared what it takes away from law; empty when it takes nothing away
     * @return the basis, not null
     */
    public Basis ofHouse(Optional<Loosening> declared) {
        return new Basis(
                provision,
                Origin.HOUSE,
                layer,
                regime,
                instrument,
                citation,
                link,
                confidence,
                duties,
                readings,
                declared);
    }

    /**
     * Returns this basis under further readings.
     *
     * @param further the readings by point, not null
     * @return the basis, not null
     */
    public Basis reading(Map<ContestedPoint, Reading> further) {
        Map<ContestedPoint, Reading> all = new EnumMap<>(ContestedPoint.class);
        all.putAll(readings);
        all.putAll(further);
        return new Basis(
                provision,
                origin,
                layer,
                regime,
                instrument,
                citation,
                link,
                confidence,
                duties,
                all,
                loosening);
    }

    /**
     * Returns whether this is a rule of the house and not of the law.
     *
     * @return true for the house
     */
    public boolean isOfHouse() {
        return origin == Origin.HOUSE;
    }

    /**
     * Returns where the clause stands. A rule of the house says that it is one.
     *
     * @return instrument and clause, not blank
     */
    public String source() {
        String source = instrument + ", " + citation;
        return isOfHouse() ? "rule of the house `" + provision + "`: " + source : source;
    }
}
