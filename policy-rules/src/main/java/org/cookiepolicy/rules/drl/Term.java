package org.cookiepolicy.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value in a rule whose names and types are understood. */
sealed interface Term {
    Type type();

    /** How the compiler gets to see it. Equal terms have equal text. */
    String text();

    /**
     * The value for a fact.
     *
     * @return the value; empty when it takes more than the fact to tell
     */
    Optional<Object> value(Object fact);

    /** Text, a number, a truth value or a constant of an enum. */
    record Constant(Object of, Type type) implements Term {
        @Override
        public String text() {
            if (of instanceof String) {
                return "\"" + of + "\"";
            }
            return of instanceof Enum<?> constant
                    ? constant.getDeclaringClass().getSimpleName() + "." + constant.name()
                    : of.toString();
        }

        @Override
        public Optional<Object> value(Object fact) {
            return Optional.of(of);
        }
    }

    /** What a variable stands for. */
    record Variable(String name, Type type) implements Term {
        @Override
        public String text() {
            return name;
        }

        @Override
        public Optional<Object> value(Object fact) {
            return Optional.empty();
        }
    }

    /** The fact that a pattern looks at. */
    record This(Type type) implements Term {
        @Override
        public String text() {
            return "this";
        }

        @Override
        public Optional<Object> value(Object fact) {
            return Optional.of(fact);
        }
    }

    /** The answer of a method. */
    record Call(Term target, Member member, List<Term> arguments) implements Term {
        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return member.result();
        }

        @Override
        public String text() {
            // A property of the fact itself is written as one, for Drools indexes such only.
            return target instanceof This && arguments.isEmpty()
                    ? member.property().orElseThrow()
                    : call();
        }

        private String call() {
            String before =
                    target instanceof This
                            ? ""
                            : (target instanceof Call inner ? inner.call() : target.text()) + ".";
            return before
                    + member.name()
                    + (arguments.isEmpty()
                            ? "()"
                            : arguments.stream()
                                    .map(Term::text)
                                    .collect(Collectors.joining(", ", "( ", " )")));
        }

        @Override
        public Optional<Object> value(Object fact) {
            List<Object> values = new ArrayList<>();
            for (Term argument : arguments) {
                argument.value(fact).ifPresent(values::add);
            }
            return values.size() < arguments.size()
                    ? Optional.empty()
                    : target.value(fact).map(value -> member.call(value, values));
        }
    }
}
