package org.cookiepolicy.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problems;
import org.cookiepolicy.rules.drl.Syntax.Action;
import org.cookiepolicy.rules.drl.Syntax.Binding;
import org.cookiepolicy.rules.drl.Syntax.Comparison;
import org.cookiepolicy.rules.drl.Syntax.Constraint;
import org.cookiepolicy.rules.drl.Syntax.Expression;
import org.cookiepolicy.rules.drl.Syntax.Literal;
import org.cookiepolicy.rules.drl.Syntax.Name;
import org.cookiepolicy.rules.drl.Syntax.Path;
import org.cookiepolicy.rules.drl.Syntax.Pattern;
import org.cookiepolicy.rules.drl.Syntax.Quantifier;
import org.cookiepolicy.rules.drl.Syntax.Rule;
import org.cookiepolicy.rules.drl.Syntax.Step;
import org.cookiepolicy.rules.drl.Syntax.Value;
import org.cookiepolicy.rules.drl.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a rule file. After something that is not in the grammar it goes on where the
 * next constraint, condition, statement or rule begins, so that an author learns everything at
 * once.
 */
final class Parser {
    /** Deeper nesting would overflow the stack of whoever reads it. */
    private static final int DEEPEST = 20;

    private static final int MOST_VALUES = 200;
    private static final int LONGEST_PATH = 8;
    private static final Set<String> STARTS =
            Set.of("package", "import", "global", "rule", "query", "function", "declare");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORD_OPERATORS = Set.of("in", "contains", "memberOf");

    private final List<Token> tokens;
    private final Problems problems;
    private final String packageName;
    private final String globalName;
    private int at;
    private int depth;
    private int values;
    private boolean packageSeen;
    private final List<Name> imports = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Name global;

    /** Thrown after a problem was reported, up to where reading goes on. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    Parser(List<Token> tokens, String packageName, String globalName, Problems problems) {
        this.tokens = tokens;
        this.packageName = packageName;
        this.globalName = globalName;
        this.problems = problems;
    }

    Syntax.File file() {
        while (peek().kind() != Kind.END) {
            int before = at;
            try {
                statement();
            } catch (Unreadable e) {
                skipToStatement(before);
            }
        }
        if (!packageSeen) {
            problems.report(
                    new Position(1, 1),
                    "",
                    "the package is missing; write `package " + packageName + "`");
        }
        return new Syntax.File(imports, global, rules);
    }

    private void statement() throws Unreadable {
        Token word = next();
        switch (word.kind() == Kind.WORD ? word.text() : "") {
            case "package" -> packageStatement(word);
            case "import" -> importStatement();
            case "global" -> globalStatement(word);
            case "rule" -> rule();
            default -> {
                String written = hyphenated(word);
                throw refuse(
                        word.position(),
                        Refusals.statement(written)
                                .map(reason -> "`" + written + "` is not allowed: " + reason)
                                .orElse(
                                        "expected `import`, `global` or `rule`, found "
                                                + word.written()));
            }
        }
    }

    private void packageStatement(Token word) throws Unreadable {
        Name name = qualifiedName();
        skip(";");
        if (packageSeen) {
            throw refuse(word.position(), "the package stands there twice");
        }
        packageSeen = true;
        if (!name.text().equals(packageName)) {
            throw refuse(name.position(), "the package has to be `" + packageName + "`");
        }
    }

    private void importStatement() throws Unreadable {
        if (peek().is("static") || peek().is("function")) {
            Token word = next();
            throw refuse(
                    word.position(),
                    "`import "
                            + word.text()
                            + "` is not allowed: rules call methods of facts only");
        }
        if (peek().is("accumulate") || peek().is("acc")) {
            throw refuse(
                    peek().position(),
                    "`"
                            + peek().text()
                            + "` is not allowed: "
                            + Refusals.condition("acc").orElse(""));
        }
        Name name = qualifiedName();
        if (peek().is(".") || peek().is("*")) {
            throw refuse(
                    name.position(),
                    "each class is imported by itself, so that every name is seen");
        }
        skip(";");
        imports.add(name);
    }

    private void globalStatement(Token word) throws Unreadable {
        Name type = qualifiedName();
        Name name = word("the name of the global");
        skip(";");
        if (global != null) {
            throw refuse(word.position(), "the global stands there twice");
        }
        global = name;
        if (!name.text().equals(globalName) || !type.text().equals(capitalised(globalName))) {
            throw refuse(
                    type.position(),
                    "the only global is `" + capitalised(globalName) + " " + globalName + "`");
        }
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private Name qualifiedName() throws Unreadable {
        Name first = word("a name");
        StringBuilder name = new StringBuilder(first.text());
        while (peek().is(".") && peek(1).kind() == Kind.WORD) {
            next();
            name.append('.').append(next().text());
        }
        return new Name(name.toString(), first.position());
    }

    private void rule() throws Unreadable {
        Token name = peek();
        if (name.kind() != Kind.TEXT) {
            throw refuse(
                    name.position(),
                    "expected the name of the rule in double quotes, found " + name.written());
        }
        next();
        if (name.text().isBlank()) {
            report(name.position(), "a rule needs a name");
        }
        header();
        boolean readable = true;
        List<Pattern> patterns = new ArrayList<>();
        while (!endsConditions()) {
            values = 0;
            int before = at;
            try {
                patterns.add(condition());
                refuseAsCondition();
            } catch (Unreadable e) {
                readable = false;
                skipToCondition(before);
            }
        }
        expect("then");
        if (peek().is("[")) {
            report(peek().position(), "`then[...]` is not allowed: a rule has one consequence");
            skipPast("]");
        }
        List<Action> actions = new ArrayList<>();
        while (!peek().is("end")) {
            if (isRuleStart() || peek().kind() == Kind.END) {
                throw refuse(peek().position(), "expected `end`, found " + peek().written());
            }
            int before = at;
            try {
                actions.add(action());
            } catch (Unreadable e) {
                readable = false;
                skipStatement(before);
            }
        }
        Position end = next().position();
        skip(";");
        rules.add(
                new Rule(new Name(name.text(), name.position()), patterns, actions, end, readable));
    }

    private boolean isRuleStart() {
        return peek().first() && peek().is("rule");
    }

    private boolean endsConditions() {
        return peek().is("then") || peek().is("end") || peek().kind() == Kind.END || isRuleStart();
    }

    /** Everything between the name of a rule and its conditions is refused. */
    private void header() throws Unreadable {
        while (!peek().is("when")) {
            if (endsConditions()) {
                throw refuse(peek().position(), "expected `when`, found " + peek().written());
            }
            Token token = next();
            if (token.is("@")) {
                Token name = next();
                report(
                        token.position(),
                        "`@"
                                + name.text()
                                + "` is not allowed: rules have no metadata; days, links and"
                                + " citations stand in the register");
                if (peek().is("(")) {
                    skipBrackets();
                }
                continue;
            }
            String written = hyphenated(token);
            report(
                    token.position(),
                    Refusals.attribute(written)
                            .map(reason -> "`" + written + "` is not allowed: " + reason)
                            .orElse("expected `when`, found " + token.written()));
            while (!peek().is("when")
                    && !peek().is("@")
                    && !endsConditions()
                    && Refusals.attribute(peekHyphenated()).isEmpty()) {
                next();
            }
        }
        next();
    }

    private Pattern condition() throws Unreadable {
        Token token = peek();
        if (token.is("not") || token.is("exists")) {
            next();
            boolean brackets = peek().is("(");
            if (brackets) {
                next();
            }
            if (peek().kind() == Kind.VARIABLE) {
                throw refuse(
                        peek().position(),
                        "`"
                                + token.text()
                                + "` has no variable, for there is no one fact it is about");
            }
            Quantifier quantifier = token.is("not") ? Quantifier.NOT : Quantifier.EXISTS;
            Pattern pattern = pattern(quantifier, token.position(), null);
            if (brackets) {
                refuseAsCondition();
                expect(")");
            }
            return pattern;
        }
        Name variable = null;
        if (token.kind() == Kind.VARIABLE) {
            variable = variable();
            if (peek().is(":=")) {
                throw refuse(peek().position(), "`:=` is not allowed; write `:`");
            }
            expect(":");
        }
        return pattern(Quantifier.EACH, token.position(), variable);
    }

    /** Refuses what Drools would take for a condition, or for the rest of one. */
    private void refuseAsCondition() throws Unreadable {
        Token token = peek();
        Optional<String> reason =
                token.kind() == Kind.WORD || token.kind() == Kind.SIGN
                        ? Refusals.condition(token.text())
                        : Optional.empty();
        if (reason.isPresent()) {
            throw refuse(
                    token.position(), "`" + token.text() + "` is not allowed: " + reason.get());
        }
    }

    private Pattern pattern(Quantifier quantifier, Position position, @Nullable Name variable)
            throws Unreadable {
        refuseAsCondition();
        Name fact = word("a fact such as `Law( ... )`");
        if (peek().is(".") || peek().is("[") || peek().is("<")) {
            throw refuse(fact.position(), "a fact is named by its class alone, which is imported");
        }
        expect("(");
        List<Constraint> constraints = new ArrayList<>();
        boolean more = !peek().is(")");
        while (more) {
            int before = at;
            try {
                Constraint constraint = constraint();
                if (!peek().is(",") && !peek().is(")")) {
                    throw unexpected("`,` or `)`");
                }
                constraints.add(constraint);
            } catch (Unreadable e) {
                skipConstraint(before);
            }
            more = peek().is(",");
            if (more) {
                next();
            }
        }
        expect(")");
        return new Pattern(quantifier, position, variable, fact, constraints);
    }

    private Constraint constraint() throws Unreadable {
        if (peek().kind() == Kind.VARIABLE && peek(1).is(":")) {
            Name variable = variable();
            next();
            return new Binding(variable, value());
        }
        return or();
    }

    private Expression or() throws Unreadable {
        Expression left = and();
        while (peek().is("||")) {
            next();
            left = new Syntax.Or(left, and());
        }
        return left;
    }

    private Expression and() throws Unreadable {
        Expression left = unary();
        while (peek().is("&&")) {
            next();
            left = new Syntax.And(left, unary());
        }
        return left;
    }

    private Expression unary() throws Unreadable {
        Token token = peek();
        if (token.is("!")) {
            next();
            nest(token);
            Expression inner =
                    peek().is("(") || peek().is("!") ? unary() : new Syntax.Plain(value());
            depth--;
            if (COMPARISONS.contains(peek().text()) || WORD_OPERATORS.contains(peek().text())) {
                throw refuse(
                        token.position(),
                        "what `!` denies is a comparison and has to stand in brackets");
            }
            return new Syntax.Not(inner, token.position());
        }
        if (token.is("(")) {
            next();
            nest(token);
            Expression inner = or();
            depth--;
            if (!peek().is(")")) {
                throw unexpected("`)`");
            }
            next();
            return inner;
        }
        return comparison();
    }

    private void nest(Token token) throws Unreadable {
        if (++depth > DEEPEST) {
            depth = 0;
            throw refuse(token.position(), "brackets stand more than " + DEEPEST + " deep");
        }
    }

    private Expression comparison() throws Unreadable {
        Value left = value();
        Token operator = peek();
        if (operator.kind() == Kind.SIGN && COMPARISONS.contains(operator.text())) {
            next();
            Value right = value();
            if (COMPARISONS.contains(peek().text())) {
                throw refuse(peek().position(), "one comparison at a time; join them with `&&`");
            }
            return new Comparison(left, operator.text(), operator.position(), List.of(right));
        }
        if (operator.kind() != Kind.WORD) {
            return new Syntax.Plain(left);
        }
        next();
        boolean denied = operator.is("not");
        Token word = denied ? next() : operator;
        String written = denied ? "not " + word.text() : word.text();
        if (!WORD_OPERATORS.contains(word.text())) {
            throw refuse(
                    operator.position(),
                    "`" + written + "` is not allowed: " + operatorReason(word));
        }
        List<Value> right = word.is("in") ? list(word) : List.of(value());
        return new Comparison(left, written, operator.position(), right);
    }

    private static String operatorReason(Token word) {
        return Refusals.operator(word.text())
                .orElseGet(
                        () ->
                                "it is no operator; "
                                        + Refusals.operator("matches")
                                                .orElse("")
                                                .replaceFirst("^.*; ", ""));
    }

    private List<Value> list(Token in) throws Unreadable {
        if (!peek().is("(")) {
            throw unexpected("`(`");
        }
        next();
        if (peek().is(")")) {
            throw refuse(in.position(), "nothing is ever `in ( )`: the list is empty");
        }
        List<Value> values = new ArrayList<>(List.of(value()));
        while (peek().is(",")) {
            next();
            values.add(value());
        }
        if (!peek().is(")")) {
            throw unexpected("`,` or `)`");
        }
        next();
        return values;
    }

    private Value value() throws Unreadable {
        Token token = peek();
        if (++values > MOST_VALUES) {
            throw refuse(
                    token.position(),
                    "the condition has more than " + MOST_VALUES + " values in it");
        }
        return switch (token.kind()) {
            case TEXT -> {
                next();
                yield new Literal(token.text(), token.position());
            }
            case NUMBER -> {
                next();
                yield new Literal(number(token, ""), token.position());
            }
            case WORD, VARIABLE -> word(token);
            case SIGN -> {
                if (!token.is("-") || peek(1).kind() != Kind.NUMBER) {
                    throw unexpected("a value");
                }
                next();
                yield new Literal(number(next(), "-"), token.position());
            }
            case END -> throw unexpected("a value");
        };
    }

    private Value word(Token token) throws Unreadable {
        if (token.is("true") || token.is("false")) {
            next();
            return new Literal(Boolean.valueOf(token.text()), token.position());
        }
        return path();
    }

    private Long number(Token token, String sign) throws Unreadable {
        if (!token.text().matches("0|[1-9][0-9]{0,8}")) {
            throw refuse(
                    token.position(),
                    Problems.quote(token.text()) + " is not a whole number of at most nine digits");
        }
        return Long.valueOf(sign + token.text());
    }

    private Path path() throws Unreadable {
        List<Step> steps = new ArrayList<>();
        boolean more = true;
        while (more) {
            Token name = next();
            Name written = new Name(name.text(), name.position());
            Optional<String> reason = Refusals.word(name.text());
            boolean named =
                    name.kind() == Kind.WORD || (name.kind() == Kind.VARIABLE && steps.isEmpty());
            if (!named) {
                at--;
                throw unexpected("a name");
            }
            if (reason.isPresent() && !(steps.size() > 0 && name.is("empty"))) {
                throw refuse(
                        name.position(), "`" + name.text() + "` is not allowed: " + reason.get());
            }
            steps.add(new Step(written, peek().is("(") ? arguments() : null));
            if (steps.size() > LONGEST_PATH) {
                throw refuse(name.position(), "a path has at most " + LONGEST_PATH + " steps");
            }
            more = peek().is(".");
            if (more) {
                next();
            }
        }
        return new Path(steps);
    }

    private List<Value> arguments() throws Unreadable {
        Token bracket = next();
        nest(bracket);
        List<Value> arguments = new ArrayList<>();
        boolean more = !peek().is(")");
        while (more) {
            arguments.add(value());
            more = peek().is(",");
            if (more) {
                next();
            }
        }
        depth--;
        if (!peek().is(")")) {
            throw unexpected("`,` or `)`");
        }
        next();
        return arguments;
    }

    private Action action() throws Unreadable {
        values = 0;
        depth = 0;
        Token first = peek();
        if (!(first.is(globalName) && peek(1).is("."))) {
            throw refuseStatement();
        }
        next();
        next();
        Name method = word("a method of `" + globalName + "`");
        if (!peek().is("(")) {
            throw unexpected("`(`");
        }
        List<Value> arguments = arguments();
        if (!peek().is(";")) {
            Position bracket = tokens.get(at - 1).position();
            throw refuse(
                    new Position(bracket.line(), bracket.column() + 1),
                    "expected `;`, found " + peek().written());
        }
        next();
        return new Action(new Name(first.text(), first.position()), method, arguments);
    }

    private Unreadable refuseStatement() {
        Token first = peek();
        int look = at;
        while (tokens.get(look).kind() != Kind.END && !tokens.get(look).is(";")) {
            Token token = tokens.get(look);
            if (look > at && token.first() && (token.is("end") || token.is("rule"))) {
                break;
            }
            Optional<String> reason =
                    token.kind() == Kind.WORD ? Refusals.word(token.text()) : Optional.empty();
            if (reason.isPresent()) {
                return refuse(
                        token.position(), "`" + token.text() + "` is not allowed: " + reason.get());
            }
            look++;
        }
        return refuse(
                first.position(),
                "a rule only adds findings: expected `"
                        + globalName
                        + ".method( ... );`, found "
                        + first.written());
    }

    private Name variable() throws Unreadable {
        Token token = next();
        if (!token.text().matches("\\$[a-z][A-Za-z0-9]{0,40}")) {
            throw refuse(
                    token.position(),
                    Problems.quote(token.text())
                            + " is no name of a variable, such as `$law`: `$`, a small letter, then"
                            + " letters and digits");
        }
        return new Name(token.text(), token.position());
    }

    private Name word(String expected) throws Unreadable {
        Token token = peek();
        if (token.kind() != Kind.WORD) {
            throw unexpected(expected);
        }
        next();
        return new Name(token.text(), token.position());
    }

    private void expect(String sign) throws Unreadable {
        if (!peek().is(sign)) {
            throw unexpected("`" + sign + "`");
        }
        next();
    }

    private void skip(String sign) {
        if (peek().is(sign)) {
            next();
        }
    }

    private Unreadable unexpected(String expected) {
        Token token = peek();
        Optional<String> reason =
                token.kind() == Kind.SIGN || token.kind() == Kind.WORD
                        ? Refusals.operator(token.text())
                        : Optional.empty();
        return refuse(
                token.position(),
                reason.map(why -> "`" + token.text() + "` is not allowed: " + why)
                        .orElse("expected " + expected + ", found " + token.written()));
    }

    private Unreadable refuse(Position position, String message) {
        report(position, message);
        return new Unreadable();
    }

    private void report(Position position, String message) {
        problems.report(position, "", message);
    }

    private Token peek() {
        return peek(0);
    }

    private Token peek(int further) {
        return tokens.get(Math.min(at + further, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** The word that was just read, with what is hyphened to it, such as {@code no-loop}. */
    private String hyphenated(Token word) {
        StringBuilder written = new StringBuilder(word.text());
        while (peek().is("-") && peek().close() && peek(1).kind() == Kind.WORD && peek(1).close()) {
            next();
            written.append('-').append(next().text());
        }
        return written.toString();
    }

    private String peekHyphenated() {
        int before = at;
        String written = hyphenated(next());
        at = before;
        return written;
    }

    private void skipToStatement(int before) {
        at = Math.max(at, before + 1);
        while (peek().kind() != Kind.END && !(peek().first() && STARTS.contains(peek().text()))) {
            next();
        }
    }

    private void skipToCondition(int before) {
        at = Math.max(at, before + 1);
        depth = 0;
        while (!endsConditions()) {
            boolean begins =
                    peek().is("not")
                            || peek().is("exists")
                            || peek().kind() == Kind.VARIABLE
                            || (peek().kind() == Kind.WORD && peek(1).is("("));
            if (peek().first() && begins) {
                return;
            }
            next();
        }
    }

    private void skipConstraint(int before) throws Unreadable {
        at = before;
        depth = 0;
        int open = 0;
        while (!(open == 0 && (peek().is(",") || peek().is(")")))) {
            if (endsConditions() && (peek().first() || peek().kind() == Kind.END)) {
                throw new Unreadable();
            }
            if (peek().is("(") || peek().is("[") || peek().is("{")) {
                open++;
            } else if ((peek().is(")") || peek().is("]") || peek().is("}")) && open > 0) {
                open--;
            }
            next();
        }
    }

    private void skipStatement(int before) {
        at = before;
        depth = 0;
        int open = 0;
        boolean more = true;
        while (more && peek().kind() != Kind.END && !isRuleStart()) {
            Token token = next();
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open--;
            }
            boolean ends = peek().first() && (open <= 0 || peek().is("end"));
            more = !ends && !(token.is(";") && open <= 0);
        }
    }

    private void skipPast(String sign) {
        boolean more = true;
        while (more && peek().kind() != Kind.END && !peek().first()) {
            more = !next().is(sign);
        }
    }

    private void skipBrackets() {
        int open = 0;
        do {
            Token token = next();
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (open > 0 && peek().kind() != Kind.END);
    }
}
