package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that adds rules of a house to the law. */
final class HouseOption {
    @Option(
            names = "--house",
            paramLabel = "DIR",
            description =
                    "Rules of your own beside the law: register files and DRL in a directory.")
    private Optional<Path> directory = Optional.empty();

    HouseOption() {}

    /** Where the house is; empty when none is named. */
    Optional<Path> directory() {
        return directory;
    }
}
