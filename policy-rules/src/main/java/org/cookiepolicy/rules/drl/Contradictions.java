package org.cookiepolicy.rules.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that can never be met together, by the values they leave to each part of a fact.
 * It takes the answers of methods as they come, and does not know that one may follow from another.
 */
final class Contradictions {
    /** Where it takes more than this to tell, conditions count as fitting together. */
    private static final int MOST_STEPS = 5_000;

    private int steps;

    /** What a part of a fact may be. */
    private record Domain(
            @Nullable Set<Object> allowed, Set<Object> refused, long lowest, long highest) {
        static final Domain ALL = new Domain(null, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);

        Domain and(Domain other) {
            Set<Object> both = allowed == null ? other.allowed : new HashSet<>(allowed);
            if (both != null && allowed != null && other.allowed != null) {
                both.retainAll(other.allowed);
            }
            Set<Object> none = new HashSet<>(refused);
            none.addAll(other.refused);
            return new Domain(
                    both, none, Math.max(lowest, other.lowest), Math.min(highest, other.highest));
        }

        boolean isEmpty() {
            if (lowest > highest) {
                return true;
            }
            if (allowed != null) {
                return allowed.stream().noneMatch(value -> !refused.contains(value) && fits(value));
            }
            // As many numbers as this are not refused one by one.
            if (lowest == Long.MIN_VALUE
                    || highest == Long.MAX_VALUE
                    || highest - lowest >= refused.size()) {
                return false;
            }
            for (long number = lowest; number <= highest; number++) {
                if (!refused.contains(number)) {
                    return false;
                }
            }
            return true;
        }

        private boolean fits(Object value) {
            return !(value instanceof Long number) || (number >= lowest && number <= highest);
        }
    }

    /** Whether conditions can all be met by one fact. */
    static boolean fit(List<Condition> conditions) {
        return new Contradictions()
                .ways(new Condition.All(conditions), true)
                .map(ways -> !ways.isEmpty())
                .orElse(true);
    }

    /** Whether a condition is met by whatever fact. */
    static boolean isAlwaysMet(Condition condition) {
        return new Contradictions().ways(condition, false).map(List::isEmpty).orElse(false);
    }

    /** The ways in which a condition is met or not; empty when there are too many. */
    private Optional<List<Map<String, Domain>>> ways(Condition condition, boolean met) {
        if (condition instanceof Condition.Not not) {
            return ways(not.inner(), !met);
        }
        if (condition instanceof Condition.All all) {
            return met ? product(all.parts(), true) : sum(all.parts(), false);
        }
        if (condition instanceof Condition.Any any) {
            return met ? sum(any.parts(), true) : product(any.parts(), false);
        }
        Map<String, Domain> way =
                condition instanceof Condition.Compare compare
                        ? compared(compare, met)
                        : Map.of(((Condition.Holds) condition).term().text(), only(met));
        return Optional.of(isPossible(way) ? List.of(way) : List.of());
    }

    private static boolean isPossible(Map<String, Domain> way) {
        return way.values().stream().noneMatch(Domain::isEmpty);
    }

    private Optional<List<Map<String, Domain>>> sum(List<Condition> parts, boolean met) {
        List<Map<String, Domain>> sum = new ArrayList<>();
        for (Condition part : parts) {
            Optional<List<Map<String, Domain>>> ways = ways(part, met);
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            sum.addAll(ways.get());
        }
        return Optional.of(sum);
    }

    private Optional<List<Map<String, Domain>>> product(List<Condition> parts, boolean met) {
        List<Map<String, Domain>> product = List.of(Map.of());
        for (Condition part : parts) {
            Optional<List<Map<String, Domain>>> ways = ways(part, met);
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            List<Map<String, Domain>> next = new ArrayList<>();
            for (Map<String, Domain> one : product) {
                for (Map<String, Domain> other : ways.get()) {
                    if (++steps > MOST_STEPS) {
                        return Optional.empty();
                    }
                    Map<String, Domain> both = new HashMap<>(one);
                    other.forEach((key, domain) -> both.merge(key, domain, Domain::and));
                    if (isPossible(both)) {
                        next.add(both);
                    }
                }
            }
            product = next;
        }
        return Optional.of(product);
    }

    private static Domain only(Object value) {
        return new Domain(Set.of(value), Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Map<String, Domain> compared(Condition.Compare compare, boolean met) {
        String operator = met ? compare.operator() : opposite(compare.operator());
        if (compare.right() instanceof Term.Constant constant) {
            Domain domain = domain(operator, constant.of());
            return Map.of(compare.left().text(), domain.and(universe(compare.left().type())));
        }
        String left = compare.left().text();
        String right = compare.right().text();
        return switch (operator) {
            case "==", "!=" -> {
                boolean inOrder = left.compareTo(right) < 0;
                String key = inOrder ? left + " == " + right : right + " == " + left;
                yield Map.of(key, only(operator.equals("==")));
            }
            case "<" -> Map.of(left + " < " + right, only(true));
            case ">=" -> Map.of(left + " < " + right, only(false));
            case ">" -> Map.of(right + " < " + left, only(true));
            default -> Map.of(right + " < " + left, only(false));
        };
    }

    private static Domain domain(String operator, Object value) {
        if (operator.equals("==")) {
            return only(value);
        }
        if (operator.equals("!=")) {
            return new Domain(null, Set.of(value), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long number = (Long) value;
        return switch (operator) {
            case "<" -> new Domain(null, Set.of(), Long.MIN_VALUE, number - 1);
            case "<=" -> new Domain(null, Set.of(), Long.MIN_VALUE, number);
            case ">" -> new Domain(null, Set.of(), number + 1, Long.MAX_VALUE);
            default -> new Domain(null, Set.of(), number, Long.MAX_VALUE);
        };
    }

    private static Domain universe(Type type) {
        if (type == Type.Simple.TRUTH) {
            return new Domain(Set.of(true, false), Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type instanceof Type.Named named && named.of().isEnum()) {
            Object[] constants = Objects.requireNonNull(named.of().getEnumConstants());
            Set<Object> all = new HashSet<>(Arrays.asList(constants));
            return new Domain(all, Set.of(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return Domain.ALL;
    }

    private static String opposite(String operator) {
        return switch (operator) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> ">=";
            case ">=" -> "<";
            case ">" -> "<=";
            default -> ">";
        };
    }
}
