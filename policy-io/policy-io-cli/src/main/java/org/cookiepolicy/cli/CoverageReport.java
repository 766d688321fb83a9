package org.cookiepolicy.cli;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.cli.TextTable.Cell;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Proposal;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.rules.RegisterCheck;
import org.cookiepolicy.rules.workbench.LawCoverage;
import org.cookiepolicy.rules.workbench.LawCoverage.Holding;
import org.cookiepolicy.rules.workbench.LawCoverage.Place;
import org.cookiepolicy.rules.workbench.LawCoverage.Standing;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Tokens;

/** What the register knows of each place, for people, programs and spreadsheets. */
final class CoverageReport {
    private static final List<String> CSV_NAMES =
            List.of(
                    "place",
                    "standing",
                    "law-of",
                    "covered-from",
                    "provision",
                    "kind",
                    "layers",
                    "reach",
                    "from",
                    "until",
                    "in-force",
                    "through",
                    "confidence",
                    "reviewed",
                    "review-due",
                    "instrument",
                    "citation",
                    "link");

    private CoverageReport() {}

    // For people

    static String text(LawCoverage coverage, boolean detailed, Style style) {
        StringBuilder text = new StringBuilder();
        if (detailed) {
            coverage.places().forEach(place -> text.append(detail(coverage, place, style)));
        } else {
            text.append(summary(coverage));
        }
        text.append(totals(coverage));
        for (RegisterCheck.Fault fault : coverage.faults()) {
            text.append(style.bad(fault.toString())).append('\n');
        }
        return text.toString();
    }

    private static String summary(LawCoverage coverage) {
        TextTable table = new TextTable(List.of(8, 24, 14, 9, 9, 9, 13, 13));
        table.add(
                cells(
                        "place",
                        "standing",
                        "covered from",
                        "verified",
                        "known",
                        "uncertain",
                        "oldest review",
                        "next change"));
        for (Place place : coverage.places()) {
            Map<Confidence, Long> counts = place.confidence(coverage.at());
            table.add(
                    cells(
                            place.place().code(),
                            standing(place),
                            day(place.coveredFrom()),
                            String.valueOf(counts.get(Confidence.VERIFIED)),
                            String.valueOf(counts.get(Confidence.KNOWN)),
                            String.valueOf(counts.get(Confidence.UNCERTAIN)),
                            day(place.oldestReview(coverage.at())),
                            day(place.nextChange(coverage.at()))));
        }
        return table + "\n";
    }

    private static String detail(LawCoverage coverage, Place place, Style style) {
        TextTable table = new TextTable(List.of(10, 10, 16, 44, 10, 10, 44));
        table.add(
                cells("from", "until", "kind", "provision", "confidence", "reviewed", "citation"));
        for (Holding holding : place.holdings()) {
            Provision provision = holding.provision();
            table.add(
                    cells(
                            holding.from().toString(),
                            day(holding.until()),
                            Tokens.of(provision.kind()),
                            provision.id() + through(place, holding),
                            Tokens.of(provision.confidence()),
                            provision.reviewed() + (isDue(coverage, provision) ? " due" : ""),
                            provision.instrument().title() + ", " + provision.citation()));
        }
        return style.heading(place.place() + ": " + standing(place)) + "\n" + table + "\n";
    }

    private static String through(Place place, Holding holding) {
        return holding.through().equals(place.place().code())
                ? ""
                : " (through " + holding.through() + ")";
    }

    private static String totals(LawCoverage coverage) {
        Map<Standing, Long> standings =
                coverage.places().stream()
                        .collect(Collectors.groupingBy(Place::standing, Collectors.counting()));
        StringBuilder text = new StringBuilder();
        text.append(Words.count(coverage.places().size(), "place", "places"))
                .append(" on ")
                .append(coverage.at());
        for (Standing standing : Standing.values()) {
            text.append("; ")
                    .append(words(standing))
                    .append(": ")
                    .append(standings.getOrDefault(standing, 0L));
        }
        text.append(".\n");
        text.append(coverage.due().size()).append(" provisions due for review");
        if (!coverage.due().isEmpty()) {
            text.append(", the oldest of ").append(coverage.due().get(0).reviewed());
        }
        text.append("; ").append(coverage.proposals().size());
        text.append(" proposals that are not in force; ");
        text.append(coverage.faults().size()).append(" gaps and contradictions.\n");
        return text.toString();
    }

    private static String standing(Place place) {
        return words(place.standing()) + place.lawOf().map(other -> " (" + other + ")").orElse("");
    }

    private static String words(Standing standing) {
        return Tokens.of(standing).replace('-', ' ');
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static List<Cell> cells(String... texts) {
        return List.of(texts).stream().map(Cell::of).toList();
    }

    private static boolean isDue(LawCoverage coverage, Provision provision) {
        return coverage.due().contains(provision);
    }

    // For spreadsheets

    static String csv(LawCoverage coverage) {
        List<List<String>> rows = new ArrayList<>();
        for (Place place : coverage.places()) {
            for (Holding holding : place.holdings()) {
                rows.add(row(coverage, place, holding));
            }
        }
        return Csv.of(CSV_NAMES, rows);
    }

    private static List<String> row(LawCoverage coverage, Place place, Holding holding) {
        Provision provision = holding.provision();
        return List.of(
                place.place().code(),
                Tokens.of(place.standing()),
                place.lawOf().map(Jurisdiction::code).orElse(""),
                day(place.coveredFrom()),
                provision.id(),
                Tokens.of(provision.kind()),
                tokens(provision.layers()),
                tokens(provision.reach()),
                holding.from().toString(),
                day(holding.until()),
                String.valueOf(holding.isInForceOn(coverage.at())),
                holding.through(),
                Tokens.of(provision.confidence()),
                provision.reviewed().toString(),
                String.valueOf(isDue(coverage, provision)),
                provision.instrument().title(),
                provision.citation(),
                provision.link().toString());
    }

    private static String tokens(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Tokens::of).collect(Collectors.joining(" "));
    }

    // For programs

    /** The whole, as it is written. */
    public record Document(
            LocalDate at,
            List<PlaceEntry> places,
            List<String> dueForReview,
            List<Proposal> proposals,
            List<RegisterCheck.Fault> faults) {
        public Document {
            places = List.copyOf(places);
            dueForReview = List.copyOf(dueForReview);
            proposals = List.copyOf(proposals);
            faults = List.copyOf(faults);
        }
    }

    /** A place, as it is written. */
    public record PlaceEntry(
            Jurisdiction place,
            Standing standing,
            Optional<Jurisdiction> lawOf,
            Optional<LocalDate> coveredFrom,
            List<ProvisionEntry> provisions) {
        public PlaceEntry {
            provisions = List.copyOf(provisions);
        }
    }

    /** A provision that holds in a place, as it is written. */
    public record ProvisionEntry(
            String provision,
            Kind kind,
            Set<Layer> layers,
            Set<Reach> reach,
            LocalDate from,
            Optional<LocalDate> until,
            String through,
            Confidence confidence,
            LocalDate reviewed,
            String instrument,
            String citation,
            URI link) {
        public ProvisionEntry {
            layers = Set.copyOf(layers);
            reach = Set.copyOf(reach);
        }
    }

    static String json(LawCoverage coverage) {
        Document document =
                new Document(
                        coverage.at(),
                        coverage.places().stream().map(CoverageReport::entry).toList(),
                        coverage.due().stream().map(Provision::id).toList(),
                        coverage.proposals(),
                        coverage.faults());
        return new Json().write(document, RecordShape.of(Document.class).build());
    }

    private static PlaceEntry entry(Place place) {
        return new PlaceEntry(
                place.place(),
                place.standing(),
                place.lawOf(),
                place.coveredFrom(),
                place.holdings().stream().map(CoverageReport::entry).toList());
    }

    private static ProvisionEntry entry(Holding holding) {
        Provision provision = holding.provision();
        return new ProvisionEntry(
                provision.id(),
                provision.kind(),
                provision.layers(),
                provision.reach(),
                holding.from(),
                holding.until(),
                holding.through(),
                provision.confidence(),
                provision.reviewed(),
                provision.instrument().title(),
                provision.citation(),
                provision.link());
    }
}
