package org.cookiepolicy.rules.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.scenario.Suite;

/** A small law with its scenarios, and the scenarios of this project. */
final class Fixtures {
    private static final Path FOLDER = Path.of("src/test/resources/workbench");

    private Fixtures() {}

    static List<LawFile> law() {
        try {
            return LawFile.in(FOLDER.resolve("law"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small law with something else in a file. */
    static List<LawFile> law(String file, UnaryOperator<String> edit) {
        return law().stream()
                .map(f -> f.name().equals(file) ? new LawFile(file, edit.apply(f.text())) : f)
                .toList();
    }

    static List<Suite> scenarios() {
        return suites(FOLDER.resolve("scenarios"));
    }

    static Suite suite(String file) {
        return read(FOLDER.resolve(file));
    }

    /** By hand, generated around each change of the law, and generated for what none noticed. */
    static List<Suite> ofProject() {
        return Stream.of("scenarios", "boundaries", "telling")
                .map(folder -> suites(Path.of("src/test/resources", folder)))
                .flatMap(List::stream)
                .toList();
    }

    static String expected(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Suite> suites(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Suite> suites = new ArrayList<>();
            files.sorted().forEach(file -> suites.add(read(file)));
            return suites;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite read(Path file) {
        try {
            return new Yaml().read(file, Documents.SCENARIOS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
