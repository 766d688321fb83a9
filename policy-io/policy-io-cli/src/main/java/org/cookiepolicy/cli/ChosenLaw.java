package org.cookiepolicy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.rules.LawCheck;
import org.cookiepolicy.rules.LawFault;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.jspecify.annotations.Nullable;

/** The files of the law that a command is about, and where people find them. */
final class ChosenLaw {
    /** What makes the files of a directory a law of their own. */
    private static final Set<String> GROUPS = Set.of("groups.yaml", "groups.yml");

    private static Optional<ChosenLaw> shipped = Optional.empty();

    private final List<LawFile> files;

    /** By the name of a file within the law or the house. */
    private final Map<String, String> places;

    /** Files that are no part of a law, without which there is no telling what it says. */
    private final List<Problem> strays;

    private Optional<PolicyEngine> engine = Optional.empty();

    private ChosenLaw(List<LawFile> files, Map<String, String> places, List<Problem> strays) {
        this.files = List.copyOf(files);
        this.places = Map.copyOf(places);
        this.strays = List.copyOf(strays);
    }

    /**
     * The law that comes along, read once and loaded once, when it is first asked for.
     *
     * @throws UnreadableInputException when it cannot be read
     */
    static synchronized ChosenLaw shipped() {
        ChosenLaw law = shipped.orElseGet(() -> new ChosenLaw(readShipped(), Map.of(), List.of()));
        shipped = Optional.of(law);
        return law;
    }

    /**
     * The law in some directories, and a house on top of it. Directories with a {@code groups.yaml}
     * are a law of their own; the files of others are laid on top of the law that comes along.
     * There a file takes the place of the one by the same name, and any other is added.
     *
     * @param directories the law; the one that comes along when empty
     * @throws UnreadableInputException with everything that cannot be read
     */
    static ChosenLaw of(List<Path> directories, Optional<Path> house) {
        if (directories.isEmpty() && house.isEmpty()) {
            return shipped();
        }
        Reading law = new Reading();
        directories.forEach(directory -> law.read(directory, LawFile::in));
        Reading ofHouse = new Reading();
        house.ifPresent(directory -> ofHouse.read(directory, LawFile::ofHouse));
        List<String> unreadable = new ArrayList<>(law.unreadable);
        unreadable.addAll(ofHouse.unreadable);
        if (!unreadable.isEmpty()) {
            throw new UnreadableInputException(unreadable);
        }
        Map<String, LawFile> whole = new TreeMap<>();
        if (law.files.keySet().stream().noneMatch(GROUPS::contains)) {
            shipped().files().forEach(file -> whole.put(file.name(), file));
        }
        whole.putAll(law.files);
        List<LawFile> files = new ArrayList<>(whole.values());
        files.addAll(ofHouse.files.values());
        Map<String, String> places = new HashMap<>(law.places);
        // Where a house takes a name twice, its file is the one to blame.
        places.putAll(ofHouse.places);
        List<Problem> strays = new ArrayList<>(law.strays);
        strays.addAll(ofHouse.strays);
        return new ChosenLaw(files, places, strays);
    }

    private static List<LawFile> readShipped() {
        try {
            return LawFile.shipped();
        } catch (DocumentException e) {
            throw new UnreadableInputException(
                    e.problems().stream().map(Problem::toString).toList());
        } catch (UncheckedIOException e) {
            throw new UnreadableInputException(
                    List.of(
                            named(e.getCause())
                                    .orElse("the law that comes along: it cannot be read")));
        }
    }

    /** What is wrong with one file, where that is known. */
    private static Optional<String> named(@Nullable IOException e) {
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? Optional.of(failed.getFile() + ": " + failed.getReason())
                : Optional.empty();
    }

    /** Reads the files of a directory. */
    private interface Reader {
        List<LawFile> read(Path directory) throws IOException;
    }

    /** What was found in directories. */
    private static final class Reading {
        private final Map<String, LawFile> files = new TreeMap<>();
        private final Map<String, String> places = new HashMap<>();
        private final List<Problem> strays = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        void read(Path directory, Reader reader) {
            try {
                List<LawFile> read = reader.read(directory);
                if (read.isEmpty()) {
                    unreadable.add(directory + ": there is no file of a law in this directory");
                }
                for (LawFile file : read) {
                    files.put(file.name(), file);
                    places.put(file.name(), directory.resolve(file.name()).toString());
                }
            } catch (DocumentException e) {
                e.problems().forEach(problem -> refuse(directory, problem));
            } catch (IOException e) {
                unreadable.add(reason(directory, e));
            }
        }

        private void refuse(Path directory, Problem problem) {
            if (problem.file().equals(directory.toString())) {
                unreadable.add(problem.toString());
                return;
            }
            String meant = problem.suggestion();
            strays.add(
                    new Problem(
                            directory.resolve(problem.file()).toString(),
                            problem.position(),
                            problem.path(),
                            problem.message(),
                            meant == null ? null : directory.resolve(meant).toString()));
        }

        private static String reason(Path directory, IOException e) {
            return Files.exists(directory)
                    ? named(e).orElse(directory + ": the directory cannot be read")
                    : directory + ": there is no such directory";
        }
    }

    /** Register and rules, each by its name within the law or the house. */
    List<LawFile> files() {
        return files;
    }

    /**
     * Throws when there are files that are no part of a law.
     *
     * @throws UnreadableInputException with all of them
     */
    void throwIfStray() {
        if (!strays.isEmpty()) {
            throw new UnreadableInputException(strays.stream().map(Problem::toString).toList());
        }
    }

    /**
     * Throws when the law has no rules: it would deny everything, which nobody means who names one.
     *
     * @param name the law as it was named
     * @throws UnreadableInputException when there is none
     */
    void throwIfWithoutRules(String name) {
        if (files.stream().noneMatch(file -> file.isRules() && !file.isOfHouse())) {
            throw new UnreadableInputException(List.of(name + ": there are no rules (.drl) here"));
        }
    }

    /**
     * The engine that decides by this law, loaded when it is first asked for.
     *
     * @throws UnreadableInputException with everything that is wrong with the law
     */
    synchronized PolicyEngine engine() {
        if (engine.isEmpty()) {
            try {
                engine = Optional.of(PolicyEngine.load(files));
            } catch (DocumentException e) {
                throw unreadable(e);
            }
        }
        return engine.get();
    }

    /** What is wrong with the law, for people who look for the files from where they are. */
    UnreadableInputException unreadable(DocumentException e) {
        return new UnreadableInputException(
                e.problems().stream().map(problem -> placed(problem).toString()).toList());
    }

    /** Everything that a check finds, file by file. */
    List<LawFault> check() {
        if (!strays.isEmpty()) {
            return strays.stream().map(p -> new LawFault(LawFault.Type.FILE, p)).toList();
        }
        return LawCheck.faults(files).stream()
                .map(fault -> new LawFault(fault.type(), placed(fault.problem())))
                .toList();
    }

    private Problem placed(Problem problem) {
        return new Problem(
                places.getOrDefault(problem.file(), problem.file()),
                problem.position(),
                problem.path(),
                problem.message(),
                problem.suggestion());
    }
}
