package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.scenario.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suites of the reference material, where they are there. */
class SharedSuitesTest {
    private final Path folder =
            Path.of(System.getProperty("cookiepolicy.shared", "absent"), "conformance");
    private List<Path> suites = List.of();

    @BeforeEach
    void find_suites() throws IOException {
        assumeTrue(Files.isDirectory(folder), "there are no suites in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            suites = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void reads_each_and_writes_it_back_without_loss() throws IOException {
        assertThat(suites).isNotEmpty();
        for (Path file : suites) {
            Suite suite = new Yaml().read(file, Documents.SCENARIOS);
            for (DocumentFormat format : List.of(new Json(), new Yaml())) {
                String text = format.write(suite, Documents.SCENARIOS);
                assertThat(format.read("again", text, Documents.SCENARIOS)).isEqualTo(suite);
            }
        }
    }

    @Test
    void each_fits_the_schema() throws IOException {
        for (Path file : suites) {
            assertThat(Schemas.errors("scenarios", Files.readString(file), "a.yaml"))
                    .as(file.toString())
                    .isEmpty();
        }
    }
}
