package org.cookiepolicy.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown by what reads a whole document, with everything that is wrong with it. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem[] problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, not empty, in the order of the document
     */
    public DocumentException(Collection<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.toArray(Problem[]::new);
    }

    /**
     * Returns what is wrong with the document.
     *
     * @return the problems in the order of the document, not empty
     */
    public List<Problem> problems() {
        return List.copyOf(Arrays.asList(problems));
    }
}
