package org.cookiepolicy.io.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas that come with the library, by a validator that knows nothing of it. */
final class Schemas {
    private static final String BASE = "https://cookiepolicy.org/schema/";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    // Every schema comes from the class path; one that does not is not found.
                    registry -> registry.schemas(id -> text(id.substring(BASE.length()))));

    private Schemas() {}

    /** Returns what a schema finds wrong with a document; empty when it fits. */
    static List<String> errors(String schema, String document, String file) {
        InputFormat format = file.endsWith(".json") ? InputFormat.JSON : InputFormat.YAML;
        return REGISTRY
                .getSchema(SchemaLocation.of(BASE + schema + ".schema.json"))
                .validate(document, format)
                .stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode tree(String file) {
        return JsonMapper.shared().readTree(text(file));
    }

    private static String text(String file) {
        String resource = "/org/cookiepolicy/schema/" + file;
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
