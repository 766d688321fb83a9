package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
}
