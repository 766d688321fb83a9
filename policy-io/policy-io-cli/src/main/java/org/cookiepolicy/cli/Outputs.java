package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.io.yaml.Yaml;
import org.cookiepolicy.scenario.Suite;

/** Writes the files of one command. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes a file anew.
     *
     * @throws UnreadableInputException when it cannot be written
     */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UnreadableInputException(List.of(file + ": the file cannot be written"));
        }
    }

    /**
     * Writes suites of scenarios, a file each named for its suite.
     *
     * @return how many scenarios were written
     * @throws UnreadableInputException when they cannot be written
     */
    static int write(Path directory, List<Suite> suites) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UnreadableInputException(
                    List.of(directory + ": the directory cannot be written to"));
        }
        for (Suite suite : suites) {
            write(
                    directory.resolve(suite.suite() + ".yaml"),
                    new Yaml().write(suite, Documents.SCENARIOS));
        }
        return suites.stream().mapToInt(suite -> suite.scenarios().size()).sum();
    }
}
