package org.cookiepolicy.rules.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.document.Problems;

/** Reads and checks the rule files of one law. Every problem of every file is reported at once. */
public final class RuleReader {
    /** No file has reason to be larger, in characters. */
    private static final int LONGEST_FILE = 1_000_000;

    private static final int MOST_RULES = 2_000;

    /** Who has more to mend than this mends it in steps. */
    private static final int MOST_PROBLEMS = 200;

    private RuleReader() {}

    /**
     * A rule file as it is written.
     *
     * @param name its name as people know it, not null
     * @param text what stands in it, not null
     */
    public record Source(String name, String text) {
        /** Refuses null. */
        public Source {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * What came of reading.
     *
     * @param files the files as far as they are in order; not to be used while there are problems;
     *     not null
     * @param problems what is wrong, file by file; empty when all is in order
     */
    public record Result(List<RuleFile> files, List<Problem> problems) {
        /** Copies the lists. */
        public Result {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads rule files.
     *
     * @param sources the files, may be empty
     * @param vocabulary what rules may name, not null
     * @return the files, or what is wrong with them; not null
     */
    public static Result read(List<Source> sources, Vocabulary vocabulary) {
        return read(sources, vocabulary, new HashMap<>());
    }

    /**
     * Reads rule files whose rules may not be called as rules that were read before.
     *
     * @param sources the files, may be empty
     * @param vocabulary what rules may name, not null
     * @param places where each name of a rule stands; those read are added; not null
     * @return the files, or what is wrong with them; not null
     */
    public static Result read(
            List<Source> sources, Vocabulary vocabulary, Map<String, String> places) {
        List<RuleFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            Problems found = new Problems(source.name());
            if (source.text().length() > LONGEST_FILE) {
                found.report(
                        new Position(1, 1),
                        "",
                        "the file has more than " + LONGEST_FILE + " characters");
            } else {
                RuleFile file = read(source, vocabulary, found, places);
                files.add(file);
            }
            problems.addAll(found.sorted().stream().limit(MOST_PROBLEMS).toList());
        }
        return new Result(files, problems);
    }

    private static RuleFile read(
            Source source, Vocabulary vocabulary, Problems found, Map<String, String> places) {
        List<Token> tokens = Lexer.tokens(source.text(), found);
        Syntax.File syntax =
                new Parser(tokens, vocabulary.packageName(), vocabulary.globalName(), found).file();
        for (Syntax.Rule rule : syntax.rules()) {
            Syntax.Name name = rule.name();
            String place = source.name() + ":" + name.position();
            String first = places.putIfAbsent(name.text(), place);
            if (first != null) {
                found.report(
                        name.position(),
                        "",
                        "the name of the rule "
                                + Problems.quote(name.text())
                                + " is taken at "
                                + first);
            }
            if (places.size() == MOST_RULES + 1) {
                found.report(name.position(), "", "the law has more than " + MOST_RULES + " rules");
            }
        }
        return new Checker(source.name(), syntax, vocabulary, found).file();
    }
}
