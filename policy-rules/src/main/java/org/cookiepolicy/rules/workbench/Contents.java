package org.cookiepolicy.rules.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.Register.Holding;
import org.cookiepolicy.value.Jurisdiction;

/**
 * What a decision may depend on of provisions: not their names, citations, places and days, unless
 * something refers to them by name. Holds numbers for what it has seen, so that comparing again
 * costs little.
 */
final class Contents {
    private final Set<String> named;
    private final Map<Said, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Provision, Integer> known = new IdentityHashMap<>();

    /**
     * Creates contents of which none is known yet.
     *
     * @param named the ids to which a rule or a provision of a house refers
     */
    private Contents(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    /**
     * The contents of some laws.
     *
     * @param registers the registers of the laws
     * @param rules what rules of theirs name, ids of provisions among it
     */
    static Contents of(List<Register> registers, Set<Object> rules) {
        Set<String> named = new HashSet<>();
        for (Register register : registers) {
            for (Provision provision : register.provisions()) {
                // Rules of a house select by id, whatever else the provision says.
                if (rules.contains(provision.id()) || register.origin(provision) == Origin.HOUSE) {
                    named.add(provision.id());
                }
                register.loosening(provision).map(Loosening::law).ifPresent(named::addAll);
            }
        }
        return new Contents(named);
    }

    private record Said(
            Optional<String> id,
            Origin origin,
            Set<String> takenAway,
            Kind kind,
            Set<Layer> layers,
            Scope when,
            Terms terms,
            Map<ContestedPoint, Reading> readings,
            Set<Duty> duties) {}

    /**
     * What one provision says where it holds.
     *
     * @param number the same for provisions that say the same
     * @param memberships the readings under which it holds
     * @param destinations the countries its destinations stand for
     * @param exceptDestinations those that are not among them
     */
    record Content(
            int number,
            Set<Map<ContestedPoint, Reading>> memberships,
            Set<Jurisdiction> destinations,
            Set<Jurisdiction> exceptDestinations) {
        Content {
            memberships = new HashSet<>(memberships);
            destinations = new HashSet<>(destinations);
            exceptDestinations = new HashSet<>(exceptDestinations);
        }
    }

    /** What a provision says. */
    Content of(Holding holding) {
        int number =
                known.computeIfAbsent(
                        holding.provision(),
                        p ->
                                numbers.computeIfAbsent(
                                        new Said(
                                                Optional.of(p.id()).filter(named::contains),
                                                holding.origin(),
                                                holding.loosening()
                                                        .map(Loosening::law)
                                                        .orElse(Set.of()),
                                                p.kind(),
                                                p.layers(),
                                                p.when(),
                                                p.terms(),
                                                p.readings(),
                                                p.duties()),
                                        said -> numbers.size()));
        return new Content(
                number,
                holding.memberships(),
                holding.destinations(),
                holding.exceptDestinations());
    }

    /** What provisions say, and how many say it; the same for laws that say the same. */
    Map<Content, Integer> of(List<Holding> holdings) {
        Map<Content, Integer> contents = new HashMap<>();
        holdings.forEach(holding -> contents.merge(of(holding), 1, Integer::sum));
        return contents;
    }
}
