package org.cookiepolicy.rules.drl;

import java.util.List;
import java.util.stream.Collectors;
import org.cookiepolicy.document.Position;
import org.jspecify.annotations.Nullable;

/** The parts of a rule file as they are written; what the names mean is not known yet. */
final class Syntax {
    private Syntax() {}

    /** A name and where it stands. */
    record Name(String text, Position position) {}

    /** A whole file. */
    record File(List<Name> imports, @Nullable Name global, List<Rule> rules) {}

    /**
     * A rule.
     *
     * @param readable whether all of it was; otherwise what seems to lack may be there
     */
    record Rule(
            Name name,
            List<Pattern> patterns,
            List<Action> actions,
            Position end,
            boolean readable) {}

    /** Whether a fact has to be there, and whether the rule is about it. */
    enum Quantifier {
        /** The rule is about each such fact. */
        EACH,
        /** One such fact at least is there. */
        EXISTS,
        /** No such fact is there. */
        NOT
    }

    /** A fact that is looked for. */
    record Pattern(
            Quantifier quantifier,
            Position position,
            @Nullable Name variable,
            Name fact,
            List<Constraint> constraints) {}

    /** What is said of a fact. */
    sealed interface Constraint {}

    /** A name for a part of the fact. */
    record Binding(Name variable, Value value) implements Constraint {}

    /** Something that has to be true. */
    sealed interface Expression extends Constraint {
        Position position();
    }

    /** Both are true. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public Position position() {
            return left.position();
        }
    }

    /** One is true at least. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Position position() {
            return left.position();
        }
    }

    /** It is not true. */
    record Not(Expression inner, Position position) implements Expression {}

    /** A value that is true or false by itself. */
    record Plain(Value value) implements Expression {
        @Override
        public Position position() {
            return value.position();
        }
    }

    /** A value is compared with one other, or with several. */
    record Comparison(Value left, String operator, Position at, List<Value> right)
            implements Expression {
        @Override
        public Position position() {
            return left.position();
        }

        String text() {
            String list = right.stream().map(Value::text).collect(Collectors.joining(", "));
            boolean several = operator.endsWith("in");
            return left.text() + " " + operator + " " + (several ? "( " + list + " )" : list);
        }
    }

    /** A value. */
    sealed interface Value {
        Position position();

        /** How it is written. */
        String text();
    }

    /** Text, a number, or a truth value. */
    record Literal(Object value, Position position) implements Value {
        @Override
        public String text() {
            return value instanceof String ? "\"" + value + "\"" : value.toString();
        }
    }

    /** A way from a variable, from the fact, or to a constant. */
    record Path(List<Step> steps) implements Value {
        @Override
        public Position position() {
            return steps.get(0).name().position();
        }

        @Override
        public String text() {
            return steps.stream().map(Step::text).collect(Collectors.joining("."));
        }
    }

    /**
     * A step of a path.
     *
     * @param name the name
     * @param arguments what is given to it; null where there are no brackets
     */
    record Step(Name name, @Nullable List<Value> arguments) {
        String text() {
            return name.text()
                    + (arguments == null
                            ? ""
                            : arguments.stream()
                                    .map(Value::text)
                                    .collect(Collectors.joining(", ", "(", ")")));
        }
    }

    /** A finding that is added. */
    record Action(Name global, Name method, List<Value> arguments) {}
}
