package org.cookiepolicy.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.rules.LawFault;
import org.cookiepolicy.value.Tokens;

/** What is wrong with a law, in each format. */
final class ProblemReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private ProblemReport() {}

    static String text(List<LawFault> faults, int files) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault.problem()).append('\n'));
        return text.append(count(faults.size(), "problem"))
                .append(" in ")
                .append(count(files, "file"))
                .append('\n')
                .toString();
    }

    private static String count(int number, String what) {
        return (number == 0 ? "no" : number) + " " + what + (number == 1 ? "" : "s");
    }

    static String json(List<LawFault> faults) {
        List<Node> nodes = new ArrayList<>();
        for (LawFault fault : faults) {
            Problem problem = fault.problem();
            List<Entry> entries = new ArrayList<>();
            entries.add(Entry.of("type", Scalar.of(Tokens.of(fault.type()))));
            entries.add(Entry.of("file", Scalar.of(problem.file())));
            entries.add(Entry.of("line", Scalar.of(problem.position().line())));
            entries.add(Entry.of("column", Scalar.of(problem.position().column())));
            entries.add(Entry.of("message", Scalar.of(problem.message())));
            if (!problem.path().isEmpty()) {
                entries.add(Entry.of("path", Scalar.of(problem.path())));
            }
            String suggestion = problem.suggestion();
            if (suggestion != null) {
                entries.add(Entry.of("suggestion", Scalar.of(suggestion)));
            }
            nodes.add(new Mapping(entries, Position.NONE));
        }
        return JsonReport.write(Mapping.of(Entry.of("problems", JsonReport.list(nodes))));
    }

    static String sarif(List<LawFault> faults, String version) {
        List<Node> rules = new ArrayList<>();
        for (LawFault.Type type : LawFault.Type.values()) {
            rules.add(rule(type));
        }
        Mapping driver =
                Mapping.of(
                        Entry.of("name", Scalar.of("cookie-policy")),
                        Entry.of("version", Scalar.of(version)),
                        Entry.of("rules", JsonReport.list(rules)));
        List<Node> results = new ArrayList<>();
        for (LawFault fault : faults) {
            results.add(result(fault));
        }
        Mapping run =
                Mapping.of(
                        Entry.of("tool", Mapping.of(Entry.of("driver", driver))),
                        Entry.of("columnKind", Scalar.of("unicodeCodePoints")),
                        Entry.of("results", JsonReport.list(results)));
        return JsonReport.write(
                Mapping.of(
                        Entry.of("$schema", Scalar.of(SCHEMA)),
                        Entry.of("version", Scalar.of("2.1.0")),
                        Entry.of("runs", JsonReport.list(List.of(run)))));
    }

    private static Mapping rule(LawFault.Type type) {
        String description =
                switch (type) {
                    case FILE -> "A file is neither register nor rules, or its name is taken.";
                    case REGISTER -> "The register says something that it cannot say.";
                    case RULES -> "The rules say something that rules may not say.";
                    case GAP -> "A place that the register covers has days without law.";
                    case OVERLAP -> "Two provisions contradict each other.";
                    case STAND_IN -> "A place has law of its own beside one that stands in for it.";
                    case UNDEFINED_CONSENT ->
                            "Consent is demanded, and nothing says what it has to be.";
                    case NEVER_MET -> "A condition of a rule is met by no provision.";
                    case NEVER_READ -> "A provision is read by no rule.";
                };
        return Mapping.of(
                Entry.of("id", Scalar.of(Tokens.of(type))),
                Entry.of("shortDescription", message(description)));
    }

    /** Braces are doubled, since one alone would begin a placeholder. */
    private static Mapping message(String text) {
        String escaped = text.replace("{", "{{").replace("}", "}}");
        return Mapping.of(Entry.of("text", Scalar.of(escaped)));
    }

    private static Mapping result(LawFault fault) {
        Problem problem = fault.problem();
        String place = problem.path().isEmpty() ? "" : " at " + problem.path();
        String suggestion = problem.suggestion();
        String mend = suggestion == null ? "" : "; did you mean `" + suggestion + "`?";
        List<Entry> physical = new ArrayList<>();
        physical.add(
                Entry.of(
                        "artifactLocation",
                        Mapping.of(Entry.of("uri", Scalar.of(uri(problem.file()))))));
        if (problem.position().line() > 0) {
            Mapping region =
                    Mapping.of(
                            Entry.of("startLine", Scalar.of(problem.position().line())),
                            Entry.of("startColumn", Scalar.of(problem.position().column())));
            physical.add(Entry.of("region", region));
        }
        Mapping location =
                Mapping.of(Entry.of("physicalLocation", new Mapping(physical, Position.NONE)));
        return Mapping.of(
                Entry.of("ruleId", Scalar.of(Tokens.of(fault.type()))),
                Entry.of("level", Scalar.of("error")),
                Entry.of("message", message(problem.message() + place + mend)),
                Entry.of("locations", JsonReport.list(List.of(location))));
    }

    /** A path below the working directory stays relative, so that a build server finds it there. */
    private static String uri(String file) {
        Path path = path(file);
        if (path.isAbsolute()) {
            return path.toUri().toASCIIString();
        }
        StringJoiner steps = new StringJoiner("/");
        path.forEach(step -> steps.add(step.toString()));
        String relative = steps.toString();
        try {
            // A first part with a colon would be taken for a scheme.
            return new URI(null, null, "./" + relative, null)
                    .toASCIIString()
                    .substring(relative.contains(":") ? 0 : 2);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without dots; where they lead upwards, only the file system knows where to. */
    private static Path path(String file) {
        Path path = Path.of(file);
        for (Path step : path) {
            if (step.toString().equals("..")) {
                try {
                    return path.toRealPath();
                } catch (IOException e) {
                    return path.toAbsolutePath().normalize();
                }
            }
        }
        return path.normalize();
    }
}
