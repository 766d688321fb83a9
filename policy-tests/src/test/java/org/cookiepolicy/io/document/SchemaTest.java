package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cookiepolicy.document.Description;
import org.cookiepolicy.document.Description.Either;
import org.cookiepolicy.document.Description.Field;
import org.cookiepolicy.document.Description.Fields;
import org.cookiepolicy.document.Description.Many;
import org.cookiepolicy.document.Description.Simple;
import org.cookiepolicy.document.Description.Table;
import org.cookiepolicy.document.Description.Words;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The schemas are written by hand for their readers; here they are held against the code. */
class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void agrees_with_the_code(DocumentType type) {
        String file = type.word() + ".schema.json";
        JsonNode schema = Schemas.tree(file);

        assertThat(schema.path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString())
                .isEqualTo("https://cookiepolicy.org/schema/" + file);
        compare(type.word(), new Place(file, schema), type.shape().describe());
    }

    @ParameterizedTest
    @EnumSource
    void accepts_whatever_is_written(DocumentType type) {
        List<Record> values = new ArrayList<>(Variations.of(type.sample()));
        values.add(type.sample());
        for (Record value : values) {
            String text = new Json().write(value, type.shape());
            assertThat(Schemas.errors(type.word(), text, "a.json")).as(text).isEmpty();
        }
        String text = new Yaml().write(type.sample(), type.shape());
        assertThat(Schemas.errors(type.word(), text, "a.yaml")).as(text).isEmpty();
    }

    @Test
    void describes_every_key() {
        JsonNode facts = Schemas.tree("facts.schema.json");
        for (String key : facts.path("$defs").propertyNames()) {
            assertThat(facts.path("$defs").path(key).path("description").asString())
                    .as(key)
                    .isNotBlank();
        }
    }

    @Test
    void would_notice_a_difference() {
        JsonNode schema = Schemas.tree("visitors.schema.json");
        Description other = new Fields(List.of(new Field("visitors", false, Simple.TEXT)));

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () ->
                                        compare(
                                                "",
                                                new Place("visitors.schema.json", schema),
                                                other)))
                .isInstanceOf(AssertionError.class);
    }

    /** A part of a schema, and the file it stands in. */
    private record Place(String file, JsonNode node) {
        Place at(String key) {
            return new Place(file, node.path(key)).target();
        }

        Place at(int index) {
            return new Place(file, node.path(index)).target();
        }

        /** Follows references to where the definition stands. */
        Place target() {
            String reference = node.path("$ref").asString("");
            if (reference.isEmpty()) {
                return this;
            }
            String[] parts = reference.split("#", -1);
            String where = parts[0].isEmpty() ? file : parts[0];
            return new Place(where, Schemas.tree(where).at(parts[1])).target();
        }

        List<String> words(String key) {
            return node.path(key).valueStream().map(JsonNode::asString).toList();
        }
    }

    private static void compare(String path, Place schema, Description code) {
        Place place = schema.target();
        JsonNode node = place.node();
        assertThat(node.isObject()).as(path).isTrue();
        if (code instanceof Simple simple) {
            String type = simple == Simple.TEXT ? "string" : simple.name().toLowerCase(Locale.ROOT);
            assertThat(node.path("type").asString()).as(path).isEqualTo(type);
        } else if (code instanceof Words words) {
            List<String> allowed =
                    node.has("const")
                            ? List.of(node.path("const").asString())
                            : place.words("enum");
            assertThat(allowed).as(path).isEqualTo(words.words());
        } else if (code instanceof Many many) {
            assertThat(node.path("type").asString()).as(path).isEqualTo("array");
            assertThat(node.path("uniqueItems").asBoolean(false))
                    .as(path)
                    .isEqualTo(many.distinct());
            compare(path + "[]", place.at("items"), many.element());
        } else if (code instanceof Table table) {
            compare(path + " keys", place.at("propertyNames"), new Words(table.keys()));
            compare(path + " values", place.at("additionalProperties"), table.value());
        } else if (code instanceof Either either) {
            assertThat(node.path("oneOf").size()).as(path).isEqualTo(either.choices().size());
            for (int i = 0; i < either.choices().size(); i++) {
                compare(path + " or " + i, place.at("oneOf").at(i), either.choices().get(i));
            }
        } else if (code instanceof Fields fields) {
            compareFields(path, place, fields);
        }
    }

    private static void compareFields(String path, Place place, Fields fields) {
        JsonNode node = place.node();
        List<String> keys = fields.fields().stream().map(Field::key).toList();
        List<String> required =
                fields.fields().stream().filter(Field::required).map(Field::key).toList();

        assertThat(node.path("type").asString()).as(path).isEqualTo("object");
        assertThat(node.path("additionalProperties").asBoolean(true)).as(path).isFalse();
        assertThat(List.copyOf(node.path("properties").propertyNames()))
                .as(path)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(place.words("required")).as(path).containsExactlyInAnyOrderElementsOf(required);
        for (Field field : fields.fields()) {
            Place property = place.at("properties");
            compare(path + "." + field.key(), property.at(field.key()), field.value());
        }
    }
}
