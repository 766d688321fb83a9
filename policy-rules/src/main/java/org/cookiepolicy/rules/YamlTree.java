package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Register files as trees that know the place of every part. What is read in two ways, or grows
 * beyond what is written, is refused: anchors, aliases, tags, a second document, deep nesting.
 */
final class YamlTree {
    /** Deeper nesting would overflow the stack of whoever reads it. */
    private static final int DEEPEST = 64;

    private YamlTree() {}

    static Node read(LawFile file) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.name())
                        .setAllowDuplicateKeys(true)
                        .setMaxAliasesForCollections(0)
                        .build();
        Problems problems = new Problems(file.name());
        try {
            StreamReader text = new StreamReader(settings, file.text());
            Watch watch = new Watch(new ParserImpl(settings, text), problems);
            Optional<Node> root = new Composer(settings, watch).getSingleNode().map(YamlTree::node);
            problems.throwIfAny();
            return root.orElseThrow(
                    () -> broken(file, new Position(1, 1), "there is nothing in the file"));
        } catch (ComposerException e) {
            problems.throwIfAny();
            Position position = e.getProblemMark().map(YamlTree::position).orElse(Position.NONE);
            throw broken(
                    file, position, "the document ends before this; one file holds one document");
        } catch (MarkedYamlEngineException e) {
            problems.throwIfAny();
            Position position = e.getProblemMark().map(YamlTree::position).orElse(Position.NONE);
            throw broken(file, position, "not readable as YAML: " + words(e.getProblem()));
        } catch (YamlEngineException e) {
            throw broken(file, new Position(1, 1), "not readable as YAML");
        }
    }

    /** What the parser says, and what is meant where it speaks of its own workings. */
    private static String words(String problem) {
        boolean indented =
                problem.contains("<block") || problem.contains("mapping values are not allowed");
        return indented
                ? "this line is not indented like those it belongs to, or a line above is not ("
                        + problem
                        + ")"
                : problem;
    }

    private static DocumentException broken(LawFile file, Position position, String message) {
        Problems problems = new Problems(file.name());
        problems.report(position, "", message);
        return new DocumentException(problems.sorted());
    }

    private static Node node(org.snakeyaml.engine.v2.nodes.Node yaml) {
        Position position = position(yaml.getStartMark());
        if (yaml instanceof MappingNode mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key =
                        tuple.getKeyNode() instanceof ScalarNode scalar
                                ? scalar.getValue()
                                : "a key that is no text";
                entries.add(
                        new Node.Entry(
                                key,
                                position(tuple.getKeyNode().getStartMark()),
                                node(tuple.getValueNode())));
            }
            return new Node.Mapping(entries, position);
        }
        if (yaml instanceof SequenceNode sequence) {
            return new Node.Sequence(
                    sequence.getValue().stream().map(YamlTree::node).toList(), position);
        }
        ScalarNode scalar = (ScalarNode) yaml;
        Node.ScalarKind kind =
                !scalar.isPlain()
                        ? Node.ScalarKind.TEXT
                        : scalar.getTag().equals(Tag.NULL)
                                ? Node.ScalarKind.NULL
                                : Node.ScalarKind.PLAIN;
        return new Node.Scalar(scalar.getValue(), kind, position);
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(YamlTree::position).orElse(Position.NONE);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Hands on what a parser finds, and reports what may not stand in a register. */
    private static final class Watch implements Parser {
        private final Parser parser;
        private final Problems problems;
        private int depth;

        Watch(Parser parser, Problems problems) {
            this.parser = parser;
            this.problems = problems;
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return id == peekEvent().getEventId();
        }

        @Override
        public Event peekEvent() {
            Event event = parser.peekEvent();
            return event instanceof AliasEvent alias ? nothing(alias) : event;
        }

        /** An alias stands for a value that it may not have, so that reading goes on. */
        private static Event nothing(AliasEvent alias) {
            return new ScalarEvent(
                    Optional.empty(),
                    Optional.empty(),
                    new ImplicitTuple(true, false),
                    "",
                    ScalarStyle.PLAIN,
                    alias.getStartMark(),
                    alias.getEndMark());
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof AliasEvent alias) {
                report(event, "alias `*" + alias.getAlias() + "` is not allowed");
                return nothing(alias);
            }
            if (event instanceof NodeEvent node) {
                node.getAnchor()
                        .ifPresent(a -> report(event, "anchor `&" + a + "` is not allowed"));
            }
            if (event instanceof ScalarEvent scalar) {
                scalar.getTag().ifPresent(tag -> report(event, tagged(tag)));
            }
            if (event instanceof CollectionStartEvent collection) {
                collection.getTag().ifPresent(tag -> report(event, tagged(tag)));
                if (++depth > DEEPEST) {
                    report(event, "lists and mappings stand more than " + DEEPEST + " deep");
                    throw new DocumentException(problems.sorted());
                }
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            return event;
        }

        private static String tagged(String tag) {
            return "tag " + Problems.quote(tag) + " is not allowed";
        }

        private void report(Event event, String message) {
            problems.report(position(event.getStartMark()), "", message);
        }
    }
}
