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
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A file of the law or of a house: a part of the register ({@code .yaml} or {@code .yml}) or rules
 * ({@code .drl}).
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
     * Reads the law in a directory and those below it. Whatever begins with a dot is left out, as
     * are Markdown and class files; any other file has to be register or rules, so that none is
     * passed over for a slip in its name. Links are followed.
     *
     * @param directory the directory, not null
     * @return its register and rule files in order of their names; may be empty
     * @throws IOException when it cannot be read, or a file of it is not UTF-8
     * @throws DocumentException when a file is neither register nor rules
     */
    public static List<LawFile> in(Path directory) throws IOException {
        return read(directory, Origin.LAW);
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
     * Reads the rules of a house in a directory and those below it, as {@link #in} does.
     *
     * @param directory the directory, not null
     * @return the files of the house in order of their names, not empty
     * @throws IOException when it cannot be read, or a file of it is not UTF-8
     * @throws DocumentException when a file is neither register nor rules, or there is none at all:
     *     a house without rules is more likely a directory that was mistaken
     */
    public static List<LawFile> ofHouse(Path directory) throws IOException {
        List<LawFile> files = read(directory, Origin.HOUSE);
        if (files.isEmpty()) {
            throw new DocumentException(
                    List.of(
                            problem(
                                    directory.toString(),
                                    "there is no rule of a house here",
                                    null)));
        }
        return files;
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

    private static List<LawFile> read(Path directory, Origin origin) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw Files.exists(directory)
                    ? new NotDirectoryException(directory.toString())
                    : new NoSuchFileException(directory.toString());
        }
        Contents contents = new Contents(directory, origin);
        Files.walkFileTree(
                directory, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, contents);
        if (!contents.problems.isEmpty()) {
            contents.problems.sort(Comparator.comparing(Problem::file));
            throw new DocumentException(contents.problems);
        }
        return sorted(contents.files);
    }

    /** Takes every file of a directory, or says why not. */
    private static final class Contents extends SimpleFileVisitor<Path> {
        private final Path directory;
        private final Origin origin;
        private final List<LawFile> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Contents(Path directory, Origin origin) {
            this.directory = directory;
            this.origin = origin;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(directory) && isHidden(path)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
            String name = directory.relativize(path).toString().replace('\\', '/');
            // Classes of this package stand beside the law where all modules are in one directory.
            if (isHidden(path) || endsWith(name, ".md") || endsWith(name, ".class")) {
                return FileVisitResult.CONTINUE;
            }
            if (!isLaw(name)) {
                problems.add(
                        problem(
                                name,
                                "neither a part of the register (`.yaml`, `.yml`) nor rules"
                                        + " (`.drl`)",
                                meant(name)));
            } else if (!attributes.isRegularFile()) {
                problems.add(problem(name, "neither a file nor a link to one", null));
            } else {
                files.add(new LawFile(name, text(path), origin));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (!path.equals(directory) && isHidden(path)) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }

        /** The name with the ending that was probably meant. */
        private static @Nullable String meant(String name) {
            int dot = name.lastIndexOf('.');
            return Tokens.nearest(name.substring(dot + 1), List.of("yaml", "yml", "drl"))
                    .map(ending -> name.substring(0, Math.max(dot, 0)) + "." + ending)
                    .orElse(null);
        }
    }

    private static Problem problem(String name, String message, @Nullable String suggestion) {
        return new Problem(name, new Position(1, 1), "", message, suggestion);
    }

    private static List<LawFile> sorted(List<LawFile> files) {
        return files.stream().sorted(Comparator.comparing(LawFile::name)).toList();
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
        return sorted(files);
    }

    private static boolean isLaw(String name) {
        return endsWith(name, ".yaml") || endsWith(name, ".yml") || isRules(name);
    }

    private static boolean isRules(String name) {
        return endsWith(name, ".drl");
    }

    /** Upper case, as some systems write it, makes no other file of it. */
    private static boolean endsWith(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
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
