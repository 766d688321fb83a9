package org.cookiepolicy.rules.workbench;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.UncoveredDayException;

/**
 * A request that two laws decide differently.
 *
 * @param request the request, not null
 * @param before the decision under the first; empty when it does not cover the day
 * @param after the decision under the second; empty when it does not cover the day
 */
public record Witness(Request request, Optional<Decision> before, Optional<Decision> after) {
    /** Refuses null. */
    public Witness {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** In what two decisions differ, the weightiest first. */
    public enum Difference {
        /** One allows and the other denies, or one law does not cover the day. */
        OUTCOME,
        /** The duties. */
        DUTIES,
        /** Only the provisions that the same outcome and the same duties rest on. */
        PROOF
    }

    /**
     * Finds a witness among requests.
     *
     * @param before decides by the first law, not null
     * @param after decides by the second, not null
     * @param requests the requests, the most telling first; not null
     * @return the first whose outcome differs; where there is none, the first whose duties differ;
     *     then the first whose proof does; empty when nothing differs
     */
    public static Optional<Witness> find(
            PolicyEngine before, PolicyEngine after, Stream<Request> requests) {
        Optional<Witness> best = Optional.empty();
        Iterator<Request> each = requests.iterator();
        while (each.hasNext()) {
            Optional<Witness> found = of(before, after, each.next());
            if (found.isPresent() && (best.isEmpty() || found.get().outweighs(best.get()))) {
                best = found;
            }
            if (best.filter(witness -> witness.difference() == Difference.OUTCOME).isPresent()) {
                return best;
            }
        }
        return best;
    }

    private boolean outweighs(Witness other) {
        return difference().compareTo(other.difference()) < 0;
    }

    /**
     * Decides a request under both laws.
     *
     * @param before decides by the first law, not null
     * @param after decides by the second, not null
     * @param request the request, not null
     * @return both decisions; empty when outcome, duties and proof are the same
     */
    public static Optional<Witness> of(PolicyEngine before, PolicyEngine after, Request request) {
        Witness both = new Witness(request, decide(before, request), decide(after, request));
        return both.isSame() ? Optional.empty() : Optional.of(both);
    }

    private static Optional<Decision> decide(PolicyEngine engine, Request request) {
        try {
            return Optional.of(engine.decideThatDay(request));
        } catch (UncoveredDayException e) {
            return Optional.empty();
        }
    }

    private boolean isSame() {
        return difference() == Difference.PROOF && proof(before).equals(proof(after));
    }

    /**
     * Returns the weightiest difference.
     *
     * @return in what the decisions differ, not null
     */
    public Difference difference() {
        if (!outcome(before).equals(outcome(after))) {
            return Difference.OUTCOME;
        }
        return duties(before).equals(duties(after)) ? Difference.PROOF : Difference.DUTIES;
    }

    /**
     * Returns whether the second law allows what the first does not.
     *
     * @return true when a denial, or no answer, became a permission
     */
    public boolean isMorePermissive() {
        return difference() == Difference.OUTCOME
                && outcome(after).filter(Outcome.ALLOW::equals).isPresent();
    }

    private static Optional<Outcome> outcome(Optional<Decision> decision) {
        return decision.map(Decision::outcome);
    }

    private static Set<Duty> duties(Optional<Decision> decision) {
        return decision.map(Decision::dutySet).orElse(Set.of());
    }

    private static List<Object> proof(Optional<Decision> decision) {
        return decision.map(made -> List.<Object>of(made.verdicts(), made.duties()))
                .orElse(List.of());
    }
}
