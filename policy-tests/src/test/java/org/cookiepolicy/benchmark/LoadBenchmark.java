package org.cookiepolicy.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes a process that has just started to load the law, and several times as much. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {
    /** How many times the register. */
    @Param({"1", "2", "4"})
    public int times = 1;

    private List<LawFile> files = List.of();

    /** Reads the files. */
    @Setup
    public void prepare() {
        files = multiplied(times);
    }

    /** The shipped law, with every provision and instrument so many times under other names. */
    static List<LawFile> multiplied(int times) {
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : LawFile.shipped()) {
            files.add(file);
            boolean hasProvisions = !file.isRules() && file.text().contains("provisions:");
            for (int i = 2; hasProvisions && i <= times; i++) {
                String text =
                        file.text()
                                .replaceAll("(?m)^  - id: ([a-z][a-z0-9.-]*)$", "  - id: $1-x" + i)
                                .replaceAll("(instrument: )([a-z0-9-]+)", "$1$2-x" + i)
                                .replaceAll("(?ms)^groups:.*?(?=^[a-z]+:)", "");
                files.add(new LawFile("copy-" + i + "/" + file.name(), text));
            }
        }
        return files;
    }

    /** Reads, checks and compiles. */
    @Benchmark
    public PolicyEngine load() {
        return PolicyEngine.load(files);
    }
}
