package org.cookiepolicy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Benchmark;

/** The benchmarks run; how fast, the profile {@code benchmarks} measures. */
class BenchmarksTest {
    @TestFactory
    Stream<DynamicTest> each_benchmark_gives_a_result() {
        DecisionBenchmark decisions = new DecisionBenchmark();
        decisions.prepare();
        LoadBenchmark loading = new LoadBenchmark();
        loading.prepare();
        return Stream.of(decisions, loading)
                .flatMap(
                        benchmark ->
                                Stream.of(benchmark.getClass().getMethods())
                                        .filter(m -> m.isAnnotationPresent(Benchmark.class))
                                        .map(method -> test(benchmark, method)));
    }

    private static DynamicTest test(Object benchmark, Method method) {
        return DynamicTest.dynamicTest(
                benchmark.getClass().getSimpleName() + "." + method.getName(),
                () -> assertThat(method.invoke(benchmark)).isNotNull());
    }

    @Test
    void loading_several_times_the_law_takes_no_more_than_so_many_times_the_work() {
        // Bytes allocated are the same on every machine, however busy, as time is not.
        allocated(LoadBenchmark.multiplied(1));
        long once = allocated(LoadBenchmark.multiplied(1));
        long twice = allocated(LoadBenchmark.multiplied(2));
        long fourTimes = allocated(LoadBenchmark.multiplied(4));
        assertThat(twice - once).as("one more law").isPositive();
        assertThat(fourTimes - twice).as("two more laws").isLessThan(3 * (twice - once));
    }

    /** What all threads allocate: reading the register and compiling the rules have one each. */
    private static long allocated(List<LawFile> files) {
        long before = allocatedByNow();
        PolicyEngine engine = PolicyEngine.load(files);
        long after = allocatedByNow();
        assertThat(engine.register().provisions()).isNotEmpty();
        return after - before;
    }

    private static long allocatedByNow() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
