package org.cookiepolicy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** One run of the command line in this process. */
record Run(int code, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** A file beside the tests. */
    static String file(String name) {
        return path(Run.class, name);
    }

    /** A file of the bundled example. */
    static String example(String name) {
        return path(Main.class, "/org/cookiepolicy/example/" + name);
    }

    private static String path(Class<?> beside, String name) {
        try {
            return Path.of(Objects.requireNonNull(beside.getResource(name), name).toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer kept in a file, as a shell would do it. */
    Path keptIn(Path file) {
        try {
            return Files.writeString(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
