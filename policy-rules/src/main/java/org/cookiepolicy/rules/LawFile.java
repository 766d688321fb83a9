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

/**
 * A file of the law: a part of the register ({@code .yaml}) or rules ({@code .drl}).
 *
 * @param name its path within the law, with slashes; not null
 * @param text what stands in it; not null
 */
public record LawFile(String name, String text) {
    private static final String SHIPPED = "/org/cookiepolicy/law/";

    /** Refuses null. */
    public LawFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
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
}
