package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.law.Instrument;
import org.cookiepolicy.law.Proposal;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads the register and checks it as a whole. Every problem of every file is reported at once.
 *
 * <p>A file holds instruments, defaults for its provisions, and the provisions; groups of places;
 * or proposals.
 */
final class RegisterReader {
    private static final List<String> KEYS =
            List.of(
                    "instruments",
                    "defaults",
                    "provisions",
                    "proposals",
                    "groups",
                    "parts",
                    "split");
    private static final Shape<List<Instrument>> INSTRUMENTS =
            Shapes.list(RecordShape.of(Instrument.class).build(), Instrument::id);
    private static final Shape<List<Group>> GROUPS =
            Shapes.list(
                    RecordShape.of(Group.class)
                            .shape(
                                    "members",
                                    Shapes.list(
                                            RecordShape.of(Group.Member.class)
                                                    .standard("readings", Map.of())
                                                    .build()))
                            .build());

    private static final Shape<Proposal> PROPOSAL = RecordShape.of(Proposal.class).build();
    private static final Node NOTHING = new Node.Sequence(List.of(), Position.NONE);

    private final List<Provision> provisions = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<Jurisdiction, Jurisdiction> parts = new LinkedHashMap<>();
    private final Set<Jurisdiction> split = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Where provisions stand, for problems that show only when all files are read. */
    private final Map<String, Place> places = new HashMap<>();

    private record Place(String file, Problems problems, Mapping mapping, String path) {}

    private RegisterReader() {}

    /**
     * Reads a register.
     *
     * @param files its files
     * @return the reader, which has the register or what is wrong with it
     */
    static RegisterReader of(List<LawFile> files) {
        RegisterReader reader = new RegisterReader();
        List<Problems> all = new ArrayList<>();
        for (LawFile file : files) {
            Problems found = new Problems(file.name());
            all.add(found);
            try {
                reader.file(file.name(), YamlTree.read(file), found);
            } catch (DocumentException e) {
                reader.problems.addAll(e.problems());
            }
        }
        reader.checkPlaces();
        all.forEach(found -> reader.problems.addAll(found.sorted()));
        return reader;
    }

    static Register read(List<LawFile> files) {
        return of(files).register();
    }

    /**
     * A problem with a provision that shows only when the whole law is looked at.
     *
     * @param id the id of the provision, which is in the register
     * @param key the key whose value it is about, where the provision has it
     * @param message what is wrong
     */
    Problem problem(String id, String key, String message) {
        Place place = Objects.requireNonNull(places.get(id), id);
        Position position =
                place.mapping()
                        .find(key)
                        .map(entry -> entry.value().position())
                        .orElse(place.mapping().position());
        return new Problem(place.file(), position, "", message, null);
    }

    /** What is wrong; empty when all is in order. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The register.
     *
     * @throws DocumentException when something is wrong with it
     */
    Register register() {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
        return new Register(provisions, proposals, groups, parts, split);
    }

    private void file(String name, Node root, Problems found) {
        if (!(root instanceof Mapping mapping)) {
            found.reportExpected("a mapping", root, "");
            return;
        }
        Shapes.checkKeys(mapping, KEYS, "", found);
        List<Instrument> instruments = list(mapping, "instruments", INSTRUMENTS, found);
        for (Group group : list(mapping, "groups", GROUPS, found)) {
            addGroup(group, mapping, found);
        }
        proposals(name, mapping, found);
        split.addAll(list(mapping, "split", Shapes.list(Shapes.jurisdiction()), found));
        parts(mapping, found);
        provisions(name, mapping, instruments, found);
    }

    /** Provisions name groups and places alike, so that no group may be called as a place is. */
    private void addGroup(Group group, Mapping root, Problems found) {
        boolean taken =
                groups.stream().anyMatch(other -> other.id().equals(group.id()))
                        || group.id().equals(Register.ANYWHERE)
                        || Jurisdiction.all().stream().anyMatch(p -> p.code().equals(group.id()));
        if (taken) {
            Position position = root.find("groups").orElseThrow().value().position();
            found.report(position, "groups", "the id `" + group.id() + "` is taken");
        }
        groups.add(group);
    }

    private void proposals(String name, Mapping root, Problems found) {
        Node node = root.find("proposals").map(Entry::value).orElse(NOTHING);
        if (!(node instanceof Node.Sequence sequence)) {
            found.reportExpected("a list", node, "proposals");
            return;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            String path = Problems.path("proposals", i);
            Node element = sequence.elements().get(i);
            Proposal proposal = PROPOSAL.read(element, path, found);
            if (proposal != null && element instanceof Mapping mapping) {
                take(proposal.id(), new Place(name, found, mapping, path));
                proposals.add(proposal);
            }
        }
    }

    private static <T> List<T> list(
            Mapping mapping, String key, Shape<List<T>> shape, Problems found) {
        return mapping.find(key)
                .map(entry -> Optional.ofNullable(shape.read(entry.value(), key, found)))
                .flatMap(list -> list)
                .orElse(List.of());
    }

    private void parts(Mapping root, Problems found) {
        Node node = root.find("parts").map(Entry::value).orElse(Mapping.of());
        if (!(node instanceof Mapping mapping)) {
            found.reportExpected("a mapping", node, "parts");
            return;
        }
        for (Entry entry : mapping.entries()) {
            String path = Problems.path("parts", entry.key());
            Scalar key = new Scalar(entry.key(), Node.ScalarKind.TEXT, entry.position());
            Jurisdiction part = Shapes.jurisdiction().read(key, path, found);
            Jurisdiction whole = Shapes.jurisdiction().read(entry.value(), path, found);
            if (part != null && whole != null) {
                parts.put(part, whole);
            }
        }
    }

    private void provisions(
            String name, Mapping root, List<Instrument> instruments, Problems found) {
        Node node = root.find("provisions").map(Entry::value).orElse(NOTHING);
        Node defaults = root.find("defaults").map(Entry::value).orElse(Mapping.of());
        if (!(node instanceof Node.Sequence sequence) || !(defaults instanceof Mapping standard)) {
            found.report(
                    node.position(), "provisions", "expected a list, with a mapping of defaults");
            return;
        }
        RecordShape<Provision> shape = provision(instruments);
        for (int i = 0; i < sequence.elements().size(); i++) {
            String path = Problems.path("provisions", i);
            Node element = sequence.elements().get(i);
            if (!(element instanceof Mapping own)) {
                found.reportExpected("a mapping", element, path);
                continue;
            }
            Mapping mapping = linked(own.withDefaults(standard), instruments);
            Provision provision = shape.read(mapping, path, found);
            if (provision != null) {
                take(provision.id(), new Place(name, found, mapping, path));
                provisions.add(provision);
            }
        }
    }

    /** A clause is found where its instrument is, unless it says otherwise. */
    private static Mapping linked(Mapping provision, List<Instrument> instruments) {
        Optional<Instrument> instrument =
                provision
                        .find("instrument")
                        .map(Entry::value)
                        .flatMap(
                                node ->
                                        instruments.stream()
                                                .filter(
                                                        i ->
                                                                node instanceof Scalar s
                                                                        && s.text().equals(i.id()))
                                                .findFirst());
        return instrument
                .map(i -> Mapping.of(Entry.of("link", Scalar.of(i.link().toString()))))
                .map(provision::withDefaults)
                .orElse(provision);
    }

    private static RecordShape<Provision> provision(List<Instrument> instruments) {
        List<String> ids = instruments.stream().map(Instrument::id).toList();
        Shape<Instrument> instrument =
                Shapes.parsed(
                        "the id of an instrument of this file",
                        text ->
                                instruments.stream()
                                        .filter(candidate -> candidate.id().equals(text))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new InvalidValueException(
                                                                "instrument",
                                                                "unknown instrument `" + text + "`",
                                                                Tokens.nearest(text, ids)
                                                                        .orElse(null))),
                        Instrument::id);
        return RecordShape.of(Provision.class)
                .shape("instrument", instrument)
                .shape("when", RecordShape.of(Scope.class).standards(Scope.ANY).build())
                .inline("terms", RecordShape.of(Terms.class).standards(Terms.NONE).build())
                .standard("when", Scope.ANY)
                .standard("reach", Set.of(Reach.LOCATION))
                .standard("duties", Set.of())
                .standard("readings", Map.of())
                .standard("note", "")
                .build();
    }

    /** Notes where an id stands; each stands once, whatever it is the id of. */
    private void take(String id, Place place) {
        if (places.putIfAbsent(id, place) != null) {
            report(place, "id", "the id `" + id + "` is taken", null);
        }
    }

    /** Every place and destination is a code of ISO 3166, a group, or anywhere. */
    private void checkPlaces() {
        List<String> known = new ArrayList<>(groups.stream().map(Group::id).toList());
        known.add(Register.ANYWHERE);
        for (Provision provision : provisions) {
            String id = provision.id();
            provision.places().forEach(code -> checkPlace(id, "places", code, known));
            provision
                    .terms()
                    .destinations()
                    .forEach(code -> checkPlace(id, "destinations", code, known));
            provision
                    .terms()
                    .exceptDestinations()
                    .forEach(code -> checkPlace(id, "except-destinations", code, known));
        }
        for (Proposal proposal : proposals) {
            proposal.places().forEach(code -> checkPlace(proposal.id(), "places", code, known));
        }
    }

    private void checkPlace(String id, String key, String code, List<String> known) {
        if (known.contains(code)) {
            return;
        }
        try {
            Jurisdiction.of(code);
        } catch (InvalidValueException e) {
            String suggestion =
                    Optional.ofNullable(e.suggestion())
                            .or(() -> Tokens.nearest(code, known))
                            .orElse(null);
            report(
                    places.get(id),
                    key,
                    "`" + code + "` is neither an ISO 3166 code nor a group",
                    suggestion);
        }
    }

    private static void report(
            @Nullable Place place, String key, String message, @Nullable String suggestion) {
        if (place != null) {
            Position position =
                    place.mapping()
                            .find(key)
                            .map(entry -> entry.value().position())
                            .orElse(place.mapping().position());
            place.problems()
                    .report(position, Problems.path(place.path(), key), message, suggestion);
        }
    }
}
