package org.cookiepolicy.cli;

import java.util.Arrays;
import java.util.List;

/** Thrown when inputs cannot be read, with everything that is wrong with them. */
final class UnreadableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String[] lines;

    UnreadableInputException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = lines.toArray(String[]::new);
    }

    /** One line for each problem, beginning with the name of the file. */
    List<String> lines() {
        return List.copyOf(Arrays.asList(lines));
    }
}
