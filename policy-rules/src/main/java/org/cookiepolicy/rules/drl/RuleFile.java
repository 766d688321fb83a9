package org.cookiepolicy.rules.drl;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.rules.drl.Syntax.Name;
import org.cookiepolicy.rules.drl.Syntax.Quantifier;

/** A rule file that was read and found in order. Immutable. */
public final class RuleFile {
    private final String name;
    private final String packageName;
    private final List<Name> imports;
    private final Optional<Position> global;
    private final String globalText;
    private final List<Rule> rules;

    RuleFile(
            String name,
            Vocabulary vocabulary,
            List<Name> imports,
            Optional<Position> global,
            List<Rule> rules) {
        this.name = name;
        this.packageName = vocabulary.packageName();
        this.imports = List.copyOf(imports);
        this.global = global;
        this.globalText = vocabulary.global().getSimpleName() + " " + vocabulary.globalName();
        this.rules = List.copyOf(rules);
    }

    /**
     * Returns the name of the file.
     *
     * @return the name, not null
     */
    public String name() {
        return name;
    }

    /**
     * Returns the rules.
     *
     * @return the rules in their order, may be empty
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Returns the file written anew from what was understood of it, for the compiler of Drools.
     *
     * @return DRL in which each rule and condition stands on the line of the file, not null
     */
    public String canonical() {
        Writer writer = new Writer();
        writer.add("package " + packageName + ";");
        imports.stream()
                .map(name -> new Line(name.position(), "import " + name.text() + ";"))
                .forEach(writer::add);
        global.ifPresent(at -> writer.add(new Line(at, "global " + globalText + ";")));
        rules.forEach(rule -> rule.lines().forEach(writer::add));
        return writer.text.append('\n').toString();
    }

    /**
     * A rule that fires where a condition is met given what stands before it, or where it is not.
     *
     * @param name the name of the probe, unlike that of any other; not blank
     * @param rule the name of the rule that it is of, not blank
     * @param position where the condition stands, not null
     * @param condition the condition as the compiler sees it, not blank
     * @param met whether it fires where the condition is met
     */
    public record Probe(
            String name, String rule, Position position, String condition, boolean met) {}

    /**
     * Returns the probes of the rules.
     *
     * @return two for each condition, in the order of the rules; may be empty
     */
    public List<Probe> probes() {
        return probe(new StringBuilder());
    }

    /**
     * Returns the probes of the rules as rules, for the compiler of Drools.
     *
     * @return DRL, not null
     */
    public String probing() {
        StringBuilder text = new StringBuilder("package " + packageName + ";\n");
        imports.forEach(each -> text.append("import ").append(each.text()).append(";\n"));
        global.ifPresent(at -> text.append("global ").append(globalText).append(";\n"));
        probe(text);
        return text.toString();
    }

    private List<Probe> probe(StringBuilder text) {
        List<Probe> probes = new ArrayList<>();
        for (Rule rule : rules) {
            StringBuilder before = new StringBuilder();
            for (Pattern pattern : rule.patterns) {
                List<String> given = new ArrayList<>();
                int next = 0;
                for (Line line : pattern.constraints) {
                    // What is no condition is a name for a part of the fact.
                    boolean isCondition =
                            next < pattern.conditions.size()
                                    && pattern.conditions.get(next).text().equals(line.text());
                    if (isCondition) {
                        Condition condition = pattern.conditions.get(next++);
                        for (boolean met : List.of(true, false)) {
                            String looked = met ? line.text() : new Condition.Not(condition).text();
                            Probe probe =
                                    new Probe(
                                            name + " probe " + probes.size(),
                                            rule.name(),
                                            line.position(),
                                            line.text(),
                                            met);
                            probes.add(probe);
                            text.append("rule \"").append(probe.name()).append("\" when\n");
                            text.append(before);
                            text.append(pattern.fact.getSimpleName()).append("( ");
                            given.forEach(one -> text.append(one).append(", "));
                            text.append(looked).append(" )\nthen end\n");
                        }
                    }
                    given.add(line.text());
                }
                pattern.lines().forEach(line -> before.append(line.text()).append(' '));
                before.append('\n');
            }
        }
        return probes;
    }

    /** Text, and where it has to stand. */
    record Line(Position position, String text) {}

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private int line = 1;

        void add(String words) {
            text.append(words).append(' ');
        }

        void add(Line words) {
            while (line < words.position().line()) {
                text.append('\n');
                line++;
            }
            add(words.text());
        }
    }

    /**
     * What a rule reads.
     *
     * @param members what it asks of facts and of their parts, not null
     * @param constants the constants of enums, the numbers, texts and truth values that it names,
     *     not null
     */
    public record Reads(Set<Method> members, Set<Object> constants) {
        /** Copies the sets. */
        public Reads {
            members = Set.copyOf(members);
            constants = Set.copyOf(constants);
        }
    }

    /** A rule. Immutable. */
    public static final class Rule {
        private final Name name;
        private final List<Pattern> patterns;
        private final List<Line> actions;
        private final Position end;
        private final Reads reads;

        Rule(Name name, List<Pattern> patterns, List<Line> actions, Position end, Reads reads) {
            this.name = name;
            this.patterns = List.copyOf(patterns);
            this.actions = List.copyOf(actions);
            this.end = end;
            this.reads = reads;
        }

        /**
         * Returns what the rule reads.
         *
         * @return what it asks of facts, and the constants it names; not null
         */
        public Reads reads() {
            return reads;
        }

        /**
         * Returns the rule as it was understood, however it is laid out.
         *
         * @return the same text for rules that differ in comments and layout only, not blank
         */
        public String text() {
            return lines().map(Line::text).collect(Collectors.joining(" "));
        }

        /**
         * Returns the name of the rule.
         *
         * @return the name, not blank
         */
        public String name() {
            return name.text();
        }

        /**
         * Returns where the name of the rule stands.
         *
         * @return the place, not null
         */
        public Position position() {
            return name.position();
        }

        /**
         * Returns the facts that the rule looks at.
         *
         * @return the patterns in their order, not empty
         */
        public List<Pattern> patterns() {
            return patterns;
        }

        private Stream<Line> lines() {
            Line start = new Line(position(), "rule \"" + name() + "\" when");
            Line middle = new Line(actions.get(0).position(), "then");
            return Stream.of(
                            Stream.of(start),
                            patterns.stream().flatMap(Pattern::lines),
                            Stream.of(middle),
                            actions.stream(),
                            Stream.of(new Line(end, "end")))
                    .flatMap(lines -> lines);
        }
    }

    /** A fact that a rule looks at. Immutable. */
    public static final class Pattern {
        private final Quantifier quantifier;
        private final Position position;
        private final Optional<String> variable;
        private final Class<?> fact;
        private final List<Line> constraints;
        private final List<Condition> conditions;

        Pattern(
                Quantifier quantifier,
                Position position,
                Optional<String> variable,
                Class<?> fact,
                List<Line> constraints,
                List<Condition> conditions) {
            this.quantifier = quantifier;
            this.position = position;
            this.variable = variable;
            this.fact = fact;
            this.constraints = List.copyOf(constraints);
            this.conditions = List.copyOf(conditions);
        }

        /**
         * Returns where the pattern begins.
         *
         * @return the place, not null
         */
        public Position position() {
            return position;
        }

        /**
         * Returns the class of the fact.
         *
         * @return the class, not null
         */
        public Class<?> fact() {
            return fact;
        }

        /**
         * Returns whether the rule fires only while there is no such fact.
         *
         * @return true for {@code not}
         */
        public boolean isDenied() {
            return quantifier == Quantifier.NOT;
        }

        /**
         * Returns whether a fact may match, as far as can be told without any other fact.
         *
         * @param candidate the fact, not null
         * @return false when it never matches, whatever the other facts are
         */
        public boolean mayMatch(Object candidate) {
            return fact.isInstance(candidate)
                    && conditions.stream().allMatch(c -> c.test(candidate).orElse(true));
        }

        private Stream<Line> lines() {
            String before =
                    switch (quantifier) {
                        case EACH -> variable.map(name -> name + " : ").orElse("");
                        case EXISTS -> "exists ";
                        case NOT -> "not ";
                    };
            Line start = new Line(position, before + fact.getSimpleName() + "(");
            Stream.Builder<Line> lines = Stream.builder();
            for (int i = 0; i < constraints.size(); i++) {
                Line line = constraints.get(i);
                String comma = i == constraints.size() - 1 ? "" : ",";
                lines.add(new Line(line.position(), line.text() + comma));
            }
            return Stream.of(Stream.of(start), lines.build(), Stream.of(new Line(position, ")")))
                    .flatMap(some -> some);
        }
    }
}
