package org.cookiepolicy.rules.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.Regime;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.Law;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.rules.UncoveredDayException;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;

/**
 * A scenario with what is known of it under the law as it is.
 *
 * @param number its place among all scenarios
 * @param scenario the scenario
 * @param request its facts with every day written out
 * @param laws the laws that apply
 * @param home the regime of the place of the visitor
 * @param findings what is found
 * @param rules the names of the rules that fire
 * @param provisions the ids of the provisions among the laws
 * @param codes every code under which a provision may reach it, on any day
 */
record Case(
        int number,
        Scenario scenario,
        Request request,
        Set<Law> laws,
        Regime home,
        List<Finding> findings,
        Set<String> rules,
        Set<String> provisions,
        Set<String> codes) {
    /**
     * Runs a scenario under the law as it is.
     *
     * @throws IllegalArgumentException when it fails
     */
    static Case of(PolicyEngine engine, Suite suite, Scenario scenario, int number) {
        Request request = scenario.request().settled();
        String name = suite.suite() + " " + scenario.id();
        try {
            Decision decision = engine.decideThatDay(request);
            if (fails(suite.suite(), scenario, decision)) {
                throw new IllegalArgumentException(
                        "the scenario `" + name + "` fails before any edit");
            }
            List<Law> laws = engine.lawsFor(request);
            return new Case(
                    number,
                    scenario,
                    request,
                    Set.copyOf(laws),
                    engine.register().homeRegime(request.visit()),
                    decision.findings(),
                    engine.firing(request, laws),
                    laws.stream()
                            .map(law -> Register.provision(law).id())
                            .collect(Collectors.toSet()),
                    codes(engine.register(), request));
        } catch (UncoveredDayException e) {
            throw new IllegalArgumentException(
                    "the scenario `" + name + "` fails before any edit: " + e.getMessage(), e);
        }
    }

    private static Set<String> codes(Register register, Request request) {
        Visit visit = request.visit();
        Jurisdiction location = visit.visitor().location();
        Set<Jurisdiction> places = new HashSet<>(Set.of(location));
        if (register.coverage(location) != Coverage.COVERED) {
            places.add(Jurisdiction.UNKNOWN);
        }
        Stream.of(visit.visitor().residence().stream(), visit.operator().country().stream())
                .flatMap(some -> some)
                .forEach(places::add);
        Set<String> codes = new HashSet<>();
        for (Jurisdiction place : places) {
            codes.add(place.code());
            codes.addAll(register.codesOf(register.home(place)));
            // A house speaks of the place itself, even where that has the law of another.
            codes.addAll(register.codesOf(place));
        }
        // A transfer may depend on the groups that the country of a recipient belongs to.
        request.cookie().recipients().stream()
                .map(Recipient::country)
                .flatMap(country -> country.stream())
                .forEach(country -> codes.add(country.code()));
        return codes;
    }

    boolean fails(Decision decision) {
        return fails("", scenario, decision);
    }

    /** Whether a scenario fails; one for whose day there is no decision does. */
    static boolean fails(PolicyEngine engine, Scenario scenario) {
        try {
            return fails("", scenario, engine.decideThatDay(scenario.request()));
        } catch (UncoveredDayException e) {
            return true;
        }
    }

    private static boolean fails(String suite, Scenario scenario, Decision decision) {
        return !new ScenarioResult(suite, scenario, Optional.of(decision), Optional.empty())
                .passed();
    }
}
