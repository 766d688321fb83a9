package org.cookiepolicy.rules.workbench;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookiepolicy.rules.Findings;
import org.cookiepolicy.rules.HouseFindings;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.workbench.RuleText.Rule;
import org.cookiepolicy.rules.workbench.RuleText.Span;

/** The edits of rules: each changes the text of one rule in one place. */
final class RuleEdits {
    /** What an operator is taken for. */
    private static final Map<String, String> OPERATORS =
            Map.of(
                    "==", "!=",
                    "!=", "==",
                    "<", "<=",
                    "<=", "<",
                    ">", ">=",
                    ">=", ">",
                    "&&", "||",
                    "||", "&&");

    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>|&&|\\|\\|");
    private static final Pattern CONSTANT =
            Pattern.compile("\\b([A-Z]\\w*)\\.([A-Z][A-Z0-9_]*)\\b");
    private static final Pattern CALL =
            Pattern.compile("\\b(?:findings|houseFindings)\\s*\\.\\s*(\\w+)\\s*\\(");

    private final RuleText text;
    private final Rule rule;

    /** The edits by the text they make, so that no two make the same. */
    private final Map<String, RuleEdit> edits = new LinkedHashMap<>();

    /**
     * An edit of a file of rules.
     *
     * @param edit what was done
     * @param rule the name of the rule
     * @param file the file as edited
     */
    record RuleEdit(Edit edit, String rule, LawFile file) {}

    private RuleEdits(RuleText text, Rule rule) {
        this.text = text;
        this.rule = rule;
    }

    static List<RuleEdit> of(RuleText text) {
        List<RuleEdit> edits = new ArrayList<>();
        text.rules().forEach(rule -> edits.addAll(new RuleEdits(text, rule).find()));
        return edits;
    }

    private List<RuleEdit> find() {
        add(rule.span(), "rule", "the whole rule removed", "");
        for (RuleText.Pattern pattern : rule.patterns()) {
            for (int i = 0; i < pattern.constraints().size(); i++) {
                constraint(pattern, i);
            }
        }
        constants(rule.consequence());
        calls();
        return List.copyOf(edits.values());
    }

    private void constraint(RuleText.Pattern pattern, int index) {
        Span span = pattern.constraints().get(index);
        String constraint = span.in(text.file().text());
        String quoted = "`" + constraint.strip() + "`";
        operators(span);
        constants(span);
        add(span, "condition", quoted + " negated", RuleText.negated(constraint));
        add(beside(pattern, index), "condition", quoted + " dropped", "");
    }

    /** A constraint with the comma that goes with it. */
    private static Span beside(RuleText.Pattern pattern, int index) {
        Span span = pattern.constraints().get(index);
        if (index > 0) {
            return new Span(pattern.constraints().get(index - 1).end(), span.end(), span.line());
        }
        return pattern.constraints().size() > 1
                ? new Span(span.start(), pattern.constraints().get(1).start(), span.line())
                : span;
    }

    private void operators(Span span) {
        Matcher found = OPERATOR.matcher(span.in(text.file().text()));
        while (found.find()) {
            String other = OPERATORS.getOrDefault(found.group(), found.group());
            Span place = part(span, found.start(), found.end());
            add(place, "operator", "`" + found.group() + "` made `" + other + "`", other);
        }
    }

    private void constants(Span span) {
        Matcher found = CONSTANT.matcher(span.in(text.file().text()));
        while (found.find()) {
            Span place = part(span, found.start(2), found.end(2));
            sibling(found.group(1), found.group(2))
                    .ifPresent(
                            other ->
                                    add(
                                            place,
                                            "constant",
                                            "`"
                                                    + found.group()
                                                    + "` made `"
                                                    + found.group(1)
                                                    + "."
                                                    + other
                                                    + "`",
                                            other));
        }
    }

    /** The next constant of an enum that the file imports. */
    private Optional<String> sibling(String type, String constant) {
        for (String name : text.imports()) {
            if (name.endsWith("." + type)) {
                try {
                    Object[] constants = Class.forName(name).getEnumConstants();
                    for (int i = 0; constants != null && i < constants.length; i++) {
                        if (((Enum<?>) constants[i]).name().equals(constant)) {
                            Object next = constants[(i + 1) % constants.length];
                            return Optional.of(((Enum<?>) next).name());
                        }
                    }
                } catch (ClassNotFoundException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private void calls() {
        Span span = rule.consequence();
        Matcher found = CALL.matcher(span.in(text.file().text()));
        while (found.find()) {
            String method = found.group(1);
            Span name = part(span, found.start(1), found.end(1));
            alike(method)
                    .ifPresent(
                            other ->
                                    add(
                                            name,
                                            "finding",
                                            "`" + method + "` made `" + other + "`",
                                            other));
        }
        statements(span);
    }

    /** Drops one statement of several. */
    private void statements(Span span) {
        String body = span.in(text.file().text());
        List<Span> statements = new ArrayList<>();
        int start = 0;
        for (int end = body.indexOf(';'); end >= 0; end = body.indexOf(';', start)) {
            statements.add(part(span, start, end + 1));
            start = end + 1;
        }
        if (statements.size() > 1) {
            for (Span statement : statements) {
                String dropped = statement.in(text.file().text()).strip();
                add(statement, "finding", "`" + dropped + "` dropped", "");
            }
        }
    }

    /** The next method of the findings with the same parameters, by name. */
    private Optional<String> alike(String method) {
        Class<?> findings = text.file().isOfHouse() ? HouseFindings.class : Findings.class;
        List<Method> all =
                Arrays.stream(findings.getMethods())
                        .filter(m -> m.getDeclaringClass() == findings)
                        .sorted(Comparator.comparing(Method::getName))
                        .toList();
        List<String> names =
                all.stream()
                        .filter(m -> m.getName().equals(method))
                        .findFirst()
                        .map(
                                named ->
                                        all.stream()
                                                .filter(m -> haveSameParameters(m, named))
                                                .map(Method::getName)
                                                .toList())
                        .orElse(List.of());
        return names.size() < 2
                ? Optional.empty()
                : Optional.of(names.get((names.indexOf(method) + 1) % names.size()));
    }

    private static boolean haveSameParameters(Method one, Method other) {
        return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    private Span part(Span span, int start, int end) {
        int from = span.start() + start;
        String before = text.file().text().substring(0, from);
        return new Span(from, span.start() + end, (int) before.lines().count());
    }

    private void add(Span span, String part, String words, String replacement) {
        String edited = span.replaced(text.file().text(), replacement);
        Edit edit =
                new Edit(
                        new Register.Source(text.file().name(), Math.max(1, span.line())),
                        "rule \"" + rule.name() + "\"",
                        part,
                        words);
        LawFile file = new LawFile(text.file().name(), edited, text.file().origin());
        edits.putIfAbsent(edited, new RuleEdit(edit, rule.name(), file));
    }
}
