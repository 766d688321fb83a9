package org.cookiepolicy.io.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/**
 * A format in which documents are written. Immutable and thread-safe.
 *
 * <p>Reading goes in two steps. First the text has to be a tree: well-formed, within the {@link
 * Limits}, in UTF-8, without references from one part to another. Then the tree has to fit the
 * shape. Each step reports everything that it finds wrong.
 */
public abstract class DocumentFormat {
    private final String name;
    private final ObjectMapper mapper;
    private final Limits limits;

    /**
     * Creates the format.
     *
     * @param name the name of the format as people know it, not null
     * @param mapper makes its parsers and generators; its own limits are no lower than these; not
     *     null
     * @param limits how much a document may hold, not null
     */
    protected DocumentFormat(String name, ObjectMapper mapper, Limits limits) {
        this.name = name;
        this.mapper = mapper;
        this.limits = limits;
    }

    /**
     * Reads a document from text.
     *
     * @param <T> what it says
     * @param file the name of the document as people know it, not null
     * @param text the text, not null; a byte order mark is skipped
     * @param shape the shape of what it says, not null
     * @return what it says, not null
     * @throws DocumentException with everything that is wrong with it
     */
    public <T> T read(String file, String text, Shape<T> shape) {
        return shape.readDocument(file, tree(file, text));
    }

    /**
     * Reads a document from a stream.
     *
     * @param <T> what it says
     * @param file the name of the document as people know it, not null
     * @param in the bytes in UTF-8, not null; read to the end or to the limit, and left open
     * @param shape the shape of what it says, not null
     * @return what it says, not null
     * @throws IOException when the stream cannot be read
     * @throws DocumentException with everything that is wrong with the document
     */
    public <T> T read(String file, InputStream in, Shape<T> shape) throws IOException {
        Problems problems = new Problems(file);
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        checkSize(bytes.length, problems);
        String text = Characters.decode(bytes, problems);
        problems.throwIfAny();
        return read(file, text, shape);
    }

    /**
     * Reads a document from a file.
     *
     * @param <T> what it says
     * @param file the file, in UTF-8, not null
     * @param shape the shape of what it says, not null
     * @return what it says, not null
     * @throws IOException when the file cannot be read
     * @throws DocumentException with everything that is wrong with the document
     */
    public <T> T read(Path file, Shape<T> shape) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, shape);
        }
    }

    /**
     * Reads the tree of a document, for those who have to look at it before they know its shape.
     *
     * @param file the name of the document as people know it, not null
     * @param text the text, not null; a byte order mark is skipped
     * @return the root of the tree, not null
     * @throws DocumentException with everything that is wrong with it
     */
    public Node tree(String file, String text) {
        Problems problems = new Problems(file);
        // No character takes less than one byte: what is too long so far need not be counted.
        checkSize(
                text.length() > limits.bytes()
                        ? text.length()
                        : text.getBytes(StandardCharsets.UTF_8).length,
                problems);
        String checked = Characters.check(text, problems);
        problems.throwIfAny();
        try (JsonParser parser = mapper.createParser(checked)) {
            return new TreeReader(parser, checked, this, limits, problems).document();
        } catch (JacksonException e) {
            problems.report(position(e), "", "not well-formed " + name + ": " + reason(e));
            throw new DocumentException(problems.sorted());
        }
    }

    /**
     * Writes a document. Equal values give equal text.
     *
     * @param <T> what it says
     * @param value what it says, not null
     * @param shape the shape of it, not null
     * @return the text, ended by a line feed; not null
     * @throws IllegalArgumentException when a text holds a character that no document may hold
     */
    public <T> String write(T value, Shape<T> shape) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = mapper.createGenerator(text)) {
            TreeWriter.write(shape.write(value), generator);
        }
        String written = text.toString();
        return written.endsWith("\n") ? written : written + "\n";
    }

    /**
     * Returns whether numbers, {@code true} and {@code false} are told from text by their spelling
     * alone, so that the place they stand in has to say what they are.
     *
     * @return true for YAML, where text needs no quotes
     */
    protected boolean isUntyped() {
        return false;
    }

    /**
     * Returns where a parser failed.
     *
     * @param failure the failure, not null
     * @return the place, not null
     */
    protected Position position(JacksonException failure) {
        return position(failure.getLocation());
    }

    /**
     * Returns why a parser failed, in words for authors of documents.
     *
     * @param failure the failure, not null
     * @return the reason in lower case, on one line, without names of classes; not null
     */
    protected abstract String reason(JacksonException failure);

    static Position position(TokenStreamLocation location) {
        return location == null
                ? Position.NONE
                : new Position(location.getLineNr(), location.getColumnNr());
    }

    private void checkSize(int bytes, Problems problems) {
        if (bytes > limits.bytes()) {
            problems.report(
                    new Position(1, 1),
                    "",
                    "the document has more than " + limits.bytes() + " bytes");
            problems.throwIfAny();
        }
    }
}
