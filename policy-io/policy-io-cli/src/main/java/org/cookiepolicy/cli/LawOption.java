package org.cookiepolicy.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that takes another law than the one that comes along. */
final class LawOption {
    @Option(
            names = "--law",
            paramLabel = "DIR",
            description =
                    "Another law than the one that comes along: the whole of it where `groups.yaml`"
                            + " is among the files, else files on top of the one that comes along.")
    private Optional<Path> directory = Optional.empty();

    LawOption() {}

    /** Whether a law is named. */
    boolean isGiven() {
        return directory.isPresent();
    }

    /**
     * The law that is named, or else the one that comes along.
     *
     * @throws UnreadableInputException with everything that cannot be read, or when the law has no
     *     rules
     */
    ChosenLaw read() {
        return readWith(new HouseOption());
    }

    /**
     * The same with a house on top, where one is named.
     *
     * @throws UnreadableInputException as {@link #read} does
     */
    ChosenLaw readWith(HouseOption house) {
        ChosenLaw law = ChosenLaw.of(directory.stream().toList(), house.directory());
        law.throwIfStray();
        law.throwIfWithoutRules(directory.map(Path::toString).orElse("the law that comes along"));
        return law;
    }
}
