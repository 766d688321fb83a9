package org.cookiepolicy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.Node.Entry;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.ScalarKind;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.value.Checks;
import org.junit.jupiter.api.Test;

class RecordShapeTest {
    /** Colours, of which one has a name of two words. */
    public enum Colour {
        RED,
        DARK_BLUE
    }

    /** A record to nest. */
    public record Size(int width, int height) {
        public Size {
            Checks.require(width < 100, "width", "must be below 100");
            Checks.require(height < 100, "height", "a height of 100 is too much");
        }
    }

    /** A record with a component of each sort. */
    public record Thing(
            String name,
            Optional<Colour> mainColour,
            Set<Colour> otherColours,
            List<String> words,
            Map<Colour, Boolean> seen,
            Size size) {
        public Thing {
            Checks.require(!words.contains("bad"), "words[" + words.indexOf("bad") + "]", "is bad");
            Checks.require(!name.equals("nobody"), "name.first", "there is nobody");
            Checks.require(!name.equals("nowhere"), "elsewhere", "it is nowhere");
        }
    }

    private static final RecordShape<Thing> NESTED =
            RecordShape.of(Thing.class)
                    .standard("otherColours", Set.of())
                    .standard("words", List.of())
                    .standard("seen", Map.of())
                    .standard("size", new Size(1, 1))
                    .build();

    private static final RecordShape<Thing> INLINE =
            RecordShape.of(Thing.class)
                    .standards(
                            new Thing(
                                    "thing",
                                    Optional.empty(),
                                    Set.of(),
                                    List.of(),
                                    Map.of(),
                                    new Size(1, 1)))
                    .required("name")
                    .inline("size", RecordShape.of(Size.class).standard("width", 7).build())
                    .build();

    private static Scalar at(int line, String text) {
        return new Scalar(text, ScalarKind.PLAIN, new Position(line, 9));
    }

    private static Entry entry(int line, String key, Node value) {
        return new Entry(key, new Position(line, 1), value);
    }

    private static Entry entry(int line, String key, String text) {
        return entry(line, key, at(line, text));
    }

    private static Mapping mapping(Entry... entries) {
        return new Mapping(List.of(entries), new Position(1, 1));
    }

    private static void assertProblems(Shape<?> shape, Node node, String... expected) {
        Problems problems = new Problems("f");
        assertThat(shape.read(node, "x", problems)).isNull();
        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly(expected);
        assertThatThrownBy(() -> shape.readDocument("f", node))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        refused -> assertThat(refused.problems()).hasSameSizeAs(expected));
    }

    @Test
    void reads_each_sort_of_component() {
        Node colours = new Sequence(List.of(at(3, "red"), at(3, "dark-blue")), Position.NONE);
        Mapping node =
                mapping(
                        entry(1, "name", "NO"),
                        entry(2, "main-colour", "dark-blue"),
                        entry(3, "other-colours", colours),
                        entry(4, "seen", mapping(entry(4, "red", "true"))),
                        entry(5, "size", mapping(entry(5, "width", "2"), entry(6, "height", "3"))));

        assertThat(NESTED.readDocument("f", node))
                .isEqualTo(
                        new Thing(
                                "NO",
                                Optional.of(Colour.DARK_BLUE),
                                Set.of(Colour.RED, Colour.DARK_BLUE),
                                List.of(),
                                Map.of(Colour.RED, true),
                                new Size(2, 3)));
    }

    @Test
    void reports_everything_at_once_in_the_order_of_the_document() {
        Node words =
                new Sequence(
                        List.of(at(4, "a"), new Sequence(List.of(), new Position(4, 12))),
                        new Position(4, 8));
        assertProblems(
                NESTED,
                mapping(
                        entry(2, "main-color", "red"),
                        entry(3, "other-colours", "red"),
                        entry(4, "words", words),
                        entry(
                                5,
                                "seen",
                                mapping(entry(5, "green", "true"), entry(6, "red", "yes"))),
                        entry(7, "size", "big")),
                "f:1:1: key `name` is missing at x",
                "f:2:1: unknown key `main-color` at x; did you mean `main-colour`?",
                "f:3:9: expected a list, found `red` at x.other-colours",
                "f:4:12: expected text, found a list at x.words[1]",
                "f:5:1: unknown key `green`, expected one of `red`, `dark-blue` at x.seen",
                "f:6:9: expected `true` or `false`, found `yes` at x.seen.red",
                "f:7:9: expected a mapping, found `big` at x.size");
    }

    @Test
    void reports_what_stands_there_twice() {
        Node colours = new Sequence(List.of(at(3, "red"), at(4, "red")), new Position(2, 9));
        assertProblems(
                NESTED,
                mapping(
                        entry(1, "name", "a"),
                        entry(2, "other-colours", colours),
                        entry(5, "seen", mapping(entry(5, "red", "true"), entry(6, "red", "true"))),
                        entry(7, "name", "b")),
                "f:4:9: `red` stands there twice at x.other-colours[1]",
                "f:6:1: key `red` stands there twice at x.seen",
                "f:7:1: key `name` stands there twice at x");
    }

    @Test
    void reports_what_a_constructor_refuses_at_the_fact_that_it_names() {
        Entry name = entry(1, "name", "a");
        Entry size = entry(2, "size", mapping(entry(3, "width", "100"), entry(4, "height", "1")));
        Node words = new Sequence(List.of(at(3, "good"), at(4, "bad")), new Position(2, 9));

        assertProblems(
                NESTED, mapping(name, size), "f:3:9: `100` must be below 100 at x.size.width");
        assertProblems(
                INLINE,
                mapping(name, entry(2, "height", "100")),
                "f:2:9: a height of 100 is too much at x.height");
        assertProblems(
                NESTED, mapping(name, entry(2, "words", words)), "f:4:9: is bad at x.words[1]");
    }

    @Test
    void goes_no_further_towards_a_fact_than_the_document_does() {
        assertProblems(
                NESTED, mapping(entry(2, "name", "nobody")), "f:2:9: there is nobody at x.name");
        assertProblems(NESTED, mapping(entry(2, "name", "nowhere")), "f:1:1: it is nowhere at x");
    }

    @Test
    void merges_the_keys_of_an_inline_record() {
        Mapping node = mapping(entry(1, "name", "a"), entry(2, "height", "3"));

        Thing thing = INLINE.readDocument("f", node);

        assertThat(thing.size()).isEqualTo(new Size(7, 3));
        assertThat(INLINE.write(thing).entries())
                .extracting(Entry::key)
                .containsExactly("name", "height");
        assertProblems(
                INLINE,
                mapping(entry(1, "name", "a"), entry(2, "wdith", "3")),
                "f:1:1: key `height` is missing at x",
                "f:2:1: unknown key `wdith` at x; did you mean `width`?");
    }

    @Test
    void tells_of_a_misspelt_key_once_and_not_as_missing_as_well() {
        assertProblems(
                INLINE,
                mapping(entry(1, "nmae", "a"), entry(2, "heigth", "3")),
                "f:1:1: unknown key `nmae` at x; did you mean `name`?",
                "f:2:1: unknown key `heigth` at x; did you mean `height`?");
    }

    @Test
    void takes_defaults_from_another_mapping_and_reports_their_problems_once() {
        Mapping defaults = mapping(entry(1, "height", "3"), entry(2, "colour", "red"));
        Mapping first = mapping(entry(5, "name", "a")).withDefaults(defaults);
        Mapping second = mapping(entry(6, "name", "b"), entry(7, "height", "4"));
        Problems problems = new Problems("f");

        INLINE.read(first, "things[0]", problems);
        INLINE.read(second.withDefaults(defaults), "things[1]", problems);

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "f:2:1: unknown key `colour`, expected one of `name`, `main-colour`,"
                                + " `other-colours`, `words`, `seen`, `width`, `height` at things[0]");
        Mapping good = mapping(entry(1, "height", "3"), entry(2, "name", "c"));
        assertThat(INLINE.readDocument("f", second.withDefaults(good)).name()).isEqualTo("b");
        assertThat(INLINE.readDocument("f", second.withDefaults(good)).size().height())
                .isEqualTo(4);
    }

    @Test
    void writes_what_differs_from_the_defaults() {
        Thing thing =
                new Thing(
                        "a",
                        Optional.of(Colour.DARK_BLUE),
                        Set.of(Colour.DARK_BLUE, Colour.RED),
                        List.of(),
                        Map.of(),
                        new Size(1, 1));

        assertThat(NESTED.write(thing))
                .isEqualTo(
                        Mapping.of(
                                Entry.of("name", Scalar.of("a")),
                                Entry.of("main-colour", Scalar.of("dark-blue")),
                                Entry.of(
                                        "other-colours",
                                        new Sequence(
                                                List.of(Scalar.of("red"), Scalar.of("dark-blue")),
                                                Position.NONE))));
    }

    @Test
    void refuses_shapes_that_cannot_be() {
        RecordShape<Size> size = RecordShape.of(Size.class).build();

        assertThatThrownBy(() -> RecordShape.of(Size.class).required("depth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> RecordShape.of(WidthTwice.class).inline("size", size).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[width, height, width]");
        assertThatThrownBy(() -> RecordShape.of(Odd.class).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    /** A record whose keys clash when another is inline. */
    public record WidthTwice(Size size, int width) {}

    /** A record with a component that no shape is known for. */
    public record Odd(Object anything) {}
}
