package org.cookiepolicy.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.io.document.Documents;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.UncoveredDayException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads what the options name and decides it. */
final class Decider {
    private final RequestOptions options;
    private final CookiePolicy policy;
    private final List<NamedVisit> visitors;
    private boolean complete = true;

    private Decider(RequestOptions options, CookiePolicy policy, List<NamedVisit> visitors) {
        this.options = options;
        this.policy = policy;
        this.visitors = visitors;
    }

    /** The decisions for one visitor. */
    record Answer(NamedVisit visitor, List<Decision> decisions) {
        Answer {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Reads the files.
     *
     * @throws UnreadableInputException with everything that is wrong with them
     */
    static Decider read(RequestOptions options, CommandLine line) {
        if (options.policy().isEmpty() || options.visitor().isEmpty()) {
            throw new ParameterException(line, "the options --policy and --visitor are needed");
        }
        Inputs inputs = new Inputs();
        Optional<CookiePolicy> policy = inputs.read(options.policy().get(), Documents.POLICY);
        Optional<List<NamedVisit>> visitors =
                inputs.read(options.visitor().get(), InputShapes.VISITORS);
        inputs.throwIfAny();
        return new Decider(options, policy.orElseThrow(), visitors.orElseThrow());
    }

    /**
     * Decides for each visitor in turn. A visitor for whose day the register has no law is reported
     * and left out.
     */
    List<Answer> decide(PolicyEngine engine, PrintWriter err) {
        List<Answer> answers = new ArrayList<>();
        for (NamedVisit visitor : visitors) {
            NamedVisit dated = dated(visitor);
            try {
                answers.add(new Answer(dated, decide(engine, dated.visit())));
            } catch (UncoveredDayException e) {
                err.println("visitor `" + visitor.id() + "`: " + e.getMessage());
                complete = false;
            }
        }
        return answers;
    }

    /** What a script learns: whether every visitor was decided. */
    int exitCode() {
        return complete ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private NamedVisit dated(NamedVisit visitor) {
        return options.at()
                .map(day -> visitor.visit().toBuilder().at(day).build())
                .map(visit -> new NamedVisit(visitor.id(), visitor.title(), visit))
                .orElse(visitor);
    }

    private List<Decision> decide(PolicyEngine engine, Visit visit) {
        if (options.cookie().isPresent()) {
            return List.of(
                    engine.decide(
                            policy,
                            options.cookie().get(),
                            options.host(),
                            options.operation(),
                            visit));
        }
        List<Decision> decisions = new ArrayList<>();
        List<Decision> all = engine.decideAll(policy, options.operation(), visit);
        for (int i = 0; i < all.size(); i++) {
            if (isOnHost(policy.cookies().get(i))) {
                decisions.add(all.get(i));
            }
        }
        return decisions;
    }

    private boolean isOnHost(PolicyCookie entry) {
        return options.host().isEmpty()
                || entry.matches(entry.cookie().name().text(), options.host());
    }
}
