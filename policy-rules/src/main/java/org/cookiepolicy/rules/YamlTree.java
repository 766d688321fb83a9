package org.cookiepolicy.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Register files as trees that know the place of every part. */
final class YamlTree {
    private YamlTree() {}

    static Node read(LawFile file) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.name())
                        .setAllowDuplicateKeys(true)
                        .setMaxAliasesForCollections(0)
                        .build();
        try {
            StreamReader text = new StreamReader(settings, file.text());
            return new Composer(settings, new ParserImpl(settings, text))
                    .getSingleNode()
                    .map(YamlTree::node)
                    .orElseThrow(() -> broken(file, Position.NONE, "there is nothing in the file"));
        } catch (MarkedYamlEngineException e) {
            Position position = e.getProblemMark().map(YamlTree::position).orElse(Position.NONE);
            throw broken(file, position, "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw broken(file, Position.NONE, "not readable as YAML");
        }
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
}
