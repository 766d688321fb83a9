package org.cookiepolicy.rules;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Loosening;
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
    static final List<String> KEYS =
            List.of(
                    "instruments",
                    "defaults",
                    "provisions",
                    "proposals",
                    "covered-from",
                    "groups",
                    "parts",
                    "split");

    /**
     * What a file of a house may hold. Which places have the law of others, which are split, and
     * since when there is an answer everywhere, is for the law to say.
     */
    static final List<String> KEYS_OF_HOUSE =
            List.of("instruments", "defaults", "provisions", "groups", "loosens");

    private static final Shape<List<Instrument>> INSTRUMENTS =
            Shapes.list(RecordShape.of(Instrument.class).build(), Instrument::id);
    private static final Shape<List<Group>> GROUPS =
            Shapes.list(
                    RecordShape.of(Group.class)
                            .standard("standsIn", false)
                            .shape(
                                    "members",
                                    Shapes.list(
                                            RecordShape.of(Group.Member.class)
                                                    .standard("readings", Map.of())
                                                    .build()))
                            .build());

    private static final Shape<Declaration> DECLARATION =
            RecordShape.of(Declaration.class)
                    .inline("loosening", RecordShape.of(Loosening.class).build())
                    .build();
    private static final Shape<Proposal> PROPOSAL = RecordShape.of(Proposal.class).build();

    /** Stands in for a link in a provision that is refused for another reason. */
    private static final URI NO_LINK = URI.create("https://example.org/");

    private static final Node NOTHING = new Node.Sequence(List.of(), Position.NONE);

    private final List<Provision> provisions = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<Jurisdiction, Jurisdiction> parts = new LinkedHashMap<>();
    private final Set<Jurisdiction> split = new HashSet<>();
    private @Nullable CoveredFrom coveredFrom;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> groupIds = new HashSet<>();
    private final Map<String, Optional<Loosening>> house = new LinkedHashMap<>();
    private final List<Declared> declared = new ArrayList<>();
    private final Set<String> declaredBadly = new HashSet<>();

    /** Where provisions stand, for problems that show only when all files are read. */
    private final Map<String, Place> places = new HashMap<>();

    /** Where members of groups stand. */
    private final Map<String, Register.Source> members = new HashMap<>();

    /** Since when a law says it answers everywhere, and where it says so. */
    private record CoveredFrom(LocalDate day, LawFile file, Position position) {}

    /** Where a provision stands; its mapping has the defaults of its file, and its own has not. */
    private record Place(
            Problems problems, Mapping own, Mapping mapping, String path, LawFile file) {
        Place(Problems problems, Mapping own, String path, LawFile file) {
            this(problems, own, own, path, file);
        }
    }

    private record Declared(Declaration declaration, Place place) {}

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
                reader.file(file, YamlTree.read(file), found);
            } catch (DocumentException e) {
                reader.problems.addAll(e.problems());
            }
        }
        reader.checkPlaces();
        reader.checkHouse();
        all.forEach(found -> reader.problems.addAll(found.sorted()));
        return reader;
    }

    static Register read(List<LawFile> files) {
        return of(files).register();
    }

    /**
     * A problem with a provision that shows only when the whole law is looked at. It stands at the
     * provision, never at the defaults, which it shares with others.
     *
     * @param id the id of the provision, which is in the register
     * @param key the key whose value it is about, where the provision has it
     * @param message what is wrong
     */
    Problem problem(String id, String key, String message) {
        Place place = Objects.requireNonNull(places.get(id), id);
        Position position =
                place.own()
                        .find(key)
                        .map(entry -> entry.value().position())
                        .orElse(place.own().position());
        return new Problem(place.file().name(), position, "", message, null);
    }

    /**
     * A problem with what the law says of all places.
     *
     * @param message what is wrong
     * @return the problem, where the law says since when it answers everywhere
     */
    Problem everywhere(String message) {
        CoveredFrom said = Objects.requireNonNull(coveredFrom, "coveredFrom");
        return new Problem(said.file().name(), said.position(), "", message, null);
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
        Map<String, Register.Source> sources = new HashMap<>(members);
        places.forEach((id, place) -> sources.put(id, source(place)));
        return new Register(
                provisions,
                proposals,
                groups,
                parts,
                split,
                Optional.ofNullable(coveredFrom).map(CoveredFrom::day),
                house,
                sources);
    }

    private static Register.Source source(Place place) {
        return new Register.Source(place.file().name(), place.mapping().position().line());
    }

    private void file(LawFile file, Node root, Problems found) {
        if (!(root instanceof Mapping mapping)) {
            found.reportExpected("a mapping", root, "");
            return;
        }
        Shapes.checkKeys(mapping, file.isOfHouse() ? KEYS_OF_HOUSE : KEYS, "", found);
        List<Instrument> instruments = instruments(mapping, found, file);
        groups.addAll(list(mapping, "groups", GROUPS, found));
        elements(mapping, "groups", found, file).forEach(this::checkGroup);
        provisions(file, mapping, instruments, found);
        if (file.isOfHouse()) {
            elements(mapping, "loosens", found, file).forEach(this::declare);
        } else {
            proposals(file, mapping, found);
            split.addAll(list(mapping, "split", Shapes.list(Shapes.jurisdiction()), found));
            parts(mapping, found);
            mapping.find("covered-from").ifPresent(entry -> coveredFrom(file, entry, found));
        }
    }

    private void coveredFrom(LawFile file, Entry entry, Problems found) {
        LocalDate day = Shapes.date().read(entry.value(), "covered-from", found);
        if (coveredFrom != null) {
            found.report(
                    entry.position(),
                    "",
                    "`covered-from` stands in `" + coveredFrom.file().name() + "` already");
        } else if (day != null) {
            coveredFrom = new CoveredFrom(day, file, entry.value().position());
        }
    }

    /**
     * The instruments of a file. Where one is broken, each is known by its id at least, so that its
     * provisions are not refused on its account.
     */
    private static List<Instrument> instruments(Mapping root, Problems found, LawFile file) {
        List<Instrument> instruments = list(root, "instruments", INSTRUMENTS, found);
        if (!instruments.isEmpty()) {
            return instruments;
        }
        return elements(root, "instruments", new Problems(""), file).stream()
                .flatMap(place -> id(place).stream())
                .filter(id -> !id.isBlank())
                .map(id -> new Instrument(id, id, NO_LINK))
                .toList();
    }

    private static Optional<String> id(Place place) {
        return place.mapping()
                .find("id")
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(node -> ((Scalar) node).text());
    }

    /** The mappings of a list, with their places. */
    private static List<Place> elements(Mapping root, String key, Problems found, LawFile file) {
        List<Place> elements = new ArrayList<>();
        Node node = root.find(key).map(Entry::value).orElse(NOTHING);
        if (!(node instanceof Node.Sequence sequence)) {
            found.reportExpected("a list", node, key);
            return elements;
        }
        for (int i = 0; i < sequence.elements().size(); i++) {
            Node element = sequence.elements().get(i);
            String path = Problems.path(key, i);
            if (element instanceof Mapping mapping) {
                elements.add(new Place(found, mapping, path, file));
            } else {
                found.reportExpected("a mapping", element, path);
            }
        }
        return elements;
    }

    private void checkGroup(Place place) {
        Optional<String> id = id(place);
        if (id.isPresent()) {
            List<Place> all = elements(place.mapping(), "members", new Problems(""), place.file());
            for (int i = 0; i < all.size(); i++) {
                members.putIfAbsent(Register.memberKey(id.get(), i), source(all.get(i)));
            }
            checkPrefix(id.get(), place);
            // Provisions name groups and places alike, so no group may be called as a place is.
            boolean isPlace =
                    id.get().equals(Register.ANYWHERE)
                            || Jurisdiction.all().stream().anyMatch(p -> p.code().equals(id.get()));
            if (!groupIds.add(id.get()) || isPlace) {
                report(place, "id", "the id `" + id.get() + "` is taken", null);
            }
        }
    }

    /** Ids of the house and of the law never meet, so that nobody takes the one for the other. */
    private static void checkPrefix(String id, Place place) {
        boolean prefixed = id.startsWith(House.PREFIX);
        if (place.file().isOfHouse() && !prefixed) {
            report(
                    place,
                    "id",
                    "the ids of a house begin with `" + House.PREFIX + "`, unlike `" + id + "`",
                    House.PREFIX + id);
        }
        if (!place.file().isOfHouse() && prefixed) {
            report(
                    place,
                    "id",
                    "`"
                            + id
                            + "` is an id of a house: the law has none with `"
                            + House.PREFIX
                            + "`",
                    null);
        }
    }

    private void declare(Place place) {
        Declaration declaration = DECLARATION.read(place.mapping(), place.path(), place.problems());
        if (declaration != null) {
            declared.add(new Declared(declaration, place));
            return;
        }
        // It is declared all the same, though not as it has to be.
        place.mapping()
                .find("provision")
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .ifPresent(node -> declaredBadly.add(((Scalar) node).text()));
    }

    /** Whatever takes away from law is declared, and what is declared takes away as it says. */
    private void checkHouse() {
        Map<String, Provision> byId = new HashMap<>();
        provisions.forEach(provision -> byId.putIfAbsent(provision.id(), provision));
        for (Declared one : declared) {
            Provision provision = byId.get(one.declaration().provision());
            Place place = places.get(one.declaration().provision());
            if (provision == null || place == null || !place.file().equals(one.place().file())) {
                reportUnknown(
                        one.place(),
                        "provision",
                        one.declaration().provision(),
                        "is no provision of this file",
                        idsIn(one.place().file()));
            } else if (provision.kind().loosens().isEmpty()) {
                report(
                        one.place(),
                        "provision",
                        "a provision of kind `"
                                + Tokens.of(provision.kind())
                                + "` takes nothing away from law that could be declared",
                        null);
            } else {
                one.declaration()
                        .loosening()
                        .law()
                        .forEach(id -> checkLoosened(one.place(), provision, id, byId));
                if (house.put(provision.id(), Optional.of(one.declaration().loosening()))
                        .isPresent()) {
                    report(one.place(), "provision", "is declared already", null);
                }
            }
        }
        provisions.stream()
                .filter(provision -> house.containsKey(provision.id()))
                .forEach(this::checkDeclared);
    }

    private void checkDeclared(Provision provision) {
        Place place = places.get(provision.id());
        String kind = "`" + Tokens.of(provision.kind()) + "`";
        if (provision.kind() == Kind.NO_RULE) {
            report(place, "kind", "a house cannot say that there is " + kind + " of law", null);
        } else if (!provision.kind().loosens().isEmpty()
                && !declaredBadly.contains(provision.id())
                && house.getOrDefault(provision.id(), Optional.empty()).isEmpty()) {
            report(
                    place,
                    "kind",
                    "a provision of kind "
                            + kind
                            + " takes away from law and has to be declared under `loosens`",
                    null);
        }
    }

    private void checkLoosened(Place place, Provision by, String id, Map<String, Provision> byId) {
        Provision law = byId.get(id);
        if (law == null) {
            reportUnknown(place, "law", id, "is no provision", byId.keySet());
        } else if (!by.kind().loosens().contains(law.kind())) {
            report(
                    place,
                    "law",
                    "a provision of kind `"
                            + Tokens.of(by.kind())
                            + "` takes nothing away from `"
                            + id
                            + "`, which is of kind `"
                            + Tokens.of(law.kind())
                            + "`",
                    null);
        } else if (!Register.meet(by, law)) {
            report(place, "law", "`" + by.id() + "` and `" + id + "` share no layer", null);
        }
    }

    private List<String> idsIn(LawFile file) {
        return provisions.stream()
                .map(Provision::id)
                .filter(id -> places.containsKey(id) && places.get(id).file().equals(file))
                .toList();
    }

    private static void reportUnknown(
            Place place, String key, String id, String message, Collection<String> known) {
        report(
                place,
                key,
                Problems.quote(id) + " " + message,
                Tokens.nearest(id, known).orElse(null));
    }

    private void proposals(LawFile file, Mapping root, Problems found) {
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
                take(proposal.id(), new Place(found, mapping, path, file));
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
            LawFile file, Mapping root, List<Instrument> instruments, Problems found) {
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
                take(provision.id(), new Place(found, own, mapping, path, file));
                provisions.add(provision);
                if (file.isOfHouse()) {
                    house.put(provision.id(), Optional.empty());
                }
            }
        }
    }

    /**
     * A clause is found where its instrument is, unless it says otherwise. Where the instrument is
     * not known, the provision is refused for that, and not for lack of a link as well.
     */
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
        String link = instrument.map(Instrument::link).orElse(NO_LINK).toString();
        return provision.withDefaults(Mapping.of(Entry.of("link", Scalar.of(link))));
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
        checkPrefix(id, place);
        Place first = places.putIfAbsent(id, place);
        if (first != null) {
            report(place, "id", "the id `" + id + "` is taken at " + source(first), null);
        }
    }

    /** Every place and destination is a code of ISO 3166, a group, or anywhere. */
    private void checkPlaces() {
        // A group of which something is wrong is known all the same.
        List<String> known = new ArrayList<>(groupIds);
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
