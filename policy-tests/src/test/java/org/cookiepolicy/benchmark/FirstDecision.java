package org.cookiepolicy.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.PolicyEngine;

/**
 * How long a whole process takes from its start to its first decision, and how much memory the law
 * holds then. Starts itself several times and prints the medians.
 */
public final class FirstDecision {
    private FirstDecision() {}

    /**
     * Measures, or with the argument {@code once} is what is measured.
     *
     * @param arguments nothing, or {@code once}
     * @throws IOException when a process cannot be started
     * @throws InterruptedException when waiting for it is ended
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            once();
            return;
        }
        List<Long> millis = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        List<Long> loading = new ArrayList<>();
        for (int run = 0; run < 9; run++) {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    FirstDecision.class.getName(),
                                    "once")
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            String[] parts = said.strip().split(" ", -1);
            loading.add(Long.valueOf(parts[0]));
            bytes.add(Long.valueOf(parts[1]));
        }
        System.out.printf(
                "process %d ms, of which loading %d ms; law in memory %.1f MB (medians of %d)%n",
                median(millis), median(loading), median(bytes) / 1e6, millis.size());
    }

    private static void once() {
        long before = used();
        long start = System.nanoTime();
        PolicyEngine engine = PolicyEngine.load();
        long loaded = Duration.ofNanos(System.nanoTime() - start).toMillis();
        Decision decision =
                engine.decide(
                        Request.toSet(
                                Cookie.of("_ga", Purpose.AUDIENCE_MEASUREMENT),
                                Visit.of(LocalDate.of(2026, 11, 25), Visitor.in("EE"))));
        long held = used() - before;
        if (decision.isAllowed()) {
            throw new IllegalStateException("statistics need consent there");
        }
        System.out.println(loaded + " " + held);
    }

    /** The memory in use once what is not needed is gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
