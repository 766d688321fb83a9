package org.cookiepolicy.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.workbench.LawChange;
import org.cookiepolicy.rules.workbench.ScopeWords;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows the change log of the law. */
@Command(
        name = "changes",
        description = "Shows the change log of the law: what changes when, where, and for whom.",
        customSynopsis =
                "cookie-policy changes [--law=DIR] [--since=DAY] [--until=DAY] [--format=text|json|csv]%n"
                        + "                      [PLACE...]",
        footer = {
            "",
            "With places, only what concerns them, by themselves or as members of a group.",
            "",
            "Examples:",
            "  cookie-policy changes --since 2026-01-01",
            "  cookie-policy changes GB",
            "  cookie-policy changes --law my-law/ GB",
            "  cookie-policy changes --since 2026-11-25 --format csv"
        })
final class ChangesCommand extends AbstractCommand {
    @Mixin private LawOption law = new LawOption();

    @Parameters(
            paramLabel = "PLACE",
            arity = "0..*",
            description = "Codes of ISO 3166-1 or 3166-2; all places when left out.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "The first day to show.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DAY",
            converter = Converters.Day.class,
            description = "The first day not to show any more.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            converter = Converters.FormatWord.class,
            description = "For people, for programs, or for spreadsheets.")
    private Format format = Format.TEXT;

    ChangesCommand() {}

    /** One change, as it is written. */
    public record Entry(
            LocalDate day,
            LawChange.Event event,
            Set<String> places,
            Optional<String> provision,
            Optional<String> group,
            Optional<Kind> kind,
            Optional<Set<Layer>> layers,
            String about,
            String source,
            Optional<Confidence> confidence) {}

    /** All of them, as they are written. */
    public record Document(List<Entry> changes) {
        public Document {
            changes = List.copyOf(changes);
        }
    }

    @Override
    public Integer call() {
        List<Jurisdiction> places = Converters.places(codes, commandLine());
        Register register = law.read().engine().register();
        List<Entry> changes =
                LawChange.in(register).stream()
                        .filter(change -> since.isEmpty() || !change.day().isBefore(since.get()))
                        .filter(change -> until.isEmpty() || change.day().isBefore(until.get()))
                        .filter(change -> places.isEmpty() || concerns(change, places, register))
                        .map(change -> entry(change, register))
                        .toList();
        out().print(
                        switch (format) {
                            case TEXT -> text(changes);
                            case JSON ->
                                    new Json()
                                            .write(
                                                    new Document(changes),
                                                    RecordShape.of(Document.class).build());
                            case CSV -> csv(changes);
                            default ->
                                    throw new ParameterException(
                                            commandLine(), "changes has no such format");
                        });
        return ExitCodes.CLEAN;
    }

    private static boolean concerns(
            LawChange change, List<Jurisdiction> places, Register register) {
        return places.stream()
                .map(place -> register.parts().getOrDefault(place, place))
                .anyMatch(
                        place ->
                                change.places().contains(place.code())
                                        || change.places().contains(place.country().code())
                                        || change.places().contains(Register.ANYWHERE)
                                        || register.groups().stream()
                                                .filter(g -> change.places().contains(g.id()))
                                                .anyMatch(g -> isMember(g, place, change.day())));
    }

    private static boolean isMember(Group group, Jurisdiction place, LocalDate day) {
        return group.members().stream()
                .anyMatch(
                        member ->
                                (member.place().equals(place)
                                                || member.place().equals(place.country()))
                                        && member.isMemberOn(day));
    }

    private static Entry entry(LawChange change, Register register) {
        Optional<Provision> provision = change.provision();
        String title =
                change.group()
                        .flatMap(
                                id ->
                                        register.groups().stream()
                                                .filter(group -> group.id().equals(id))
                                                .findFirst())
                        .map(Group::title)
                        .orElse("");
        return new Entry(
                change.day(),
                change.event(),
                change.places(),
                provision.map(Provision::id),
                change.group(),
                provision.map(Provision::kind),
                provision.map(Provision::layers),
                provision.map(ScopeWords::of).orElse("the law that the members share"),
                provision.map(p -> p.instrument().title() + ", " + p.citation()).orElse(title),
                provision.map(Provision::confidence));
    }

    private static String text(List<Entry> changes) {
        Map<LocalDate, List<Entry>> byDay = new LinkedHashMap<>();
        changes.forEach(c -> byDay.computeIfAbsent(c.day(), day -> new ArrayList<>()).add(c));
        StringBuilder text = new StringBuilder();
        byDay.forEach(
                (day, entries) -> {
                    text.append(day).append('\n');
                    for (Entry entry : entries) {
                        text.append("  ")
                                .append(String.join(" ", entry.places()))
                                .append(' ')
                                .append(Tokens.of(entry.event()))
                                .append(": ")
                                .append(what(entry))
                                .append("\n      for ")
                                .append(entry.about())
                                .append("\n      ")
                                .append(entry.source())
                                .append(isUncertain(entry) ? " (uncertain)" : "")
                                .append('\n');
                    }
                });
        return text.toString();
    }

    private static String what(Entry entry) {
        return entry.provision()
                .map(
                        id ->
                                Tokens.of(entry.kind().orElseThrow())
                                        + " "
                                        + id
                                        + " ("
                                        + layers(entry)
                                        + ")")
                .orElseGet(() -> "the group " + entry.group().orElseThrow());
    }

    private static String layers(Entry entry) {
        return entry.layers()
                .map(layers -> String.join(", ", layers.stream().map(Tokens::of).toList()))
                .orElse("");
    }

    private static boolean isUncertain(Entry entry) {
        return entry.confidence().filter(Confidence.UNCERTAIN::equals).isPresent();
    }

    private static String csv(List<Entry> changes) {
        return Csv.of(
                List.of(
                        "day",
                        "event",
                        "places",
                        "provision",
                        "group",
                        "kind",
                        "layers",
                        "about",
                        "source",
                        "confidence"),
                changes.stream()
                        .map(
                                entry ->
                                        List.of(
                                                entry.day().toString(),
                                                Tokens.of(entry.event()),
                                                String.join(" ", entry.places()),
                                                entry.provision().orElse(""),
                                                entry.group().orElse(""),
                                                entry.kind().map(Tokens::of).orElse(""),
                                                layers(entry),
                                                entry.about(),
                                                entry.source(),
                                                entry.confidence().map(Tokens::of).orElse("")))
                        .toList());
    }
}
