package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Law;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.value.Jurisdiction;

/** An edit of the register. */
sealed interface RegisterEdit {
    /** Parts of a provision that say where and when it holds, and nothing else. */
    Set<String> WHERE_AND_WHEN = Set.of("from", "until", "places", "reach", "readings");

    Edit edit();

    /** Whether the reader would refuse what is edited, whatever else there is. */
    boolean isRefused();

    /** The register as edited. */
    Register apply(Register register);

    /** The codes of the places whose law it may change. */
    Set<String> codes();

    /**
     * Laws as the rules see them: a provision that was edited in where and when it holds says the
     * same to them.
     */
    default Set<Law> seenByRules(List<Law> laws) {
        return Set.copyOf(laws);
    }

    /**
     * An edit of a provision.
     *
     * @param edit what was done
     * @param index its index in the register
     * @param before the provision as it is
     * @param after the provision as edited; empty when there is none, or it is refused
     * @param removed whether it was removed
     */
    record OfProvision(
            Edit edit, int index, Provision before, Optional<Provision> after, boolean removed)
            implements RegisterEdit {
        @Override
        public boolean isRefused() {
            return after.isEmpty() && !removed;
        }

        @Override
        public Register apply(Register register) {
            List<Provision> provisions = new ArrayList<>(register.provisions());
            provisions.remove(index);
            after.ifPresent(provision -> provisions.add(index, provision));
            return register.with(provisions, register.groups());
        }

        @Override
        public Set<Law> seenByRules(List<Law> laws) {
            if (after.isEmpty() || !WHERE_AND_WHEN.contains(edit.part())) {
                return Set.copyOf(laws);
            }
            return laws.stream()
                    .map(
                            law ->
                                    Register.provision(law).id().equals(before.id())
                                            ? Register.with(law, before)
                                            : law)
                    .collect(Collectors.toSet());
        }

        /** Whether nothing but the places differs, which no place in both of them notices. */
        private boolean movesOnly() {
            return after.isPresent()
                    && !before.when().thresholds()
                    && RecordEdits.with(before, "places", after.get().places()).equals(after);
        }

        @Override
        public Set<String> codes() {
            Set<String> codes = new HashSet<>(before.places());
            after.ifPresent(provision -> codes.addAll(provision.places()));
            if (movesOnly()) {
                codes.removeIf(
                        code ->
                                before.places().contains(code)
                                        && after.orElseThrow().places().contains(code));
            }
            return codes;
        }
    }

    /**
     * An edit of a group.
     *
     * @param edit what was done
     * @param index its index in the register
     * @param before the group as it is
     * @param after the group as edited; empty when it is refused
     * @param place the member
     */
    record OfGroup(Edit edit, int index, Group before, Optional<Group> after, Jurisdiction place)
            implements RegisterEdit {
        @Override
        public boolean isRefused() {
            return after.isEmpty();
        }

        @Override
        public Register apply(Register register) {
            List<Group> groups = new ArrayList<>(register.groups());
            groups.set(index, after.orElseThrow());
            return register.with(register.provisions(), groups);
        }

        @Override
        public Set<String> codes() {
            return Set.of(place.code());
        }
    }
}
