package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundariesCommandTest {
    private static final String ACT =
            """
            instruments:
              - {id: %1$s-act, title: Act, link: 'https://example.org/act'}
            defaults: {instrument: %1$s-act, reviewed: 2026-01-01, confidence: known}
            provisions:
              - id: %1$s.old
                kind: no-rule
                citation: section 1
                places: [%2$s]
                layers: [device, personal-data]
                from: 2020-01-01
                until: 2024-07-01
              - id: %1$s.new
                kind: no-rule
                citation: section 2
                places: [%2$s]
                layers: [device, personal-data]
                from: 2024-07-01
            """;

    @TempDir private Path directory = Path.of("");

    @BeforeEach
    void write_a_law_of_two_places() throws IOException {
        Path law = Files.createDirectory(directory.resolve("law"));
        Files.writeString(law.resolve("groups.yaml"), "groups: []\n");
        Files.writeString(law.resolve("aq.yaml"), ACT.formatted("aq", "AQ"));
        Files.writeString(law.resolve("bv.yaml"), ACT.formatted("bv", "BV"));
        Files.writeString(law.resolve("rules.drl"), SmallLaw.RULES);
    }

    private Run boundaries(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "boundaries";
        arguments[1] = "--law";
        arguments[2] = directory.resolve("law").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        arguments[arguments.length - 1] = directory.resolve("out").toString();
        return Run.of(arguments);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve("out").resolve(file));
    }

    @Test
    void writes_a_file_for_each_year_and_says_first_that_all_of_it_takes_time() throws IOException {
        Run run = boundaries();
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("takes some minutes");
        assertThat(written()).containsExactly("boundaries-2020.yaml", "boundaries-2024.yaml");
        assertThat(read("boundaries-2024.yaml"))
                .contains("aq.old.ends.on", "aq.new.begins.on", "bv.new.begins.on");
    }

    @Test
    void writes_what_begins_or_ends_in_some_files_only() throws IOException {
        Run run = boundaries("--only", "aq");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(read("boundaries-2024.yaml"))
                .contains("aq.old.ends.on", "aq.new.begins.on")
                .doesNotContain("bv.");
    }

    @Test
    void writes_what_begins_or_ends_from_a_day_on_only() throws IOException {
        assertThat(boundaries("--since", "2024-07-01").code()).isZero();
        assertThat(written()).containsExactly("boundaries-2024.yaml");
        assertThat(read("boundaries-2024.yaml")).contains("aq.old.ends.before", "bv.new.begins.on");
        assertThat(boundaries("--since", "2024-07-02").out())
                .isEqualTo("0 scenarios in 0 suites\n");
    }

    @Test
    void a_beginning_that_no_file_has_is_a_mistake_of_usage() {
        Run run = boundaries("--only", "xx/");
        assertThat(run.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("no file of the law has a name that begins with `xx/`");
    }
}
