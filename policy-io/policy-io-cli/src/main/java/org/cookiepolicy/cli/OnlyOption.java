package org.cookiepolicy.cli;

import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that chooses some files of the law. */
final class OnlyOption {
    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            description =
                    "Only the law in files whose names within it begin so, such as `gb/`; without"
                            + " it, all of it.")
    private Optional<String> prefix = Optional.empty();

    OnlyOption() {}

    /**
     * Which files are chosen, by their names within the law.
     *
     * @throws ParameterException when there is none, which is more likely a slip than meant
     */
    Predicate<String> of(ChosenLaw law, CommandLine line) {
        Predicate<String> chosen = name -> prefix.isEmpty() || name.startsWith(prefix.get());
        if (law.files().stream().noneMatch(file -> chosen.test(file.name()))) {
            throw new ParameterException(
                    line,
                    "no file of the law has a name that begins with `" + prefix.orElse("") + "`");
        }
        return chosen;
    }

    /** Whether some files are chosen rather than all. */
    boolean isGiven() {
        return prefix.isPresent();
    }
}
