package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.document.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;

/**
 * Documents named by their defect. Beside each stands what its author is told, to the letter: every
 * problem at once, with its place.
 */
class BrokenDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");
    private static final String EXPECTED = ".expected";

    /**
     * What a schema cannot see: whether the text is a tree at all, a key or an element of a list of
     * mappings that stands there twice, what one part says of another, and what a code stands for.
     */
    private static final Set<String> BEYOND_SCHEMAS =
            Set.of(
                    "decision-outcome-against-the-verdicts.json",
                    "policy-alias.yaml",
                    "policy-anchor.yaml",
                    "policy-bad-indentation.yaml",
                    "policy-comment.json",
                    "policy-complex-key.yaml",
                    "policy-cookies-that-tie.yaml",
                    "policy-duplicate-category.yaml",
                    "policy-duplicate-cookie.yaml",
                    "policy-duplicate-key.json",
                    "policy-duplicate-key.yaml",
                    "policy-duplicate-recipient.json",
                    "policy-duplicate-site.yaml",
                    "policy-escaped-control-character.json",
                    "policy-future-version-of-yaml.yaml",
                    "policy-half-a-surrogate-pair.json",
                    "policy-not-a-number.json",
                    "policy-revisions-out-of-order.yaml",
                    "policy-single-quotes.json",
                    "policy-tag.yaml",
                    "policy-trailing-comma.json",
                    "policy-trailing-content.json",
                    "policy-two-documents.yaml",
                    "policy-unclosed-brace.json",
                    "policy-unclosed-list.yaml",
                    "policy-unclosed-quote.yaml",
                    "policy-unknown-category.yaml",
                    "policy-unknown-processor.yaml",
                    "request-consent-expressed-twice.yaml",
                    "request-lifespan-of-no-time.yaml",
                    "scenarios-duplicate-id.yaml",
                    "visitor-day-that-is-none.yaml",
                    "visitor-state-that-is-none.yaml",
                    "visitor-uk-is-not-iso.yaml",
                    "visitors-duplicate-id.yaml");

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
        }
    }

    private static String problemsOf(Path file) throws IOException {
        String name = file.getFileName().toString();
        DocumentFormat format = DocumentType.formatOf(name);
        Shape<Record> shape = DocumentType.ofFixture(name).shape();
        try (InputStream in = Files.newInputStream(file)) {
            DocumentException refused =
                    catchThrowableOfType(
                            DocumentException.class, () -> format.read(name, in, shape));
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

    @TestFactory
    Stream<DynamicTest> the_schema_refuses_it_too_if_it_can_see_the_defect() throws IOException {
        return fixtures().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () ->
                                                assertThat(isRefusedBySchema(file))
                                                        .isNotEqualTo(isBeyondSchemas(file))));
    }

    private static boolean isBeyondSchemas(Path file) {
        return BEYOND_SCHEMAS.contains(file.getFileName().toString());
    }

    private static boolean isRefusedBySchema(Path file) throws IOException {
        String name = file.getFileName().toString();
        String schema = DocumentType.ofFixture(name).word();
        try {
            return !Schemas.errors(schema, Files.readString(file), name).isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    @Test
    void what_schemas_cannot_see_is_there() throws IOException {
        assertThat(fixtures().stream().map(file -> file.getFileName().toString()))
                .containsAll(BEYOND_SCHEMAS);
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
