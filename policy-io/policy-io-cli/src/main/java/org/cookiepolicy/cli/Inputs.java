package org.cookiepolicy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.document.DocumentFormat;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;

/**
 * Reads the files of one command and collects what is wrong with any of them, so that a person
 * mends them all at once.
 */
final class Inputs {
    private static final DocumentFormat JSON = new Json();
    private static final DocumentFormat YAML = new Yaml();

    private final List<String> problems = new ArrayList<>();

    /**
     * Reads a document in the format that its name ends with.
     *
     * @return what it says; empty when something was wrong with it
     */
    <T> Optional<T> read(Path file, Shape<T> shape) {
        Optional<DocumentFormat> format = format(file);
        if (format.isEmpty()) {
            problems.add(file + ": the name ends with none of `.json`, `.yaml` and `.yml`");
            return Optional.empty();
        }
        try {
            return Optional.of(format.get().read(file, shape));
        } catch (DocumentException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
        } catch (IOException e) {
            problems.add(file + ": " + reason(file, e));
        }
        return Optional.empty();
    }

    /** The documents among some files and in some directories and those below, in a fixed order. */
    List<Path> documents(List<Path> paths) {
        List<Path> documents = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                documents.addAll(documentsIn(path));
            } else {
                documents.add(path);
            }
        }
        return documents;
    }

    private List<Path> documentsIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> documents =
                    files.filter(Files::isRegularFile)
                            .filter(file -> format(file).isPresent())
                            .sorted()
                            .toList();
            if (documents.isEmpty()) {
                // Tests that find nothing to test must not look as if they had passed.
                problems.add(directory + ": there is no document in this directory");
            }
            return documents;
        } catch (IOException | UncheckedIOException e) {
            problems.add(directory + ": the directory cannot be read");
            return List.of();
        }
    }

    /**
     * Throws when anything was wrong.
     *
     * @throws UnreadableInputException with all of it
     */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new UnreadableInputException(problems);
        }
    }

    private static Optional<DocumentFormat> format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Optional.of(JSON);
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? Optional.of(YAML)
                : Optional.empty();
    }

    private static String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        return Files.isDirectory(file) ? "this is a directory" : "the file cannot be read";
    }
}
