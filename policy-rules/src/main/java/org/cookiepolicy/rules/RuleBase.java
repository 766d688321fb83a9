package org.cookiepolicy.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.drl.RuleFile;
import org.cookiepolicy.rules.drl.RuleReader;
import org.cookiepolicy.rules.drl.Vocabulary;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The compiled rules. Thread-safe: each run has a session of its own. */
final class RuleBase {
    private static final List<Class<?>> FACTS =
            List.of(
                    Access.class,
                    Choice.class,
                    Law.class,
                    Notice.class,
                    Purpose.class,
                    Recipient.class,
                    Signals.class,
                    Visitor.class);

    /** What rules of the law may name. */
    static final Vocabulary VOCABULARY =
            new Vocabulary("org.cookiepolicy.law.rules", "findings", Findings.class, FACTS);

    /** What rules of a house may name: the same facts, and findings that allow nothing. */
    static final Vocabulary HOUSE_VOCABULARY =
            new Vocabulary(
                    House.PACKAGE,
                    House.GLOBAL,
                    HouseFindings.class,
                    VOCABULARY.findingNames(),
                    FACTS);

    /** Without it, a law with no rule at all would have nowhere to put findings. */
    private static final LawFile DECLARATION =
            new LawFile(
                    "findings.drl",
                    "package org.cookiepolicy.law.rules;"
                            + " import org.cookiepolicy.rules.Findings;"
                            + " global Findings findings;");

    /**
     * Rules do not match more often for one access unless something is wrong with them. A limit of
     * time would make decisions depend on the machine.
     */
    private static final int MOST_MATCHES = 100_000;

    private final KieBase rules;
    private final boolean hasHouse;

    private RuleBase(KieBase rules) {
        this.rules = rules;
        this.hasHouse = rules.getKiePackage(House.PACKAGE) != null;
    }

    /**
     * Reads and checks rule files.
     *
     * @param files the files, with nothing but rules in them
     * @return the rules, or what is wrong with them
     */
    static RuleReader.Result read(List<LawFile> files) {
        Map<String, String> names = new HashMap<>();
        List<RuleFile> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (boolean ofHouse : new boolean[] {false, true}) {
            RuleReader.Result result =
                    RuleReader.read(
                            files.stream()
                                    .filter(file -> file.isOfHouse() == ofHouse)
                                    .map(f -> new RuleReader.Source(f.name(), f.text()))
                                    .toList(),
                            ofHouse ? HOUSE_VOCABULARY : VOCABULARY,
                            names);
            read.addAll(result.files());
            problems.addAll(result.problems());
        }
        return new RuleReader.Result(read, problems);
    }

    /**
     * Compiles rules.
     *
     * @param checked the rules; nothing else of what their authors wrote reaches the compiler
     * @return the rules, ready to run
     */
    static RuleBase compile(List<RuleFile> checked) {
        return compileUnchecked(
                checked.stream().map(f -> new LawFile(f.name(), f.canonical())).toList());
    }

    /**
     * Compiles the probes of rules.
     *
     * @param checked the rules; nothing else of what their authors wrote reaches the compiler
     * @return rules that fire where a condition is met, or where it is not, and find nothing
     */
    static RuleBase compileProbes(List<RuleFile> checked) {
        return compileUnchecked(
                checked.stream().map(f -> new LawFile(f.name(), f.probing())).toList());
    }

    /** Compiles text as it is, whatever it may do; for the walls behind the check to be tested. */
    static RuleBase compileUnchecked(List<LawFile> files) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        add(builder, DECLARATION);
        files.forEach(file -> add(builder, file));
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

    private static void add(KnowledgeBuilder builder, LawFile file) {
        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
        builder.add(
                ResourceFactory.newByteArrayResource(text).setSourcePath(file.name()),
                ResourceType.DRL);
    }

    private static Problem problem(KnowledgeBuilderError error) {
        int line = Arrays.stream(error.getLines()).filter(n -> n > 0).min().orElse(1);
        String file = error.getResource() == null ? "rules" : error.getResource().getSourcePath();
        return new Problem(file, new Position(line, 1), "", error.getMessage(), null);
    }

    /** Everything that the rules find. */
    List<Finding> run(Request settled, List<Law> laws) {
        Findings findings = new Findings(settled.cookie());
        run(settled, laws, findings);
        return findings.found();
    }

    /** The names of the rules that fire. */
    Set<String> firing(Request settled, List<Law> laws) {
        Findings findings = new Findings(settled.cookie());
        run(settled, laws, findings);
        return findings.fired();
    }

    private void run(Request settled, List<Law> laws, Findings findings) {
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new Watch(findings));
            session.setGlobal("findings", findings);
            if (hasHouse) {
                session.setGlobal(House.GLOBAL, new HouseFindings(findings));
            }
            facts(settled).forEach(session::insert);
            laws.forEach(session::insert);
            session.fireAllRules();
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

    /** Tells the findings which rule adds them, and stops rules that match without end. */
    private static final class Watch extends DefaultAgendaEventListener {
        private final Findings findings;
        private int matches;

        Watch(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void matchCreated(MatchCreatedEvent event) {
            if (++matches > MOST_MATCHES) {
                throw new IllegalStateException(
                        "the rules do not come to an end; the last one to match is `"
                                + event.getMatch().getRule().getName()
                                + "`");
            }
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            Rule rule = event.getMatch().getRule();
            findings.firing(rule.getName(), House.PACKAGE.equals(rule.getPackageName()));
        }
    }
}
