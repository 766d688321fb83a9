package org.cookiepolicy.decision;

import java.net.URI;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.value.Checks;

/**
 * A provision as a finding rests on it: in one layer of one regime.
 *
 * @param provision its key in the register, not blank
 * @param layer the layer, not null
 * @param regime the regime, not null
 * @param instrument the title of the instrument, not blank
 * @param citation the clause, not blank
 * @param link where the clause is found, not null
 * @param confidence how sure the register is of it, not null
 * @param duties the duties it brings; may be empty
 * @param readings the readings of contested points it rests on; may be empty
 */
public record Basis(
        String provision,
        Layer layer,
        Regime regime,
        String instrument,
        String citation,
        URI link,
        Confidence confidence,
        Set<Duty> duties,
        Map<ContestedPoint, Reading> readings) {
    /** Refuses missing and impossible values. */
    public Basis {
        Checks.text(provision, "provision");
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
    }

    /**
     * Returns a provision as a basis of findings.
     *
     * @param provision the provision, not null
     * @param layer one of its layers, not null
     * @param regime the regime through which it reaches the visitor, not null
     * @return the basis, not null
     */
    public static Basis of(Provision provision, Layer layer, Regime regime) {
        return new Basis(
                provision.id(),
                layer,
                regime,
                provision.instrument().title(),
                provision.citation(),
                provision.link(),
                provision.confidence(),
                provision.duties(),
                provision.readings());
    }

    /**
     * Returns where the clause stands.
     *
     * @return instrument and clause, not blank
     */
    public String source() {
        return instrument + ", " + citation;
    }
}
