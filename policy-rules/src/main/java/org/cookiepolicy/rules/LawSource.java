package org.cookiepolicy.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cookiepolicy.document.DocumentException;

/** Where a law is read from, again and again. */
@FunctionalInterface
public interface LawSource {
    /**
     * Reads the law as it stands now.
     *
     * @return register and rules, not null
     * @throws IOException when it cannot be read
     * @throws DocumentException when there is something that does not belong there
     */
    List<LawFile> read() throws IOException;

    /**
     * Returns a directory with the whole law as a source.
     *
     * @param directory the directory, not null
     * @return the source, not null
     */
    static LawSource law(Path directory) {
        return () -> LawFile.in(directory);
    }

    /**
     * Returns the law that comes with this library, with the house in a directory, as a source.
     *
     * @param directory the directory of the house, not null
     * @return the source, not null
     */
    static LawSource house(Path directory) {
        return () -> LawFile.shippedWith(directory);
    }
}
