package org.cookiepolicy.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.law.Origin;

/**
 * A file of the law or of a house: a part of the register ({@code .yaml}) or rules ({@code .drl}).
 *
 * <p>Whose file it is follows from where it was read, never from what stands in it. A house is a
 * service that asks more of itself than the law does; its files stand beside those of the law and
 * never replace one.
 *
 * @param name its path within the law or the house, with slashes; not null
 * @param text what stands in it; not null
 * @param origin whose file it is, not null
 */
public record LawFile(String name, String text, Origin origin) {
    private static final String SHIPPED = "/org/cookiepolicy/law/";

    /** Refuses null. */
    public LawFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Creates a file of the law.
     *
     * @param name its path within the law, with slashes; not null
     * @param text what stands in it; not null
     */
    public LawFile(String name, String text) {
        this(name, text, Origin.LAW);
    }

    /**
     * Reads the law that comes with this library.
     *
     * @return its files in order of their names, not empty
     */
    public static List<LawFile> shipped() {
        URL url =
                Objects.requireNonNull(
                        LawFile.class.getResource(SHIPPED + "groups.yaml"), "the law is missing");
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return inJar(jar);
            }
            return in(Objects.requireNonNull(Path.of(new URI(url.toString())).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads the law in a directory and those below it.
     *
     * @param directory the directory, not null
     * @return its register and rule files in order of their names; may be empty
     * @throws IOException when it cannot be read, or a file of it is not UTF-8
     */
    public static List<LawFile> in(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<LawFile> files = new ArrayList<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                if (isLaw(name)) {
                    files.add(new LawFile(name, text(path)));
                }
            }
            files.sort(Comparator.comparing(LawFile::name));
            return List.copyOf(files);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            FileSystemException named =
                    new FileSystemException(file.toString(), null, "the file is not UTF-8");
            named.initCause(e);
            throw named;
        }
    }

    /**
     * Reads the rules of a house in a directory and those below it. Whatever begins with a dot is
     * left out, as are Markdown files; any other file has to be register or rules, so that none is
     * passed over for a slip in its name.
     *
     * @param directory the directory, not null
     * @return the files of the house in order of their names, not empty
     * @throws IOException when it cannot be read
     * @throws DocumentException when a file is neither register nor rules, or there is none at all:
     *     a house without rules is more likely a directory that was mistaken
     */
    public static List<LawFile> ofHouse(Path directory) throws IOException {
        List<LawFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path within = directory.relativize(path);
                String name = within.toString().replace('\\', '/');
                if (isHidden(within) || name.endsWith(".md")) {
                    continue;
                }
                if (isLaw(name)) {
                    files.add(new LawFile(name, text(path), Origin.HOUSE));
                } else {
                    problems.add(
                            problem(
                                    name,
                                    "neither a part of the register (`.yaml`) nor rules (`.drl`)"));
                }
            }
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(problem(directory.toString(), "there is no rule of a house here"));
        }
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
        files.sort(Comparator.comparing(LawFile::name));
        return List.copyOf(files);
    }

    /**
     * Reads the law that comes with this library, and the rules of a house beside it.
     *
     * @param house the directory of the house, not null
     * @return the files of the law, then those of the house; not empty
     * @throws IOException when the directory cannot be read
     * @throws DocumentException as {@link #ofHouse} does
     */
    public static List<LawFile> shippedWith(Path house) throws IOException {
        List<LawFile> files = new ArrayList<>(shipped());
        files.addAll(ofHouse(house));
        return List.copyOf(files);
    }

    private static boolean isHidden(Path within) {
        for (Path step : within) {
            if (step.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(String name, String message) {
        return new Problem(name, new Position(1, 1), "", message, null);
    }

    private static List<LawFile> inJar(JarURLConnection connection) throws IOException {
        List<LawFile> files = new ArrayList<>();
        // Without the cache, closing the jar cannot close it for somebody else.
        connection.setUseCaches(false);
        String prefix = SHIPPED.substring(1);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(prefix) && isLaw(name)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        files.add(new LawFile(name.substring(prefix.length()), text));
                    }
                }
            }
        }
        files.sort(Comparator.comparing(LawFile::name));
        return List.copyOf(files);
    }

    private static boolean isLaw(String name) {
        return name.endsWith(".yaml") || isRules(name);
    }

    private static boolean isRules(String name) {
        return name.endsWith(".drl");
    }

    /**
     * Returns whether these are rules rather than a part of the register.
     *
     * @return true for DRL
     */
    public boolean isRules() {
        return isRules(name);
    }

    /**
     * Returns whether this is a file of a house.
     *
     * @return true for a house, false for the law
     */
    public boolean isOfHouse() {
        return origin == Origin.HOUSE;
    }
}
