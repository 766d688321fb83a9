package org.cookiepolicy.io.yaml;

import org.cookiepolicy.document.Position;
import org.cookiepolicy.io.document.DocumentFormat;
import org.cookiepolicy.io.document.Limits;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * YAML 1.2, one document in a file, as a plain tree: anchors, aliases, merge keys and tags are
 * refused.
 *
 * <p>Text needs no quotes: in a place for text, {@code NO}, {@code 2.3} and {@code 2018-04-29} are
 * what is written. Truth values are {@code true} and {@code false} only.
 */
public final class Yaml extends DocumentFormat {
    /** Creates the format with {@link Limits#STANDARD}. */
    public Yaml() {
        this(Limits.STANDARD);
    }

    /**
     * Creates the format.
     *
     * @param limits how much a document may hold, not null
     */
    public Yaml(Limits limits) {
        super("YAML", mapper(limits), limits);
    }

    @Override
    protected boolean isUntyped() {
        return true;
    }

    @Override
    protected Position position(JacksonException failure) {
        if (failure.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            return new Position(mark.getLine() + 1, mark.getColumn() + 1);
        }
        return super.position(failure);
    }

    @Override
    protected String reason(JacksonException failure) {
        if (failure.getCause() instanceof MarkedYamlEngineException marked) {
            return marked.getProblem().strip();
        }
        if (failure.getCause() instanceof YamlVersionException) {
            return "this version of YAML is not known";
        }
        // What is left comes from the parser of tokens, whose words are those of its own code. It
        // takes everything that the parser of events takes, but for keys that are no text.
        return "a key has to be a single value";
    }

    private static YAMLMapper mapper(Limits limits) {
        // The limits are kept with places while the tree is built; here they only must not be
        // lower.
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 2)
                        .maxStringLength(limits.bytes())
                        .maxNameLength(limits.bytes())
                        .maxNumberLength(limits.bytes())
                        .build();
        YAMLFactory factory =
                YAMLFactory.builder()
                        .streamReadConstraints(constraints)
                        .loadSettings(
                                LoadSettings.builder()
                                        .setCodePointLimit(limits.bytes())
                                        // What reads the mapping reports them, with their place.
                                        .setAllowDuplicateKeys(true)
                                        .build())
                        .stringQuotingChecker(new Quoting())
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .disable(YAMLWriteFeature.SPLIT_LINES)
                        .build();
        return YAMLMapper.builder(factory).build();
    }
}
