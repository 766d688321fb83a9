package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Documents named by their defect. Beside each stands what its author is told, to the letter: every
 * problem at once, with its place.
 */
class BrokenDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");
    private static final String EXPECTED = ".expected";

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
        }
    }

    private static Shape<?> shapeOf(String name) {
        return switch (name.substring(0, name.indexOf('-'))) {
            case "policy" -> Documents.POLICY;
            case "visitor" -> Documents.VISITOR;
            case "visitors" -> Documents.VISITORS;
            case "request" -> Documents.REQUEST;
            case "decision" -> Documents.DECISION;
            case "scenarios" -> Documents.SCENARIOS;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String problemsOf(Path file) throws IOException {
        String name = file.getFileName().toString();
        DocumentFormat format = name.endsWith(".json") ? new Json() : new Yaml();
        try (InputStream in = Files.newInputStream(file)) {
            DocumentException refused =
                    catchThrowableOfType(
                            DocumentException.class, () -> format.read(name, in, shapeOf(name)));
            assertThat(refused).as("the document was read").isNotNull();
            return refused.problems().stream()
                    .map(Problem::toString)
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    @TestFactory
    Stream<DynamicTest> tells_what_is_wrong_and_where() throws IOException {
        return fixtures().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () ->
                                                assertThat(problemsOf(file))
                                                        .isEqualTo(
                                                                Files.readString(expected(file)))));
    }

    private static Path expected(Path file) {
        return file.resolveSibling(file.getFileName() + EXPECTED);
    }

    @Test
    void there_are_many_and_each_has_what_is_expected_of_it() throws IOException {
        assertThat(fixtures())
                .hasSizeGreaterThan(100)
                .allMatch(file -> Files.exists(expected(file)));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(EXPECTED)))
                    .hasSameSizeAs(fixtures());
        }
    }

    @Test
    void every_problem_has_a_place_and_none_names_a_class() throws IOException {
        for (Path file : fixtures()) {
            String name = file.getFileName().toString();
            assertThat(Files.readAllLines(expected(file)))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("\\Q" + name + "\\E:[1-9]\\d*:[1-9]\\d*: .*"))
                    .noneMatch(
                            line ->
                                    line.contains("Exception")
                                            || line.contains("org.cookiepolicy")
                                            || line.contains("java.")
                                            || line.contains("jackson")
                                            || line.contains("[Source"));
        }
    }
}
