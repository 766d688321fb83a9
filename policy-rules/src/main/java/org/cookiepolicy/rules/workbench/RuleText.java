package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.List;
import org.cookiepolicy.rules.LawFile;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A file of rules as the compiler parses it, with the place of each part in the text.
 *
 * @param file the file
 * @param imports what it imports
 * @param globals the globals it declares, such as {@code Findings findings}
 * @param rules its rules in their order
 */
record RuleText(LawFile file, List<String> imports, List<String> globals, List<Rule> rules) {
    RuleText {
        imports = List.copyOf(imports);
        globals = List.copyOf(globals);
        rules = List.copyOf(rules);
    }

    /**
     * A part of the text.
     *
     * @param start the index of its first character
     * @param end the index after its last one
     * @param line its line, from 1
     */
    record Span(int start, int end, int line) {
        String in(String text) {
            return text.substring(start, end);
        }

        /** The text with something else in this place. */
        String replaced(String text, String other) {
            return text.substring(0, start) + other + text.substring(end);
        }
    }

    /**
     * A rule.
     *
     * @param name its name
     * @param span the whole of it
     * @param patterns what it matches, one after the other
     * @param plain whether it matches nothing but patterns: no {@code not}, {@code or} and the like
     * @param consequence what it does
     */
    record Rule(String name, Span span, List<Pattern> patterns, boolean plain, Span consequence) {
        Rule {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A pattern of a rule.
     *
     * @param variable the variable that it is bound to; empty when there is none
     * @param type the type of the fact
     * @param constraints its constraints in their order
     */
    record Pattern(String variable, String type, List<Span> constraints) {
        Pattern {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * Parses a file that compiles.
     *
     * @throws IllegalArgumentException when it does not
     */
    static RuleText of(LawFile file) {
        try {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr parsed = parser.parse(true, file.text());
            if (parsed == null || parser.hasErrors()) {
                throw new IllegalArgumentException(file.name() + " does not parse");
            }
            return new RuleText(
                    file,
                    parsed.getImports().stream().map(ImportDescr::getTarget).toList(),
                    parsed.getGlobals().stream().map(RuleText::global).toList(),
                    parsed.getRules().stream().map(rule -> rule(file.text(), rule)).toList());
        } catch (DroolsParserException e) {
            throw new IllegalArgumentException(file.name() + " does not parse", e);
        }
    }

    private static String global(GlobalDescr global) {
        return global.getType() + " " + global.getIdentifier();
    }

    private static Rule rule(String text, RuleDescr rule) {
        List<Pattern> patterns = new ArrayList<>();
        boolean plain = true;
        int after = rule.getStartCharacter();
        for (BaseDescr whole : rule.getLhs().getDescrs()) {
            BaseDescr part = whole;
            if (whole instanceof NotDescr || whole instanceof ExistsDescr) {
                plain = false;
                List<? extends BaseDescr> inner = ((ConditionalElementDescr) whole).getDescrs();
                part = inner.size() == 1 ? inner.get(0) : whole;
            }
            after = Math.max(after, part.getEndCharacter());
            if (part instanceof PatternDescr pattern && pattern.getSource() == null) {
                patterns.add(pattern(pattern));
                plain &=
                        pattern.getConstraint().getDescrs().stream()
                                .allMatch(ExprConstraintDescr.class::isInstance);
            } else {
                plain = false;
            }
        }
        // Comments aside, the consequence is what stands between the keywords.
        int start = text.indexOf("then", after) + "then".length();
        int end = rule.getEndCharacter() + 1;
        Span consequence = new Span(start, text.lastIndexOf("end", end), rule.getConsequenceLine());
        return new Rule(
                rule.getName(),
                new Span(rule.getStartCharacter(), end, rule.getLine()),
                patterns,
                plain,
                consequence);
    }

    private static Pattern pattern(PatternDescr pattern) {
        List<Span> constraints = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            constraints.add(
                    new Span(
                            constraint.getStartCharacter(),
                            constraint.getEndCharacter() + 1,
                            constraint.getLine()));
        }
        String variable = pattern.getIdentifier();
        return new Pattern(variable == null ? "" : variable, pattern.getObjectType(), constraints);
    }

    /** The text of a constraint that is true where the given one is false. */
    static String negated(String constraint) {
        String text = constraint.strip();
        if (text.matches("![^=].*") && isOneTerm(text.substring(1))) {
            return text.substring(1).strip();
        }
        if (text.matches("(?s)[\\w.$]+\\s+in\\s*\\(.*\\)")) {
            return text.replaceFirst("\\s+in\\s*\\(", " not in (");
        }
        return text.matches("(?s)[\\w.$]+(\\(.*\\))?") ? "!" + text : "!( " + text + " )";
    }

    /** Whether a text is one call or name, so that a {@code !} before it is about all of it. */
    private static boolean isOneTerm(String text) {
        return !text.contains("&&") && !text.contains("||") && !text.contains("==");
    }
}
