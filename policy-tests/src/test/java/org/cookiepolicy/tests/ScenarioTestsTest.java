package org.cookiepolicy.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookiepolicy.rules.PolicyEngine;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTestsTest {
    private static final PolicyEngine ENGINE = PolicyEngine.load();

    @TempDir private Path folder;

    private void write(String name, String suite) throws IOException {
        String text =
                """
                {"suite": "%s", "title": "planted", "scenarios": [{
                    "id": "one", "name": "session sign-in in Estonia", "source": "WP194 section 3.2",
                    "at": "2026-11-23", "cookie": {"purposes": ["authentication"]},
                    "visitor": {"location": "EE"}, "expect": {"outcome": "allow"}}]}
                """;
        Files.writeString(folder.resolve(name), text.formatted(suite));
    }

    @Test
    void runs_suites_whichever_way_their_names_end() throws IOException {
        write("a.yaml", "a");
        write("b.yml", "b");
        write("c.json", "c");
        write("d.YAML", "d");
        write("notes.md", "e");
        assertThat(ScenarioTests.in(folder, ENGINE))
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_folder_without_suites_is_no_run_that_passed() {
        assertThatThrownBy(() -> ScenarioTests.in(folder, ENGINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no suite in");
    }
}
