package org.cookiepolicy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import picocli.CommandLine.Option;

/** The option that says by which rules is decided beside the law. */
final class LawOptions {
    @Option(
            names = "--house",
            paramLabel = "DIR",
            description =
                    "Rules of your own beside the law: register files and DRL in a directory.")
    private Optional<Path> house = Optional.empty();

    LawOptions() {}

    /**
     * The engine with the law that comes with the library, and the house where one is named.
     *
     * @throws UnreadableInputException with everything that is wrong with the house
     */
    PolicyEngine engine() {
        return house.isPresent() ? withHouse(house.get()) : ShippedLaw.engine();
    }

    /**
     * The files that {@link #engine} is loaded from.
     *
     * @throws UnreadableInputException when the house cannot be read
     */
    List<LawFile> files() {
        try {
            return house.isPresent() ? LawFile.shippedWith(house.get()) : LawFile.shipped();
        } catch (IOException e) {
            throw new UnreadableInputException(
                    List.of(house.orElseThrow() + ": the directory cannot be read"));
        }
    }

    private static PolicyEngine withHouse(Path directory) {
        try {
            return PolicyEngine.load(directory);
        } catch (DocumentException e) {
            // Names of files are those within the directory; people look for them from where they
            // are.
            throw new UnreadableInputException(
                    e.problems().stream()
                            .map(
                                    problem ->
                                            problem.file().equals(directory.toString())
                                                    ? problem.toString()
                                                    : directory
                                                            .resolve(problem.toString())
                                                            .toString())
                            .toList());
        } catch (IOException e) {
            throw new UnreadableInputException(
                    List.of(directory + ": the directory cannot be read"));
        }
    }
}
