package org.cookiepolicy.io.json;

import java.util.Locale;
import org.cookiepolicy.io.document.DocumentFormat;
import org.cookiepolicy.io.document.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as RFC 8259 has it: no comments, no trailing commas, no key twice. */
public final class Json extends DocumentFormat {
    /** Creates the format with {@link Limits#STANDARD}. */
    public Json() {
        this(Limits.STANDARD);
    }

    /**
     * Creates the format.
     *
     * @param limits how much a document may hold, not null
     */
    public Json(Limits limits) {
        super("JSON", mapper(limits), limits);
    }

    @Override
    protected String reason(JacksonException failure) {
        // The parser names features of its own where it says how to be lenient, and the source,
        // which the author knows. What it calls by the names of classes has names in JSON.
        String reason =
                failure.getOriginalMessage()
                        .replaceAll(" \\((start marker|for (Object|Array) starting) at .*", "")
                        .replaceAll(": enable `.*", "")
                        .replaceAll(" \\(not recognized as one .*", "")
                        .replace("(non-standard) ", "")
                        .replace("Object", "object")
                        .replace("Array", "array")
                        .replace("JSON String, Number", "string, number");
        return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }

    private static JsonMapper mapper(Limits limits) {
        // The limits are kept with places while the tree is built; here they only must not be
        // lower.
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 2)
                        .maxStringLength(limits.bytes())
                        .maxNameLength(limits.bytes())
                        .maxNumberLength(limits.bytes())
                        .build();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectNameValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .defaultPrettyPrinter(printer)
                .build();
    }
}
