package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;

/**
 * The cases of cookies of some purposes under a pair of laws: every combination of the classes of
 * the facts where these are few enough, and otherwise those around what each changed provision asks
 * for.
 */
final class Table {
    /** How many further cases are tried at a time in the cubes of a table that is not complete. */
    private static final int PROBES = 200;

    /** How often cubes are drawn anew when a further case did not fit. */
    private static final int MOST_ROUNDS = 3;

    private final LawPair pair;
    private final Facts found;
    private final List<Fact> facts;
    private final Comparison comparison;
    private final List<int[]> cases = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Effect, BitSet> effects = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> causes = new HashMap<>();
    private Sampling sampling = Sampling.NONE;
    private long decided;
    private long state = 1;

    /**
     * Creates a table without cases.
     *
     * @param pair the laws
     * @param found the facts
     * @param comparison decides cases before and after what changed
     */
    Table(LawPair pair, Facts found, Comparison comparison) {
        this.pair = pair;
        this.found = found;
        this.facts = found.facts();
        this.comparison = comparison;
    }

    /** What was left out of a table, from nothing to most. */
    enum Sampling {
        /** Nothing. */
        NONE("every combination of the classes of all facts", 4, 99),
        /** Combinations of three further facts and more. */
        TWO_FURTHER(
                "every combination of choice, notice and the facts that changed provisions name, with"
                        + " every two further facts",
                2,
                2),
        /** Combinations of further facts. */
        ONE_FURTHER(
                "every combination of choice, notice and the facts that changed provisions name, with"
                        + " every further fact by itself",
                2,
                1),
        /** Combinations of three facts and more beside choice and notice. */
        TWO("every combination of choice and notice, with every two other facts", 1, 2),
        /** Combinations of other facts. */
        ONE("every combination of choice and notice, with every other fact by itself", 1, 1),
        /** Combinations of three facts and more. */
        PAIRS("every two facts", 0, 2),
        /** All combinations. */
        SINGLES("every fact by itself", 0, 1);

        private final String words;
        private final int free;
        private final int most;

        Sampling(String words, int free, int most) {
            this.words = words;
            this.free = free;
            this.most = most;
        }

        /** What was looked at, in words. */
        String words() {
            return words;
        }
    }

    LawPair pair() {
        return pair;
    }

    Set<Purpose> purposes() {
        return found.purposes();
    }

    Sampling sampling() {
        return sampling;
    }

    /** Whether the laws decide a case differently. */
    boolean isDiffering() {
        return !effects.isEmpty();
    }

    /** How many cases there are. */
    long size() {
        return cases.size();
    }

    /** How many of the cases were decided: the others are under the same law in both. */
    long decided() {
        return decided;
    }

    /** How many cases a complete table has. */
    long product() {
        long product = 1;
        for (Fact fact : facts) {
            product = Math.min(Long.MAX_VALUE / 1_000, product * fact.values().size());
        }
        return product;
    }

    /**
     * Decides the cases.
     *
     * @param most how many cases at most, about
     */
    void fill(long most) {
        if (product() <= most) {
            combine(new int[facts.size()], 0, this::add);
            return;
        }
        List<int[]> bases = bases();
        for (Sampling candidate : Sampling.values()) {
            boolean last = candidate == Sampling.SINGLES;
            if (candidate != Sampling.NONE && (last || count(candidate) * bases.size() <= most)) {
                sampling = candidate;
                for (int[] base : bases) {
                    vary(base, 0, candidate.most, candidate, this::add);
                }
                return;
            }
        }
    }

    /** What each changed provision asks for, and the plainest request. */
    private List<int[]> bases() {
        Map<String, int[]> bases = new LinkedHashMap<>();
        for (Provision provision : found.changed()) {
            int[] base =
                    facts.stream()
                            .mapToInt(
                                    fact ->
                                            Math.min(
                                                    fact.values().size() - 1,
                                                    fact.suited().applyAsInt(provision)))
                            .toArray();
            bases.putIfAbsent(code(base), base);
        }
        return List.copyOf(bases.values());
    }

    private boolean isFree(Fact fact, Sampling way) {
        return switch (way.free) {
            case 0 -> false;
            case 1 -> fact.isCore();
            case 2 -> fact.isCore() || found.changed().stream().anyMatch(fact.reads());
            default -> true;
        };
    }

    private double count(Sampling way) {
        double free = 1;
        double singles = 0;
        double squares = 0;
        for (Fact fact : facts) {
            int others = fact.values().size() - 1;
            if (isFree(fact, way)) {
                free *= others + 1;
            } else {
                singles += others;
                squares += (double) others * others;
            }
        }
        double pairs = way.most < 2 ? 0 : (singles * singles - squares) / 2;
        return free * (1 + singles + pairs);
    }

    private void combine(int[] values, int fact, Consumer<int[]> each) {
        if (fact == facts.size()) {
            each.accept(values.clone());
            return;
        }
        for (int value = 0; value < facts.get(fact).values().size(); value++) {
            values[fact] = value;
            combine(values, fact + 1, each);
        }
        values[fact] = 0;
    }

    private void vary(int[] values, int fact, int left, Sampling way, Consumer<int[]> each) {
        if (fact == facts.size()) {
            each.accept(values.clone());
            return;
        }
        int base = values[fact];
        boolean free = isFree(facts.get(fact), way);
        for (int value = 0; value < facts.get(fact).values().size(); value++) {
            if (value == base || free || left > 0) {
                values[fact] = value;
                vary(values, fact + 1, value == base || free ? left : left - 1, way, each);
            }
        }
        values[fact] = base;
    }

    private static String code(int[] values) {
        StringBuilder code = new StringBuilder(values.length);
        for (int value : values) {
            code.append((char) value);
        }
        return code.toString();
    }

    /** Decides a case unless it is known already. */
    private void add(int[] values) {
        if (!known.add(code(values))) {
            return;
        }
        int number = cases.size();
        cases.add(values);
        Request request = request(values);
        if (comparison.isSurelySame(request)) {
            return;
        }
        decided++;
        Optional<Witness> witness = comparison.decide(request);
        if (witness.isPresent()) {
            Effect effect = Effect.of(witness.get());
            effects.computeIfAbsent(effect, e -> new BitSet()).set(number);
            causes.put(number, causes(witness.get()));
        }
    }

    /** The request of a case. */
    Request request(int[] values) {
        Draft draft = found.draft();
        for (int fact = 0; fact < values.length; fact++) {
            facts.get(fact).values().get(values[fact]).set().accept(draft);
        }
        return draft.request();
    }

    /** The changed provisions on which one of the decisions rests in another way. */
    private Set<String> causes(Witness witness) {
        Set<Finding> old = findings(witness.before());
        Set<Finding> young = findings(witness.after());
        Set<String> changed = new HashSet<>();
        found.changed().forEach(provision -> changed.add(provision.id()));
        Set<String> causes = new TreeSet<>();
        old.stream()
                .filter(finding -> !young.contains(finding))
                .forEach(finding -> causes.add(finding.basis().provision()));
        young.stream()
                .filter(finding -> !old.contains(finding))
                .forEach(finding -> causes.add(finding.basis().provision()));
        causes.retainAll(changed);
        return causes;
    }

    private static Set<Finding> findings(Optional<Decision> decision) {
        return decision.map(made -> (Set<Finding>) new HashSet<>(made.findings())).orElse(Set.of());
    }

    /**
     * A cube of cases with the same effect.
     *
     * @param effect the effect
     * @param classes the classes of each fact
     * @param causes the provisions that made the difference
     * @param plainest the plainest case
     * @param cases how many cases
     */
    record Cell(
            Effect effect, List<BitSet> classes, Set<String> causes, Request plainest, long cases) {
        Cell {
            classes = List.copyOf(classes);
            causes = Set.copyOf(causes);
        }
    }

    /**
     * Describes the cases that differ.
     *
     * @return cubes of them, those of one effect in a row; further cases are decided, by which the
     *     cubes of a sampled table are tried
     */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int round = 0; !effects.isEmpty(); round++) {
            cells.clear();
            Cubes cubes = new Cubes(facts, cases);
            Map<List<BitSet>, Effect> drawn = new LinkedHashMap<>();
            effects.forEach(
                    (effect, numbers) -> {
                        for (Cubes.Cube cube : cubes.cover(numbers)) {
                            drawn.put(cube.classes(), effect);
                            cells.add(cell(effect, cube));
                        }
                    });
            if (sampling == Sampling.NONE || round >= MOST_ROUNDS || fits(drawn)) {
                break;
            }
        }
        return cells;
    }

    /** The facts that matter for the cases of a cube, by name. */
    Map<String, Affected.Condition> conditions(Cell cell) {
        Map<String, Affected.Condition> conditions = new LinkedHashMap<>();
        for (int f = 0; f < facts.size(); f++) {
            Fact fact = facts.get(f);
            BitSet some = cell.classes().get(f);
            if (some.cardinality() < fact.values().size()) {
                Set<String> labels = new TreeSet<>();
                some.stream().forEach(value -> labels.add(fact.values().get(value).label()));
                conditions.put(fact.name(), new Affected.Condition(labels, fact.words(some)));
            }
        }
        return conditions;
    }

    private Cell cell(Effect effect, Cubes.Cube cube) {
        int plainest = -1;
        Set<String> because = new TreeSet<>();
        for (int c = cube.fresh().nextSetBit(0); c >= 0; c = cube.fresh().nextSetBit(c + 1)) {
            because.addAll(causes.getOrDefault(c, Set.of()));
            if (plainest < 0 || weight(cases.get(c)) < weight(cases.get(plainest))) {
                plainest = c;
            }
        }
        return new Cell(
                effect,
                cube.classes(),
                because,
                request(cases.get(plainest)),
                cube.fresh().cardinality());
    }

    private static int weight(int[] values) {
        int weight = 0;
        for (int value : values) {
            weight += value == 0 ? 0 : 100 + value;
        }
        return weight;
    }

    /** Whether further cases in each cube have its effect; they are cases from then on. */
    private boolean fits(Map<List<BitSet>, Effect> drawn) {
        boolean fits = true;
        int probes = Math.max(1, PROBES / drawn.size());
        for (Map.Entry<List<BitSet>, Effect> cube : drawn.entrySet()) {
            for (int probe = 0; probe < probes; probe++) {
                int number = cases.size();
                add(within(cube.getKey()));
                boolean added = cases.size() > number;
                BitSet same = effects.getOrDefault(cube.getValue(), new BitSet());
                fits &= !added || same.get(number);
            }
        }
        return fits;
    }

    /** Some case in a cube; which one follows from how many were asked for before. */
    private int[] within(List<BitSet> classes) {
        return classes.stream()
                .mapToInt(
                        some -> {
                            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
                            int skip = (int) ((state >>> 33) % some.cardinality());
                            return some.stream().skip(skip).findFirst().orElseThrow();
                        })
                .toArray();
    }
}
