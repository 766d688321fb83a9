package org.cookiepolicy.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.io.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private final DocumentFormat json = new Json();
    private final DocumentFormat yaml = new Yaml();

    @ParameterizedTest
    @EnumSource
    void loses_nothing_whatever_a_fact_is(DocumentType type) {
        List<Record> values = Variations.of(type.sample());

        assertThat(values).hasSizeGreaterThan(100);
        for (Record value : values) {
            String inJson = json.write(value, type.shape());
            String inYaml = yaml.write(value, type.shape());
            assertThat(json.read("a.json", inJson, type.shape())).as(inJson).isEqualTo(value);
            assertThat(yaml.read("a.yaml", inYaml, type.shape())).as(inYaml).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writes_equal_values_alike(DocumentType type) {
        for (DocumentFormat format : DocumentType.formats()) {
            String text = format.write(type.sample(), type.shape());
            Record again = format.read("a", text, type.shape());

            assertThat(format.write(again, type.shape())).isEqualTo(text);
            assertThat(text).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_json_as_yaml_too(DocumentType type) {
        String inJson = json.write(type.sample(), type.shape());

        assertThat(yaml.read("a.yaml", inJson, type.shape())).isEqualTo(type.sample());
    }

    @ParameterizedTest
    @EnumSource
    void writes_the_same_tree_that_the_shape_gives(DocumentType type) {
        Shape<Record> shape = type.shape();
        Node tree = shape.write(type.sample());

        assertThat(shape.read(tree, "", new Problems("a"))).isEqualTo(type.sample());
    }
}
