package org.cookiepolicy.rules.workbench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says of a set of cases, in which facts have one class of values each, which they are in few
 * words: as cubes, in each of which every fact may have some of its classes.
 *
 * <p>A cube is grown from one case, fact by fact, by every class with which no other case comes in.
 */
final class Cubes {
    /** From how many cases a cube is grown to find the largest, about. */
    private static final int MOST_SEEDS = 16;

    private final List<Fact> facts;
    private final List<int[]> cases;

    /** For each fact and class, the cases that have it. */
    private final List<List<BitSet>> having = new ArrayList<>();

    /**
     * Creates a view of some cases.
     *
     * @param facts the facts
     * @param cases each the class of every fact
     */
    Cubes(List<Fact> facts, List<int[]> cases) {
        this.facts = List.copyOf(facts);
        this.cases = List.copyOf(cases);
        for (Fact fact : facts) {
            having.add(fact.values().stream().map(value -> new BitSet(cases.size())).toList());
        }
        for (int c = 0; c < cases.size(); c++) {
            for (int f = 0; f < facts.size(); f++) {
                having.get(f).get(cases.get(c)[f]).set(c);
            }
        }
    }

    /**
     * Some of the classes of each fact.
     *
     * @param classes for each fact the classes
     * @param fresh the cases that are in this cube and in none before it
     */
    record Cube(List<BitSet> classes, BitSet fresh) {
        Cube {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Covers cases.
     *
     * @param wanted the cases to cover, and no others
     * @return cubes that hold all of them and no other case, the largest first
     */
    List<Cube> cover(BitSet wanted) {
        List<Cube> cubes = new ArrayList<>();
        BitSet others = new BitSet(cases.size());
        others.set(0, cases.size());
        others.andNot(wanted);
        BitSet left = (BitSet) wanted.clone();
        while (!left.isEmpty()) {
            Cube best = null;
            int step = Math.max(1, left.cardinality() / MOST_SEEDS);
            int next = 0;
            for (int seed = left.nextSetBit(0); seed >= 0; seed = left.nextSetBit(seed + 1)) {
                if (next++ % step != 0) {
                    continue;
                }
                for (List<Integer> order : orders()) {
                    List<BitSet> grown = grow(seed, wanted, others, order);
                    BitSet fresh = in(grown);
                    fresh.and(left);
                    if (best == null || fresh.cardinality() > best.fresh().cardinality()) {
                        best = new Cube(grown, fresh);
                    }
                }
            }
            if (best == null) {
                throw new IllegalStateException("a cube holds the case it was grown from");
            }
            cubes.add(best);
            left.andNot(best.fresh());
        }
        return cubes;
    }

    /** In which order facts are freed: what was told and chosen first, or last. */
    private List<List<Integer>> orders() {
        List<Integer> all = IntStream.range(0, facts.size()).boxed().toList();
        List<Integer> coreLast =
                all.stream()
                        .sorted(Comparator.comparing((Integer f) -> facts.get(f).isCore()))
                        .toList();
        List<Integer> fewFirst =
                all.stream()
                        .sorted(Comparator.comparing((Integer f) -> facts.get(f).values().size()))
                        .toList();
        return List.of(coreLast, all, fewFirst);
    }

    private List<BitSet> grow(int seed, BitSet wanted, BitSet others, List<Integer> order) {
        List<BitSet> grown = new ArrayList<>();
        for (int value : cases.get(seed)) {
            BitSet one = new BitSet();
            one.set(value);
            grown.add(one);
        }
        for (int fact : order) {
            BitSet rest = in(grown, fact);
            for (int value = 0; value < facts.get(fact).values().size(); value++) {
                if (!grown.get(fact).get(value)) {
                    BitSet more = (BitSet) rest.clone();
                    more.and(having.get(fact).get(value));
                    if (!more.intersects(others) && more.intersects(wanted)) {
                        grown.get(fact).set(value);
                    }
                }
            }
        }
        return grown;
    }

    /** The cases in a cube. */
    BitSet in(List<BitSet> classes) {
        return in(classes, -1);
    }

    private BitSet in(List<BitSet> classes, int but) {
        BitSet in = new BitSet(cases.size());
        in.set(0, cases.size());
        for (int fact = 0; fact < facts.size(); fact++) {
            boolean free = classes.get(fact).cardinality() == facts.get(fact).values().size();
            if (fact != but && !free) {
                BitSet any = new BitSet(cases.size());
                for (int v = classes.get(fact).nextSetBit(0);
                        v >= 0;
                        v = classes.get(fact).nextSetBit(v + 1)) {
                    any.or(having.get(fact).get(v));
                }
                in.and(any);
            }
        }
        return in;
    }
}
