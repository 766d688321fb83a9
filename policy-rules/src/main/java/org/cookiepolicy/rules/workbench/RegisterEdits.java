package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.workbench.RecordEdits.Change;
import org.cookiepolicy.value.Tokens;

/**
 * The edits of a register: each changes one provision or one membership in one place. Where a
 * provision stands, its citation, its review and its confidence are no part of it: nothing is
 * decided by them.
 */
final class RegisterEdits {
    private static final Register.Source NOWHERE = new Register.Source("register", 1);

    private final Register register;
    private final NavigableSet<String> codes = new TreeSet<>();
    private final List<RegisterEdit> edits = new ArrayList<>();

    private RegisterEdits(Register register) {
        this.register = register;
        register.provisions().forEach(provision -> codes.addAll(provision.places()));
    }

    static List<RegisterEdit> of(Register register) {
        RegisterEdits edits = new RegisterEdits(register);
        for (int i = 0; i < register.provisions().size(); i++) {
            edits.provision(i, register.provisions().get(i));
        }
        for (int i = 0; i < register.groups().size(); i++) {
            edits.group(i, register.groups().get(i));
        }
        return edits.edits;
    }

    private void provision(int index, Provision provision) {
        add(index, provision, "provision", "the whole provision removed", Optional.empty(), true);
        kind(index, provision);
        for (String component : List.of("from", "until", "layers", "reach", "duties", "readings")) {
            RecordEdits.of(provision, component).forEach(change -> add(index, provision, change));
        }
        places(index, provision);
        RecordEdits.of(provision.when(), Scope.ANY)
                .forEach(change -> nested(index, provision, "when", change));
        RecordEdits.of(provision.terms(), Terms.NONE)
                .forEach(change -> nested(index, provision, "terms", change));
        demanded(index, provision);
    }

    /** The next kind that may have the same terms. */
    private void kind(int index, Provision provision) {
        List<Kind> alike =
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.terms().equals(provision.kind().terms()))
                        .toList();
        if (alike.size() > 1) {
            Kind next = alike.get((alike.indexOf(provision.kind()) + 1) % alike.size());
            add(
                    index,
                    provision,
                    "kind",
                    "kind: `" + Tokens.of(provision.kind()) + "` made `" + Tokens.of(next) + "`",
                    RecordEdits.with(provision, "kind", next),
                    false);
        }
    }

    private void places(int index, Provision provision) {
        RecordEdits.of(provision, "places").forEach(change -> add(index, provision, change));
        for (String place : provision.places()) {
            neighbour(place, provision.places())
                    .ifPresent(
                            other -> {
                                Set<String> places = new LinkedHashSet<>(provision.places());
                                places.remove(place);
                                places.add(other);
                                add(
                                        index,
                                        provision,
                                        "places",
                                        "places: `" + place + "` made `" + other + "`",
                                        RecordEdits.with(provision, "places", places),
                                        false);
                            });
        }
    }

    /** The next code of the register after a place that the provision does not name. */
    private Optional<String> neighbour(String place, Set<String> named) {
        String candidate = place;
        for (int i = 0; i < codes.size(); i++) {
            String higher = codes.higher(candidate);
            candidate = higher == null ? codes.first() : higher;
            if (!named.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Terms that the kind may have and the provision does not: what if they were demanded? */
    private void demanded(int index, Provision provision) {
        for (var component : RecordEdits.components(provision.terms())) {
            boolean open =
                    component.getType() == boolean.class
                            && RecordEdits.value(component, provision.terms()).equals(false)
                            && provision
                                    .kind()
                                    .terms()
                                    .contains(Tokens.ofName(component.getName()));
            if (open) {
                RecordEdits.of(provision.terms(), component.getName())
                        .forEach(change -> nested(index, provision, "terms", change));
            }
        }
    }

    private void nested(
            int index, Provision provision, String component, Change<? extends Record> change) {
        Optional<Provision> after =
                change.result().flatMap(part -> RecordEdits.with(provision, component, part));
        add(index, provision, change.key(), change.words(), after, false);
    }

    private void add(int index, Provision provision, Change<Provision> change) {
        add(index, provision, change.key(), change.words(), change.result(), false);
    }

    private void add(
            int index,
            Provision provision,
            String part,
            String words,
            Optional<Provision> after,
            boolean removed) {
        Edit edit =
                new Edit(register.source(provision).orElse(NOWHERE), provision.id(), part, words);
        edits.add(new RegisterEdit.OfProvision(edit, index, provision, after, removed));
    }

    private void group(int index, Group group) {
        for (int i = 0; i < group.members().size(); i++) {
            Group.Member member = group.members().get(i);
            Register.Source origin = register.source(group, i).orElse(NOWHERE);
            String subject = "group " + group.id() + ", member " + member.place();
            member(
                    index,
                    group,
                    i,
                    new Edit(origin, subject, "member", "the member removed"),
                    List.of());
            for (String component : List.of("from", "until", "readings")) {
                for (Change<Group.Member> change : RecordEdits.of(member, component)) {
                    Edit edit = new Edit(origin, subject, "member " + change.key(), change.words());
                    if (change.result().isEmpty()) {
                        edits.add(
                                new RegisterEdit.OfGroup(
                                        edit, index, group, Optional.empty(), member.place()));
                    } else {
                        member(index, group, i, edit, List.of(change.result().get()));
                    }
                }
            }
        }
    }

    private void member(int index, Group group, int place, Edit edit, List<Group.Member> instead) {
        List<Group.Member> members = new ArrayList<>(group.members());
        Group.Member old = members.remove(place);
        members.addAll(place, instead);
        Optional<Group> after = RecordEdits.with(group, "members", members);
        edits.add(new RegisterEdit.OfGroup(edit, index, group, after, old.place()));
    }
}
