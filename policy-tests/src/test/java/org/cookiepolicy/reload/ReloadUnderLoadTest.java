package org.cookiepolicy.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawEvent;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.LawReloader;
import org.cookiepolicy.rules.PolicyEngine;
import org.junit.jupiter.api.Test;

/**
 * Many reloads while decisions go on: none is wrong, none fails, and nothing of the old laws stays.
 *
 * <p>With {@code -Psoak} the law is the shipped one; otherwise a small one, so that it takes
 * seconds.
 */
class ReloadUnderLoadTest {
    private static final int RELOADS = 500;

    /**
     * Neither heap nor metaspace may grow by more than this while half of the laws come and go, in
     * bytes. What the compiler of the JVM notes of hot methods takes about 1 MB, however many laws
     * come and go; what stays of a law that is kept takes more than 30 KB of each.
     */
    private static final long TOLERANCE = 5L << 19;

    private static final boolean SHIPPED = Boolean.getBoolean("cookiepolicy.soak");

    /**
     * How many laws are kept to show that it would be seen; of the shipped one, each takes 4 MB.
     */
    private static final int KEPT = SHIPPED ? 20 : 150;

    /** Nor may more classes than this stay; a law brings dozens. */
    private static final int TOLERATED_CLASSES = 100;

    private static final Request REQUEST =
            Request.toSet(
                    Cookie.of("c", Purpose.SECURITY),
                    Visit.of(LocalDate.of(2026, 11, 23), Visitor.in("EE")));

    /** A law under which security cookies are allowed, or one under which they are not. */
    private static List<LawFile> law(boolean allowing) {
        return SHIPPED ? shippedLaw(allowing) : smallLaw(allowing ? "no-rule" : "consent");
    }

    private static List<LawFile> shippedLaw(boolean allowing) {
        List<LawFile> files = new ArrayList<>(LawFile.shipped());
        if (!allowing) {
            files.add(register("prohibition"));
        }
        return files;
    }

    private static List<LawFile> smallLaw(String kind) {
        return List.of(
                register(kind),
                new LawFile(
                        "common/rules.drl",
                        """
                        package org.cookiepolicy.law.rules
                        import org.cookiepolicy.law.Kind
                        import org.cookiepolicy.policy.Purpose
                        import org.cookiepolicy.rules.Findings
                        import org.cookiepolicy.rules.Law
                        global Findings findings
                        rule "there is no rule"
                        when
                            $law : Law( kind == Kind.NO_RULE )
                        then
                            findings.unregulated( $law );
                        end
                        rule "consent is required"
                        when
                            $law     : Law( kind == Kind.CONSENT )
                            $purpose : Purpose( $law.isAbout( this ) )
                        then
                            findings.consentRequired( $law, $purpose );
                        end
                        """));
    }

    private static LawFile register(String kind) {
        return new LawFile(
                "xx/act.yaml",
                """
                instruments:
                  - {id: act, title: Act, link: 'https://example.org/act'}
                provisions:
                  - {id: xx.act, kind: %s, instrument: act, citation: section 1, places: [EE, unknown], layers: [device, personal-data], from: 2018-05-25, reviewed: 2026-01-01, confidence: known}
                """
                        .formatted(kind));
    }

    private static List<LawFile> broken() {
        List<LawFile> files = new ArrayList<>(law(true));
        files.add(new LawFile("xx/broken.drl", "package org.cookiepolicy.law.rules\nrule broken"));
        return files;
    }

    /** What the memory holds once everything that nobody needs is gone. */
    private record Memory(long metaspace, long heap, int classes) {
        static Memory used() {
            Memory least = measured();
            for (int i = 0; i < 5; i++) {
                Memory next = measured();
                least =
                        new Memory(
                                Math.min(least.metaspace, next.metaspace),
                                Math.min(least.heap, next.heap),
                                Math.min(least.classes, next.classes));
            }
            return least;
        }

        private static Memory measured() {
            System.gc();
            long metaspace =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum();
            return new Memory(
                    metaspace,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        Memory since(Memory before) {
            return new Memory(
                    metaspace - before.metaspace, heap - before.heap, classes - before.classes);
        }

        boolean isFlat() {
            return metaspace <= TOLERANCE && heap <= TOLERANCE && classes <= TOLERATED_CLASSES;
        }
    }

    /** Reloads and decides at once, each from two threads. */
    private static final class Load {
        private final LawReloader reloader;
        private final Map<String, Outcome> expected = new ConcurrentHashMap<>();
        private final Map<Outcome, AtomicLong> decided = new ConcurrentHashMap<>();
        private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger replaced = new AtomicInteger();
        private final List<LawFile> allowing = law(true);
        private final List<LawFile> denying = law(false);
        private final List<LawFile> broken = broken();

        Load() throws IOException {
            expected.put(PolicyEngine.load(allowing).lawVersion(), Outcome.ALLOW);
            expected.put(PolicyEngine.load(denying).lawVersion(), Outcome.DENY);
            reloader = LawReloader.load(() -> allowing, List.of());
            reloader.listen(
                    event -> {
                        if (event instanceof LawEvent.Refused) {
                            refused.incrementAndGet();
                        } else {
                            replaced.incrementAndGet();
                        }
                    });
        }

        void run(int reloads) throws Exception {
            AtomicBoolean going = new AtomicBoolean(true);
            AtomicInteger next = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<?>> deciding = new ArrayList<>();
                List<Future<?>> reloading = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    deciding.add(threads.submit(() -> decideWhile(going)));
                    reloading.add(threads.submit(() -> reload(next, reloads)));
                }
                for (Future<?> future : reloading) {
                    future.get();
                }
                going.set(false);
                for (Future<?> future : deciding) {
                    future.get();
                }
            } finally {
                going.set(false);
                threads.shutdown();
            }
        }

        private void reload(AtomicInteger next, int reloads) {
            for (int i = next.getAndIncrement(); i < reloads; i = next.getAndIncrement()) {
                reloader.reload(i % 10 == 9 ? broken : i % 2 == 0 ? denying : allowing);
            }
        }

        private void decideWhile(AtomicBoolean going) {
            while (going.get()) {
                PolicyEngine engine = reloader.current();
                Decision decision = engine.decide(REQUEST);
                if (decision.outcome() != expected.get(decision.law())
                        || !decision.law().equals(engine.lawVersion())) {
                    wrong.add(decision.why());
                }
                decided.computeIfAbsent(decision.outcome(), o -> new AtomicLong())
                        .incrementAndGet();
            }
        }
    }

    @Test
    void decisions_are_of_the_old_or_the_new_law_and_nothing_of_old_laws_stays() throws Exception {
        Load load = new Load();
        Memory start = Memory.used();
        long began = System.nanoTime();
        load.run(RELOADS / 2);
        Memory half = Memory.used();
        load.run(RELOADS / 2);
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        Memory end = Memory.used();
        Memory growth = end.since(half);
        System.out.println(
                "%d reloads in %d s; decided %s".formatted(RELOADS, seconds, load.decided));
        System.out.println("at the start %s, half %s, end %s".formatted(start, half, end));
        assertThat(load.wrong).isEmpty();
        assertThat(load.replaced).hasValue(RELOADS * 9 / 10);
        assertThat(load.refused).hasValue(RELOADS / 10);
        assertThat(load.decided.keySet()).containsExactlyInAnyOrder(Outcome.values());
        assertThat(growth.isFlat()).as(growth.toString()).isTrue();
    }

    @Test
    void the_measure_tells_when_old_laws_are_kept() throws Exception {
        Load load = new Load();
        load.run(20);
        List<PolicyEngine> kept = new ArrayList<>();
        load.reloader.listen(event -> kept.add(load.reloader.current()));
        Memory before = Memory.used();
        load.run(KEPT);
        Memory growth = Memory.used().since(before);
        System.out.println("with " + kept.size() + " laws kept, growth " + growth);
        assertThat(growth.metaspace()).isGreaterThan(TOLERANCE);
        assertThat(growth.classes()).isGreaterThan(TOLERATED_CLASSES);
        assertThat(growth.isFlat()).isFalse();
        assertThat(kept).isNotEmpty();
    }
}
