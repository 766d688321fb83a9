package org.cookiepolicy.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cookiepolicy.document.Problem;

/**
 * Rule files that stand among the resources of the tests, each with what is said of it beside it.
 */
final class RuleFixtures {
    private static final String LONG_LIST = "(expected one of)(?: `[^`]+`,){9,} `[^`]+`";

    private RuleFixtures() {}

    /** The names of the rule files in a folder, without their end. */
    static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .map(name -> name.substring(0, name.length() - ".drl".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LawFile file(String folder, String name) {
        return new LawFile(name + ".drl", text(folder + "/" + name + ".drl"));
    }

    /** The lines that are expected to be reported. */
    static List<String> expected(String folder, String name) {
        return text(folder + "/" + name + ".expected").lines().toList();
    }

    /** The lines that are reported. */
    static List<String> problems(LawFile... files) {
        return lines(RuleBase.read(List.of(files)).problems());
    }

    /** The lines of problems; long lists of names are cut, for they grow with the vocabulary. */
    static List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replaceAll(LONG_LIST, "$1 ..."))
                .toList();
    }

    private static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(RuleFixtures.class.getResource("drl/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
