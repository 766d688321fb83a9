package org.cookiepolicy.benchmark;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
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

/** How long one decision takes once the engine is warm, in places with little law and with much. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    /**
     * The place of the visitor: little law, the law of the Union, of one state, and of all states.
     */
    @Param({"AQ", "FR", "US-CA", "US"})
    public String place = "FR";

    private final PolicyEngine engine = PolicyEngine.load();
    private Request undecided;
    private Request agreed;

    /** Makes the requests. */
    @Setup
    public void prepare() {
        Cookie cookie = Cookie.of("_ga", Purpose.AUDIENCE_MEASUREMENT);
        Visit visit = Visit.of(LocalDate.of(2026, 11, 25), Visitor.in(place));
        undecided = Request.toSet(cookie, visit);
        agreed =
                Request.toSet(
                        cookie,
                        visit.toBuilder().consent(Consent.of(ConsentStatus.GRANTED)).build());
    }

    /** A decision of a day, without looking for a later day on which it changes. */
    @Benchmark
    public Decision thatDay() {
        return engine.decideThatDay(undecided);
    }

    /** A decision before any choice. */
    @Benchmark
    public Decision withoutChoice() {
        return engine.decide(undecided);
    }

    /** A decision that rests on consent. */
    @Benchmark
    public Decision withConsent() {
        return engine.decide(agreed);
    }
}
