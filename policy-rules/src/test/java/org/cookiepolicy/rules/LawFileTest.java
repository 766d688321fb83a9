package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.rules.LawEvent.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawFileTest {
    private static final Path SOURCES = Path.of("src/main/resources/org/cookiepolicy/law");

    @TempDir private Path directory;

    private Path write(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text of " + name);
    }

    private List<String> names() throws IOException {
        return LawFile.in(directory).stream().map(LawFile::name).toList();
    }

    private List<Problem> refused() {
        try {
            throw new AssertionError("taken: " + LawFile.in(directory));
        } catch (DocumentException e) {
            return e.problems();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reads_register_and_rules_in_order_of_their_names() throws IOException {
        write("xx/b.yml");
        write("xx/a.yaml");
        write("common/rules.drl");
        write("SHOUTED.YAML");
        write("yy/SHOUTED.DRL");
        assertThat(names())
                .containsExactly(
                        "SHOUTED.YAML",
                        "common/rules.drl",
                        "xx/a.yaml",
                        "xx/b.yml",
                        "yy/SHOUTED.DRL");
        assertThat(LawFile.in(directory))
                .allMatch(file -> file.text().equals("text of " + file.name()))
                .filteredOn(LawFile::isRules)
                .extracting(LawFile::name)
                .containsExactly("common/rules.drl", "yy/SHOUTED.DRL");
    }

    @Test
    void what_is_shipped_is_all_that_stands_in_its_directory() throws IOException {
        assertThat(LawFile.shipped()).isEqualTo(LawFile.in(SOURCES));
    }

    @ParameterizedTest
    @CsvSource({
        "xx/act.ymal, xx/act.yaml",
        "act.yaml~, act.yaml",
        "act.yam, act.yaml",
        "x.y/rules.dlr, x.y/rules.drl",
        "rules.drl2, rules.drl",
        "xx/act.yaml.bak,",
        "xx/act.json,",
        "x.yml/act,",
        "notes.txt,"
    })
    void refuses_any_other_file_and_says_what_was_probably_meant(String name, String meant)
            throws IOException {
        write("xx/a.yaml");
        write(name);
        assertThat(refused())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.file()).isEqualTo(name);
                            assertThat(problem.message())
                                    .isEqualTo(
                                            "neither a part of the register (`.yaml`, `.yml`) nor"
                                                    + " rules (`.drl`)");
                            assertThat(problem.suggestion()).isEqualTo(meant);
                        });
    }

    @Test
    void names_every_file_that_does_not_belong_there() throws IOException {
        write("b.txt");
        write("a/c.txt");
        assertThat(refused()).extracting(Problem::file).containsExactly("a/c.txt", "b.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "xx/notes.MD", ".git/config", "xx/.act.yaml.swp", "Law.class"})
    void passes_over_notes_hidden_files_and_classes(String name) throws IOException {
        write("a.yaml");
        write(name);
        assertThat(names()).containsExactly("a.yaml");
    }

    @Test
    void reads_a_directory_whose_own_name_is_hidden() throws IOException {
        write(".law/a.yaml");
        assertThat(LawFile.in(directory.resolve(".law")))
                .extracting(LawFile::name)
                .containsExactly("a.yaml");
    }

    @Test
    void follows_links_to_files_and_directories(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.yaml"), "text");
        Files.createSymbolicLink(directory.resolve("linked"), elsewhere);
        Files.createSymbolicLink(directory.resolve("b.yaml"), elsewhere.resolve("a.yaml"));
        assertThat(names()).containsExactly("b.yaml", "linked/a.yaml");
    }

    @Test
    void refuses_links_that_lead_nowhere_or_around(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(directory.resolve("a.yaml"), elsewhere.resolve("none.yaml"));
        assertThat(refused())
                .extracting(Problem::toString)
                .containsExactly("a.yaml:1:1: neither a file nor a link to one");
        Files.createSymbolicLink(directory.resolve("around"), directory);
        assertThatThrownBy(() -> LawFile.in(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void passes_over_hidden_links_wherever_they_lead() throws IOException {
        write("a.yaml");
        Files.createSymbolicLink(directory.resolve(".#a.yaml"), Path.of("nobody@nowhere.1234"));
        Files.createSymbolicLink(directory.resolve(".around"), directory);
        assertThat(names()).containsExactly("a.yaml");
    }

    @Test
    void a_directory_that_is_none_cannot_be_read() throws IOException {
        Path file = write("a.yaml");
        assertThatThrownBy(() -> LawFile.in(file)).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> LawFile.in(directory.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_law_with_a_stray_file_does_not_replace_another() throws IOException {
        LawReloader reloader = LawReloader.load(LawFile::shipped, List.of());
        write("act.ymal");
        assertThat(reloader.reload(directory))
                .isInstanceOfSatisfying(
                        Refused.class,
                        event ->
                                assertThat(event.problems())
                                        .extracting(Problem::file)
                                        .containsExactly("act.ymal"));
    }
}
