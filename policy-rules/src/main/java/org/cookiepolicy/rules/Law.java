package org.cookiepolicy.rules;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Regime;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.SignalKind;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.ReceivedData;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * A provision that is in force on the day of the operation, reaches the visitor and is about the
 * access, in one of its layers. Rules match on these, so that days, places and citations never
 * stand in a rule.
 */
public final class Law {
    private final Provision provision;
    private final Origin origin;
    private final Optional<Loosening> loosening;
    private final Layer layer;
    private final Regime regime;
    private final Set<Jurisdiction> destinations;
    private final Set<Jurisdiction> exceptDestinations;
    private final boolean anyDestination;
    private final Optional<Reading> lifespanReading;

    /**
     * Creates a law.
     *
     * @param provision the provision
     * @param origin whose provision it is
     * @param loosening what of the law it takes away from, as the house declares
     * @param layer the layer
     * @param regime the regime
     * @param destinations the countries its destinations stand for on the day
     * @param exceptDestinations the countries that are no destinations of it
     * @param lifespanReading how its lifespan is read, if that is contested
     */
    Law(
            Provision provision,
            Origin origin,
            Optional<Loosening> loosening,
            Layer layer,
            Regime regime,
            Set<Jurisdiction> destinations,
            Set<Jurisdiction> exceptDestinations,
            Optional<Reading> lifespanReading) {
        this.provision = provision;
        this.origin = origin;
        this.loosening = loosening;
        this.layer = layer;
        this.regime = regime;
        this.destinations = Set.copyOf(destinations);
        this.exceptDestinations = Set.copyOf(exceptDestinations);
        this.anyDestination = provision.terms().destinations().contains(Register.ANYWHERE);
        this.lifespanReading = lifespanReading;
    }

    /** The provision: for the engine, since rules are to see no days, places and citations. */
    Provision provision() {
        return provision;
    }

    /** This law as it were if its provision said something else. */
    Law with(Provision other) {
        return new Law(
                other,
                origin,
                loosening,
                layer,
                regime,
                other.terms().destinations().isEmpty() ? Set.of() : destinations,
                other.terms().exceptDestinations().isEmpty() ? Set.of() : exceptDestinations,
                other.terms().lifespanContested().flatMap(point -> lifespanReading));
    }

    /**
     * Returns the key of the provision. Rules of a house select by it; the rules of the law say
     * what a kind of provision means, wherever it holds.
     *
     * @return the key in the register, not blank
     */
    public String getId() {
        return provision.id();
    }

    /** Whether the provision is of the house. */
    boolean isOfHouse() {
        return origin == Origin.HOUSE;
    }

    /**
     * Returns what the provision does.
     *
     * @return the kind, not null
     */
    public Kind getKind() {
        return provision.kind();
    }

    /**
     * Returns the layer in which the provision is applied.
     *
     * @return the layer, not null
     */
    public Layer getLayer() {
        return layer;
    }

    /**
     * Returns whether the provision demands something of consent, or waives it.
     *
     * @param demand the demand, not null
     * @return true when it is about the demand
     */
    public boolean isDemanding(Demand demand) {
        return provision.terms().demands().contains(demand);
    }

    /**
     * Returns the accesses that the provision is about.
     *
     * @return the scope, not null
     */
    public Scope scope() {
        return provision.when();
    }

    /**
     * Returns what the provision says.
     *
     * @return the terms, not null
     */
    public Terms terms() {
        return provision.terms();
    }

    /**
     * Returns whether the provision brings a duty.
     *
     * @param duty the duty, not null
     * @return true when it does
     */
    public boolean brings(Duty duty) {
        return provision.duties().contains(duty);
    }

    /**
     * Returns the duties that the provision brings.
     *
     * @return the duties, may be empty
     */
    public Set<Duty> duties() {
        return provision.duties();
    }

    /**
     * Returns whether the provision is about a purpose.
     *
     * @param purpose the purpose, not null
     * @return true when it names the purpose, or none at all
     */
    public boolean isAbout(Purpose purpose) {
        return scope().purposes().isEmpty() || scope().purposes().contains(purpose);
    }

    /**
     * Returns whether the visitor did what the provision asks for.
     *
     * @param visitor the visitor, not null
     * @return true when the visitor did one of the things, or none is asked for
     */
    public boolean isAskedForBy(Visitor visitor) {
        return terms().actions().isEmpty()
                || visitor.actions().stream().anyMatch(terms().actions()::contains);
    }

    /**
     * Returns whether another provision may limit this one.
     *
     * @param limit the other provision, not null
     * @return true when it is of the same layer and regime and about a purpose of this one
     */
    public boolean isLimitedBy(Law limit) {
        return layer == limit.layer
                && regime.equals(limit.regime)
                && (scope().purposes().isEmpty()
                        || scope().purposes().stream().anyMatch(limit::isAbout));
    }

    /**
     * Returns whether the browser sends a signal that the provision is about.
     *
     * @param signals what the browser sends, not null
     * @return true when one of them is sent
     */
    public boolean isSentIn(Signals signals) {
        return (signals.gpc() && terms().signals().contains(SignalKind.GPC))
                || (signals.dnt() && terms().signals().contains(SignalKind.DNT));
    }

    /**
     * Returns whether personal data reach a recipient beyond the countries they may move in freely.
     *
     * @param recipient the recipient, not null
     * @return true when its country is stated and is not one of them
     */
    public boolean isTransferTo(Recipient recipient) {
        return recipient.receives() == ReceivedData.PERSONAL
                && recipient.country().isPresent()
                && !isDestination(recipient.country().get());
    }

    /**
     * Returns whether the provision gives a ground for a transfer. Where the operator states none,
     * the country itself may still be held adequate; a ground that has to be checked depends on the
     * recipient and has to be stated.
     *
     * @param recipient the recipient, not null
     * @return true when country, mechanism and conditions fit
     */
    public boolean grounds(Recipient recipient) {
        TransferMechanism mechanism =
                recipient.transfer().map(Transfer::mechanism).orElse(TransferMechanism.ADEQUACY);
        return recipient.country().filter(this::isDestination).isPresent()
                && terms().mechanisms().contains(mechanism)
                && (recipient.transfer().isPresent() || !brings(Duty.CHECK_TRANSFER))
                && (!terms().supplementaryMeasures()
                        || recipient.transfer().filter(Transfer::supplementaryMeasures).isPresent())
                && (!terms().disclosedTransfer()
                        || recipient.transfer().filter(Transfer::disclosed).isPresent());
    }

    private boolean isDestination(Jurisdiction country) {
        return (anyDestination || destinations.contains(country))
                && !exceptDestinations.contains(country);
    }

    /**
     * Returns whether the lifespan is no condition under the reading chosen.
     *
     * @return true when it is contested and read leniently
     */
    public boolean isLifespanWaived() {
        return lifespanReading.filter(Reading.LENIENT::equals).isPresent();
    }

    /**
     * Returns the provision as a basis of findings about a cookie.
     *
     * @param cookie the cookie, not null
     * @return the basis, with the reading of the lifespan when that mattered; not null
     */
    Basis basis(Cookie cookie) {
        Basis law = Basis.of(provision, layer, regime);
        Basis basis = isOfHouse() ? law.ofHouse(loosening) : law;
        boolean lifespanMatters =
                provision
                        .terms()
                        .lifespan()
                        .filter(limit -> !cookie.lifespan().isAtMost(limit))
                        .isPresent();
        if (lifespanReading.isEmpty() || !lifespanMatters) {
            return basis;
        }
        return basis.reading(
                Map.of(terms().lifespanContested().orElseThrow(), lifespanReading.get()));
    }

    /**
     * Returns where the provision stands.
     *
     * @return its key in the register, with layer and regime
     */
    @Override
    public String toString() {
        return provision.id() + " (" + layer + ", " + regime + ")";
    }

    /**
     * Two laws are equal when they come from the same provision, in the same layer and regime, and
     * say the same.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Law law
                && provision.equals(law.provision)
                && origin == law.origin
                && loosening.equals(law.loosening)
                && layer == law.layer
                && regime.equals(law.regime)
                && destinations.equals(law.destinations)
                && exceptDestinations.equals(law.exceptDestinations)
                && lifespanReading.equals(law.lifespanReading);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provision.id(), layer, regime);
    }
}
