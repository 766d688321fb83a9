package org.cookiepolicy.rules.drl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A condition of a fact whose names and types are understood. */
sealed interface Condition {
    /** How the compiler gets to see it. */
    String text();

    /**
     * Whether a fact meets it.
     *
     * @return the answer; empty when it takes more than the fact to tell
     */
    Optional<Boolean> test(Object fact);

    /** All of them are met. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public String text() {
            return joined(parts, " && ");
        }

        @Override
        public Optional<Boolean> test(Object fact) {
            return decided(parts, fact, false);
        }
    }

    /** One of them at least is met. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public String text() {
            return joined(parts, " || ");
        }

        @Override
        public Optional<Boolean> test(Object fact) {
            return decided(parts, fact, true);
        }
    }

    /** It is not met. */
    record Not(Condition inner) implements Condition {
        @Override
        public String text() {
            String text = inner.text();
            return inner instanceof Compare ? "!( " + text + " )" : "!" + text;
        }

        @Override
        public Optional<Boolean> test(Object fact) {
            return inner.test(fact).map(met -> !met);
        }
    }

    /** A value is true. */
    record Holds(Term term) implements Condition {
        @Override
        public String text() {
            return term.text();
        }

        @Override
        public Optional<Boolean> test(Object fact) {
            return term.value(fact).map(Boolean.TRUE::equals);
        }
    }

    /** Two values are compared. */
    record Compare(Term left, String operator, Term right) implements Condition {
        @Override
        public String text() {
            return left.text() + " " + operator + " " + right.text();
        }

        @Override
        public Optional<Boolean> test(Object fact) {
            Optional<Object> one = left.value(fact);
            Optional<Object> other = right.value(fact);
            if (one.isEmpty() || other.isEmpty()) {
                return Optional.empty();
            }
            if (left.type() == Type.Simple.NUMBER) {
                return Optional.of(
                        isOrdered(
                                Long.compare(
                                        ((Number) one.get()).longValue(),
                                        ((Number) other.get()).longValue())));
            }
            return Optional.of(one.get().equals(other.get()) == operator.equals("=="));
        }

        private boolean isOrdered(int order) {
            return switch (operator) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream().map(Condition::text).collect(Collectors.joining(sign, "( ", " )"));
    }

    /** The deciding answer when a part gives it, the other when all do, and none otherwise. */
    private static Optional<Boolean> decided(List<Condition> parts, Object fact, boolean deciding) {
        boolean open = false;
        for (Condition part : parts) {
            Optional<Boolean> met = part.test(fact);
            if (met.isPresent() && met.get() == deciding) {
                return Optional.of(deciding);
            }
            open |= met.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!deciding);
    }
}
