package org.cookiepolicy.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.request.Request;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The compiled rules. Thread-safe: each run has a session of its own. */
final class RuleBase {
    /** More rules than this do not fire for one access unless something is wrong with them. */
    private static final int MOST_FIRINGS = 100_000;

    private final KieBase rules;

    private RuleBase(KieBase rules) {
        this.rules = rules;
    }

    static RuleBase compile(List<LawFile> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        for (LawFile file : files) {
            builder.add(
                    ResourceFactory.newByteArrayResource(
                                    file.text().getBytes(StandardCharsets.UTF_8))
                            .setSourcePath(file.name()),
                    ResourceType.DRL);
        }
        if (builder.hasErrors()) {
            throw new DocumentException(
                    builder.getErrors().stream()
                            .map(RuleBase::problem)
                            .sorted(
                                    Comparator.comparing(Problem::file)
                                            .thenComparing(Problem::position))
                            .toList());
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        return new RuleBase(base);
    }

    private static Problem problem(KnowledgeBuilderError error) {
        int line = Arrays.stream(error.getLines()).filter(n -> n > 0).min().orElse(1);
        String file = error.getResource() == null ? "rules" : error.getResource().getSourcePath();
        return new Problem(file, new Position(line, 1), "", error.getMessage(), null);
    }

    /** Everything that the rules find. */
    List<Finding> run(Request settled, List<Law> laws) {
        Findings findings = new Findings(settled.cookie());
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new NoteRule(findings));
            session.setGlobal("findings", findings);
            facts(settled).forEach(session::insert);
            laws.forEach(session::insert);
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw new IllegalStateException("the rules do not come to an end");
            }
            return findings.found();
        } finally {
            session.dispose();
        }
    }

    private static List<Object> facts(Request settled) {
        List<Object> facts = new ArrayList<>();
        facts.add(new Access(settled));
        facts.add(Choice.of(settled));
        facts.add(settled.visit().visitor());
        facts.add(settled.visit().notice());
        facts.add(settled.visit().signals());
        facts.addAll(settled.cookie().purposes());
        facts.addAll(settled.cookie().recipients());
        return facts;
    }

    private static final class NoteRule extends DefaultAgendaEventListener {
        private final Findings findings;

        NoteRule(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            findings.firing(event.getMatch().getRule().getName());
        }
    }
}
