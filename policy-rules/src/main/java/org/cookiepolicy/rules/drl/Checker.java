package org.cookiepolicy.rules.drl;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.rules.drl.RuleFile.Line;
import org.cookiepolicy.rules.drl.Syntax.Comparison;
import org.cookiepolicy.rules.drl.Syntax.Literal;
import org.cookiepolicy.rules.drl.Syntax.Name;
import org.cookiepolicy.rules.drl.Syntax.Path;
import org.cookiepolicy.rules.drl.Syntax.Quantifier;
import org.cookiepolicy.rules.drl.Syntax.Step;
import org.cookiepolicy.rules.drl.Syntax.Value;
import org.cookiepolicy.value.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds out what the names of a rule file mean, and whether the types fit. */
final class Checker {
    /** The work of a rule grows with each fact that it looks at beside the others. */
    private static final int MOST_PATTERNS = 12;

    private static final int LONGEST_QUOTE = 60;
    private static final Set<String> OF_EVERY_ENUM =
            Set.of("name", "ordinal", "compareTo", "getDeclaringClass", "valueOf", "values");
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of(
                    "equals",
                    "hashCode",
                    "toString",
                    "getClass",
                    "class",
                    "wait",
                    "notify",
                    "clone");

    private final String file;
    private final Syntax.File syntax;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, Class<?>> imported = new TreeMap<>();

    /** The variables of the rule at hand. */
    private final Map<String, Bound> variables = new LinkedHashMap<>();

    private final Set<String> used = new HashSet<>();
    private final Set<String> boundBelow = new HashSet<>();

    /** What the rule at hand reads. */
    private final Set<Method> members = new HashSet<>();

    private final Set<Object> constants = new HashSet<>();
    private boolean globalMissed;

    /** Whether the rule at hand has variables that are not known, so that others seem unused. */
    private boolean missed;

    private boolean inPattern;

    /** What a variable stands for; without a type when that is not understood. */
    private record Bound(Position position, @Nullable Type type) {}

    Checker(String file, Syntax.File syntax, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.syntax = syntax;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    RuleFile file() {
        syntax.imports().forEach(this::checkImport);
        Name global = syntax.global();
        if (global != null && !imported.containsKey(vocabulary.global().getSimpleName())) {
            reportNotImported(vocabulary.global(), global.position());
        }
        List<RuleFile.Rule> rules =
                syntax.rules().stream().flatMap(rule -> rule(rule).stream()).toList();
        return new RuleFile(
                file,
                vocabulary,
                syntax.imports(),
                Optional.ofNullable(global).map(Name::position),
                rules);
    }

    private void checkImport(Name name) {
        String simple = name.text().substring(name.text().lastIndexOf('.') + 1);
        Map<String, Class<?>> known = new TreeMap<>(vocabulary.named());
        known.put(vocabulary.global().getSimpleName(), vocabulary.global());
        Class<?> type = known.get(simple);
        if (type != null && type.getName().equals(name.text())) {
            if (imported.put(simple, type) != null) {
                report(name.position(), "`" + simple + "` is imported twice");
            }
            return;
        }
        List<String> names = known.values().stream().map(Class::getName).toList();
        String nearest = type != null ? type.getName() : nearest(name.text(), names).orElse(null);
        if (nearest != null) {
            // Meant to be imported, so that it is not missed further down.
            imported.put(nearest.substring(nearest.lastIndexOf('.') + 1), Object.class);
        }
        report(
                name.position(),
                Problems.quote(name.text())
                        + " is not allowed: rules know the facts, what can be asked of them, and"
                        + " nothing else",
                nearest);
    }

    private void reportNotImported(Class<?> type, Position position) {
        report(
                position,
                "`"
                        + type.getSimpleName()
                        + "` is not imported; write `import "
                        + type.getName()
                        + "`");
    }

    private Optional<RuleFile.Rule> rule(Syntax.Rule rule) {
        variables.clear();
        used.clear();
        boundBelow.clear();
        members.clear();
        constants.clear();
        rule.patterns().stream().flatMap(Checker::names).map(Name::text).forEach(boundBelow::add);
        missed = !rule.readable();
        if (rule.patterns().isEmpty() && rule.readable()) {
            report(rule.name().position(), "the rule has no condition");
        }
        if (rule.patterns().size() > MOST_PATTERNS) {
            report(
                    rule.patterns().get(MOST_PATTERNS).position(),
                    "a rule looks at " + MOST_PATTERNS + " facts at most");
        }
        List<RuleFile.Pattern> patterns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean paired = false;
        inPattern = true;
        for (Syntax.Pattern pattern : rule.patterns()) {
            boolean again =
                    pattern.quantifier() == Quantifier.EACH && !seen.add(pattern.fact().text());
            if (again && paired) {
                report(
                        pattern.fact().position(),
                        Problems.quote(pattern.fact().text())
                                + " stands there again; a rule looks at one pair of facts of one"
                                + " kind, and at any other only with `not` or `exists`");
            }
            paired |= again;
            pattern(pattern).ifPresent(patterns::add);
        }
        inPattern = false;
        List<Line> actions = rule.actions().stream().flatMap(a -> action(a).stream()).toList();
        if (rule.actions().isEmpty() && rule.readable()) {
            report(rule.end(), "the rule adds no finding");
        }
        variables.forEach(
                (name, bound) -> {
                    if (!missed && !used.contains(name)) {
                        report(bound.position(), "`" + name + "` is not used");
                    }
                });
        boolean whole =
                rule.readable()
                        && !patterns.isEmpty()
                        && !actions.isEmpty()
                        && patterns.size() == rule.patterns().size()
                        && actions.size() == rule.actions().size();
        return whole
                ? Optional.of(
                        new RuleFile.Rule(
                                rule.name(),
                                patterns,
                                actions,
                                rule.end(),
                                new RuleFile.Reads(members, constants)))
                : Optional.empty();
    }

    private static Stream<Name> names(Syntax.Pattern pattern) {
        Stream<Name> own = Stream.ofNullable(pattern.variable());
        return Stream.concat(
                own,
                pattern.constraints().stream()
                        .flatMap(
                                c ->
                                        c instanceof Syntax.Binding b
                                                ? Stream.of(b.variable())
                                                : Stream.of()));
    }

    private void bind(Name variable, @Nullable Type type) {
        Bound earlier =
                variables.putIfAbsent(variable.text(), new Bound(variable.position(), type));
        if (earlier != null) {
            report(
                    variable.position(),
                    "`"
                            + variable.text()
                            + "` stands for something else since "
                            + earlier.position());
        }
    }

    private Optional<RuleFile.Pattern> pattern(Syntax.Pattern pattern) {
        Class<?> fact = fact(pattern.fact());
        Type type = fact == null ? null : new Type.Named(fact);
        Name variable = pattern.variable();
        if (variable != null) {
            bind(variable, type);
        }
        List<Line> lines = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        boolean whole = fact != null;
        for (Syntax.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Syntax.Binding binding) {
                Optional<Line> line = binding(binding, pattern.quantifier(), type);
                line.ifPresent(lines::add);
                whole &= line.isPresent();
            } else if (constraint instanceof Syntax.Expression expression) {
                Condition condition = condition(expression, type);
                if (condition == null) {
                    whole = false;
                    continue;
                }
                conditions.add(condition);
                lines.add(new Line(expression.position(), condition.text()));
                checkMeaning(conditions, expression.position());
            }
        }
        if (!whole || fact == null) {
            return Optional.empty();
        }
        return Optional.of(
                new RuleFile.Pattern(
                        pattern.quantifier(),
                        pattern.position(),
                        Optional.ofNullable(variable).map(Name::text),
                        fact,
                        lines,
                        conditions));
    }

    private Optional<Line> binding(
            Syntax.Binding binding, Quantifier quantifier, @Nullable Type fact) {
        Name variable = binding.variable();
        if (quantifier != Quantifier.EACH) {
            report(
                    variable.position(),
                    "`" + variable.text() + "` stands for nothing outside of these brackets");
            return Optional.empty();
        }
        Term term = term(binding.value(), fact, null);
        if (term instanceof Term.Constant) {
            report(variable.position(), "a variable stands for a part of the fact");
        }
        bind(variable, term == null ? null : term.type());
        return Optional.ofNullable(term)
                .map(t -> new Line(variable.position(), variable.text() + " : " + t.text()));
    }

    private @Nullable Class<?> fact(Name name) {
        Class<?> fact = vocabulary.facts().get(name.text());
        if (fact != null) {
            if (!imported.containsKey(name.text())) {
                reportNotImported(fact, name.position());
            }
            return fact;
        }
        if (vocabulary.named().containsKey(name.text())) {
            report(
                    name.position(),
                    "`"
                            + name.text()
                            + "` is a part of facts and no fact, expected one of "
                            + list(vocabulary.facts().keySet()));
            return null;
        }
        Optional<String> reason = Refusals.word(name.text());
        if (reason.isPresent()) {
            report(name.position(), "`" + name.text() + "` is not allowed: " + reason.get());
        } else {
            reportUnknown("fact", name, "", vocabulary.facts().keySet(), null);
        }
        return null;
    }

    /** Reports what can never be met, or always is, once the last condition is added. */
    private void checkMeaning(List<Condition> conditions, Position position) {
        Condition last = conditions.get(conditions.size() - 1);
        if (!Contradictions.fit(List.of(last))) {
            report(position, Problems.quote(bare(last)) + " can never be true");
            conditions.remove(last);
            return;
        }
        if (Contradictions.isAlwaysMet(last)) {
            report(position, Problems.quote(bare(last)) + " is always true");
            return;
        }
        impossible(last)
                .ifPresent(
                        part ->
                                report(
                                        position,
                                        Problems.quote(bare(part)) + " can never be true"));
        List<Condition> before = conditions.subList(0, conditions.size() - 1);
        Optional<Condition> against =
                before.stream().filter(c -> !Contradictions.fit(List.of(c, last))).findFirst();
        if (against.isPresent()) {
            report(
                    position,
                    Problems.quote(bare(last))
                            + " contradicts "
                            + Problems.quote(bare(against.get())));
        } else if (!Contradictions.fit(conditions)) {
            report(position, Problems.quote(bare(last)) + " contradicts what stands before it");
        } else {
            return;
        }
        conditions.remove(conditions.size() - 1);
    }

    private static Optional<Condition> impossible(Condition condition) {
        List<Condition> parts =
                condition instanceof Condition.Any any
                        ? any.parts()
                        : condition instanceof Condition.All all ? all.parts() : List.of();
        return parts.stream()
                .filter(part -> !Contradictions.fit(List.of(part)))
                .findFirst()
                .or(() -> parts.stream().flatMap(part -> impossible(part).stream()).findFirst());
    }

    private static String bare(Condition condition) {
        String text = condition.text();
        return text.startsWith("( ") ? text.substring(2, text.length() - 2) : text;
    }

    private @Nullable Condition condition(Syntax.Expression expression, @Nullable Type fact) {
        if (expression instanceof Syntax.And and) {
            return both(and.left(), and.right(), fact, Condition.All::new);
        }
        if (expression instanceof Syntax.Or or) {
            return both(or.left(), or.right(), fact, Condition.Any::new);
        }
        if (expression instanceof Syntax.Not not) {
            Condition inner = condition(not.inner(), fact);
            if (inner instanceof Condition.Not denied) {
                return denied.inner();
            }
            return inner == null ? null : new Condition.Not(inner);
        }
        if (expression instanceof Syntax.Plain plain) {
            return plain(plain.value(), fact);
        }
        return comparison((Comparison) expression, fact);
    }

    private @Nullable Condition both(
            Syntax.Expression left,
            Syntax.Expression right,
            @Nullable Type fact,
            java.util.function.Function<List<Condition>, Condition> join) {
        Condition one = condition(left, fact);
        Condition other = condition(right, fact);
        return one == null || other == null ? null : join.apply(List.of(one, other));
    }

    private @Nullable Condition plain(Value value, @Nullable Type fact) {
        Term term = term(value, fact, Type.Simple.TRUTH);
        if (term == null) {
            return null;
        }
        if (term instanceof Term.Constant || term.type() != Type.Simple.TRUTH) {
            report(
                    value.position(),
                    Problems.quote(value.text())
                            + (term instanceof Term.Constant
                                    ? " is no condition"
                                    : " is "
                                            + term.type().words()
                                            + " and no condition by itself"));
            return null;
        }
        return new Condition.Holds(term);
    }

    private @Nullable Condition comparison(Comparison comparison, @Nullable Type fact) {
        Term left = term(comparison.left(), fact, null);
        boolean isMember = comparison.operator().endsWith("memberOf");
        Type hint = left == null || isMember ? null : left.type();
        if (hint instanceof Type.Many many && comparison.operator().endsWith("contains")) {
            hint = many.element();
        }
        List<Term> right = new ArrayList<>();
        for (Value value : comparison.right()) {
            Term term = term(value, fact, hint);
            if (term != null) {
                right.add(term);
            }
        }
        if (left == null || right.size() < comparison.right().size()) {
            return null;
        }
        if (left instanceof Term.Constant && !isMember) {
            report(
                    comparison.position(),
                    Problems.quote(comparison.text())
                            + " begins with a constant; what is asked comes first");
            return null;
        }
        return switch (comparison.operator()) {
            case "in", "not in" -> in(comparison, left, right);
            case "contains", "not contains" ->
                    contains(
                            comparison,
                            left,
                            comparison.left(),
                            right.get(0),
                            comparison.right().get(0));
            case "memberOf", "not memberOf" ->
                    contains(
                            comparison,
                            right.get(0),
                            comparison.right().get(0),
                            left,
                            comparison.left());
            default -> compare(comparison, comparison.right().get(0), left, right.get(0));
        };
    }

    private @Nullable Condition in(Comparison comparison, Term left, List<Term> right) {
        List<Condition> equal = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < right.size(); i++) {
            Value value = comparison.right().get(i);
            if (!seen.add(right.get(i).text())) {
                report(value.position(), Problems.quote(value.text()) + " stands there twice");
                return null;
            }
            Comparison one =
                    new Comparison(comparison.left(), "==", comparison.at(), List.of(value));
            Condition compared = compare(one, value, left, right.get(i));
            if (compared == null) {
                return null;
            }
            equal.add(compared);
        }
        Condition any = equal.size() == 1 ? equal.get(0) : new Condition.Any(equal);
        return comparison.operator().equals("in") ? any : new Condition.Not(any);
    }

    private @Nullable Condition contains(
            Comparison comparison, Term set, Value setValue, Term element, Value value) {
        if (!(set.type() instanceof Type.Many many)) {
            report(
                    setValue.position(),
                    Problems.quote(setValue.text()) + " is " + set.type().words() + " and no set");
            return null;
        }
        if (!many.element().equals(element.type())) {
            reportUnequal(
                    setValue.text() + " holds", many.element(), value, element, "is never in it");
            return null;
        }
        Member contains =
                vocabulary.members(many).stream()
                        .filter(member -> member.name().equals("contains"))
                        .findFirst()
                        .orElseThrow();
        Condition holds = new Condition.Holds(read(new Term.Call(set, contains, List.of(element))));
        return comparison.operator().startsWith("not ") ? new Condition.Not(holds) : holds;
    }

    private @Nullable Condition compare(
            Comparison comparison, Value rightValue, Term left, Term right) {
        String operator = comparison.operator();
        String written = Problems.quote(comparison.left().text());
        if (left.text().equals(right.text())) {
            report(comparison.position(), written + " is compared with itself");
            return null;
        }
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (!equality && left.type() != Type.Simple.NUMBER) {
            report(
                    comparison.at(),
                    "`"
                            + operator
                            + "` compares numbers; "
                            + written
                            + " is "
                            + left.type().words());
            return null;
        }
        if (left.type() instanceof Type.Maybe) {
            report(
                    comparison.position(),
                    written
                            + " may be missing and is not compared; ask "
                            + Problems.quote(comparison.left().text() + ".isPresent()"));
            return null;
        }
        if (left.type() instanceof Type.Many || left.type() instanceof Type.Table) {
            report(
                    comparison.position(),
                    written + " is " + left.type().words() + "; ask it with `contains`");
            return null;
        }
        if (!left.type().equals(right.type())) {
            reportUnequal(
                    comparison.left().text() + " is",
                    left.type(),
                    rightValue,
                    right,
                    equality ? "never equals it" : "is not compared with it");
            return null;
        }
        return new Condition.Compare(left, operator, right);
    }

    /** Two values of types that have nothing in common; for text, the constant it may stand for. */
    private void reportUnequal(String what, Type type, Value value, Term found, String never) {
        String verb = what.endsWith(" holds") ? " holds " : " is ";
        String subject = what.substring(0, what.lastIndexOf(' '));
        report(
                value.position(),
                Problems.quote(subject)
                        + verb
                        + type.words()
                        + (found.type() instanceof Type.Simple && found instanceof Term.Constant
                                ? ", and " + kindOf(found) + " " + never
                                : ", and "
                                        + Problems.quote(value.text())
                                        + ", which is "
                                        + found.type().words()
                                        + ", "
                                        + never),
                constantFor(type, value).orElse(null));
    }

    private static String kindOf(Term constant) {
        return constant.type() == Type.Simple.TRUTH
                ? "`" + constant.text() + "`"
                : constant.type().words();
    }

    private static Optional<String> constantFor(@Nullable Type type, Value value) {
        if (!(type instanceof Type.Named named) || !named.of().isEnum()) {
            return Optional.empty();
        }
        String word =
                value instanceof Literal literal
                        ? literal.value().toString()
                        : value instanceof Path path
                                ? path.steps().get(path.steps().size() - 1).name().text()
                                : "";
        return nearest(word, constants(named.of()))
                .map(constant -> named.of().getSimpleName() + "." + constant);
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** What a value means; null when that was reported not to be known. */
    private @Nullable Term term(Value value, @Nullable Type fact, @Nullable Type hint) {
        if (value instanceof Literal literal) {
            Object of = literal.value();
            Type type =
                    of instanceof String
                            ? Type.Simple.TEXT
                            : of instanceof Boolean ? Type.Simple.TRUTH : Type.Simple.NUMBER;
            return read(new Term.Constant(of, type));
        }
        Path path = (Path) value;
        Step first = path.steps().get(0);
        Name name = first.name();
        boolean plain = first.arguments() == null;
        if (name.text().startsWith("$")) {
            return plain ? follow(variable(name), path, 1, fact) : noMethod(name);
        }
        if (name.text().equals("this") && plain) {
            if (fact == null) {
                report(name.position(), "`this` is the fact within its brackets, and nothing here");
                return null;
            }
            return follow(new Term.This(fact), path, 1, fact);
        }
        Class<?> type = vocabulary.named().get(name.text());
        if (type != null && plain) {
            return constant(type, path);
        }
        if (fact == null && inPattern) {
            return null;
        }
        if (fact == null) {
            report(
                    name.position(),
                    "expected a variable, a constant, text or a number, found "
                            + Problems.quote(name.text()),
                    constantFor(hint, value)
                            .or(() -> nearest(name.text(), variables.keySet()))
                            .orElse(null));
            return null;
        }
        return follow(step(new Term.This(fact), first, fact, hint), path, 1, fact);
    }

    private @Nullable Term noMethod(Name name) {
        report(name.position(), "`" + name.text() + "` is a variable and no method");
        return null;
    }

    private @Nullable Term variable(Name name) {
        used.add(name.text());
        Bound bound = variables.get(name.text());
        if (bound == null) {
            if (missed && nearest(name.text(), variables.keySet()).isEmpty()) {
                return null;
            }
            missed = true;
            if (boundBelow.contains(name.text())) {
                report(name.position(), "`" + name.text() + "` is bound below only");
            } else {
                reportUnknown("variable", name, "", variables.keySet(), null);
            }
            return null;
        }
        return bound.type() == null ? null : new Term.Variable(name.text(), bound.type());
    }

    private @Nullable Term constant(Class<?> type, Path path) {
        Name name = path.steps().get(0).name();
        if (!imported.containsKey(name.text())) {
            reportNotImported(type, name.position());
            return null;
        }
        if (!type.isEnum() || path.steps().size() < 2) {
            report(name.position(), "`" + name.text() + "` is a class, which is no value");
            return null;
        }
        Step second = path.steps().get(1);
        if (second.arguments() != null || path.steps().size() > 2) {
            report(
                    name.position(),
                    Problems.quote(path.text())
                            + " is not allowed: of `"
                            + name.text()
                            + "` rules use the constants and nothing else");
            return null;
        }
        String wanted = second.name().text();
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (((Enum<?>) constant).name().equals(wanted)) {
                return read(new Term.Constant(constant, new Type.Named(type)));
            }
        }
        reportUnknown(
                "constant", second.name(), " of `" + name.text() + "`", constants(type), null);
        return null;
    }

    /** Notes what the rule at hand reads. */
    private <T extends Term> T read(T term) {
        if (term instanceof Term.Call call) {
            members.add(call.member().method());
        } else if (term instanceof Term.Constant constant) {
            constants.add(constant.of());
        }
        return term;
    }

    private @Nullable Term follow(@Nullable Term start, Path path, int from, @Nullable Type fact) {
        Term term = start;
        for (Step step : path.steps().subList(from, path.steps().size())) {
            term = term == null ? null : step(term, step, fact, null);
        }
        return term;
    }

    private @Nullable Term step(Term target, Step step, @Nullable Type fact, @Nullable Type hint) {
        List<Member> members = vocabulary.members(target.type());
        Name name = step.name();
        List<Value> arguments = step.arguments();
        if (arguments == null) {
            List<Member> found =
                    members.stream()
                            .filter(m -> m.property().filter(name.text()::equals).isPresent())
                            .toList();
            if (found.size() == 1) {
                return read(new Term.Call(target, found.get(0), List.of()));
            }
            if (found.size() > 1) {
                report(
                        name.position(),
                        "`"
                                + name.text()
                                + "` may mean "
                                + found.stream()
                                        .map(m -> "`" + m.name() + "()`")
                                        .collect(Collectors.joining(" or "))
                                + "; write that");
                return null;
            }
        }
        List<Member> called = members.stream().filter(m -> m.name().equals(name.text())).toList();
        if (called.isEmpty()) {
            reportNoMember(target, step, members, hint);
            return null;
        }
        if (arguments == null) {
            report(name.position(), "`" + name.text() + "` is a method: " + signatures(called));
            return null;
        }
        return call(target, name, called, arguments, fact);
    }

    private @Nullable Term call(
            Term target,
            Name name,
            List<Member> called,
            List<Value> arguments,
            @Nullable Type fact) {
        List<Member> fitting =
                called.stream().filter(m -> m.parameters().size() == arguments.size()).toList();
        if (fitting.isEmpty()) {
            report(
                    name.position(),
                    "`" + name.text() + "` takes other values: " + signatures(called));
            return null;
        }
        // Methods that share a name and a number of values do not occur among facts.
        Member member = fitting.get(0);
        List<Term> terms = arguments(member, arguments, fact);
        return terms == null ? null : read(new Term.Call(target, member, terms));
    }

    private @Nullable List<Term> arguments(Member member, List<Value> values, @Nullable Type fact) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Type wanted = member.parameters().get(i);
            Value value = values.get(i);
            Term term = term(value, fact, wanted);
            if (term == null) {
                continue;
            }
            if (!wanted.takes(term.type())) {
                report(
                        value.position(),
                        "`"
                                + member.name()
                                + "` takes "
                                + wanted.words()
                                + ", and "
                                + Problems.quote(value.text())
                                + " is "
                                + term.type().words(),
                        constantFor(wanted, value).orElse(null));
                continue;
            }
            terms.add(term);
        }
        return terms.size() == values.size() ? terms : null;
    }

    private void reportNoMember(Term target, Step step, List<Member> members, @Nullable Type hint) {
        Name name = step.name();
        String owner =
                target.type() instanceof Type.Named named
                        ? " of `" + named.of().getSimpleName() + "`"
                        : " of " + target.type().words();
        boolean isMethod = step.arguments() != null;
        boolean ofEnum = target.type() instanceof Type.Named named && named.of().isEnum();
        if (OF_EVERY_OBJECT.contains(name.text())
                || (ofEnum && OF_EVERY_ENUM.contains(name.text()))) {
            report(
                    name.position(),
                    "`"
                            + name.text()
                            + "` is not allowed: it is of Java and tells nothing of a fact");
            return;
        }
        Set<String> known = new TreeSet<>();
        members.forEach(
                member -> {
                    if (isMethod) {
                        known.add(member.name());
                    } else {
                        known.add(member.property().orElse(member.name()));
                    }
                });
        String constant = isMethod ? null : constantFor(hint, new Path(List.of(step))).orElse(null);
        reportUnknown(isMethod ? "method" : "property", name, owner, known, constant);
    }

    private static String signatures(Collection<Member> members) {
        return members.stream()
                .map(
                        member ->
                                member.name()
                                        + member.parameters().stream()
                                                .map(Checker::shortName)
                                                .collect(Collectors.joining(", ", "( ", " )")))
                .map(signature -> "`" + signature.replace("(  )", "()") + "`")
                .collect(Collectors.joining(" or "));
    }

    private static String shortName(Type type) {
        return type instanceof Type.Named named ? named.of().getSimpleName() : type.words();
    }

    private Optional<Line> action(Syntax.Action action) {
        Name method = action.method();
        if (syntax.global() == null && !globalMissed) {
            globalMissed = true;
            String name = vocabulary.globalName();
            report(
                    action.global().position(),
                    "`"
                            + name
                            + "` is not declared; write `global "
                            + vocabulary.global().getSimpleName()
                            + " "
                            + name
                            + "`");
        }
        List<Member> called = vocabulary.findings().getOrDefault(method.text(), List.of());
        if (called.isEmpty()) {
            action.arguments().forEach(value -> term(value, null, null));
            if (OF_EVERY_OBJECT.contains(method.text())) {
                report(method.position(), "`" + method.text() + "` adds no finding");
                return Optional.empty();
            }
            if (vocabulary.isWithheld(method.text())) {
                report(
                        method.position(),
                        "`"
                                + method.text()
                                + "` is for rules of the law only: a rule of a house allows nothing,"
                                + " and what takes away from law is a provision that `loosens`"
                                + " declares");
                return Optional.empty();
            }
            reportUnknown("finding", method, "", vocabulary.findings().keySet(), null);
            return Optional.empty();
        }
        List<Member> fitting =
                called.stream()
                        .filter(m -> m.parameters().size() == action.arguments().size())
                        .toList();
        if (fitting.isEmpty()) {
            action.arguments().forEach(value -> term(value, null, null));
            report(
                    method.position(),
                    "`" + method.text() + "` takes other values: " + signatures(called));
            return Optional.empty();
        }
        List<Term> terms = arguments(fitting.get(0), action.arguments(), null);
        return Optional.ofNullable(terms)
                .map(
                        some ->
                                new Line(
                                        action.global().position(),
                                        vocabulary.globalName()
                                                + "."
                                                + method.text()
                                                + some.stream()
                                                        .map(Term::text)
                                                        .collect(
                                                                Collectors.joining(
                                                                        ", ", "( ", " );"))));
    }

    private void reportUnknown(
            String what,
            Name name,
            String owner,
            Collection<String> known,
            @Nullable String suggestion) {
        String better = suggestion != null ? suggestion : nearest(name.text(), known).orElse(null);
        String rest = "";
        if (better == null) {
            rest =
                    known.isEmpty()
                            ? ", and there is none"
                            : ", expected one of " + list(new LinkedHashSet<>(known));
        }
        report(
                name.position(),
                "unknown " + what + " " + Problems.quote(name.text()) + owner + rest,
                better);
    }

    private static String list(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** The distance to a very long word is costly to find, and it is no slip of the finger. */
    private static Optional<String> nearest(String word, Collection<String> known) {
        return word.length() > LONGEST_QUOTE ? Optional.empty() : Tokens.nearest(word, known);
    }

    private void report(Position position, String message) {
        report(position, message, null);
    }

    private void report(Position position, String message, @Nullable String suggestion) {
        problems.report(position, "", message, suggestion);
    }
}
