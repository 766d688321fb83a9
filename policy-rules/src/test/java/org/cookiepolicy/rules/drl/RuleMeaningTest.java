package org.cookiepolicy.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Visitor;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.junit.jupiter.api.Test;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * What this package takes a condition to mean is what Drools makes of it: conditions made up by the
 * hundred, of everything that facts offer, are compared on facts that differ.
 */
class RuleMeaningTest {
    private static final List<Class<?>> FACTS =
            List.of(Cookie.class, Notice.class, Recipient.class, Visitor.class);
    private static final Vocabulary VOCABULARY =
            new Vocabulary("org.cookiepolicy.law.rules", "notes", Notes.class, FACTS);
    private static final int MADE_UP = 40;

    private final Random random = new Random(20261123);

    private static List<Object> facts() {
        return List.of(
                Cookie.of("a", Purpose.AUDIENCE_MEASUREMENT),
                Cookie.of("b", Purpose.BEHAVIOURAL_ADVERTISING, Purpose.PROFILING).toBuilder()
                        .party(Party.THIRD)
                        .safeguards(Safeguard.NOT_SHARED)
                        .build(),
                Notice.NONE,
                Notice.of(NoticeElement.GIVEN),
                Notice.of(NoticeElement.values()),
                Recipient.builder().name("c").build(),
                Recipient.builder().name("d").reusesData(true).build(),
                Visitor.in("EE"),
                Visitor.in("US-CA").toBuilder()
                        .age(15)
                        .account(true)
                        .actions(Action.values())
                        .build());
    }

    @Test
    void conditions_mean_to_drools_what_they_mean_here() {
        StringBuilder text = new StringBuilder("package org.cookiepolicy.law.rules\n");
        VOCABULARY
                .named()
                .values()
                .forEach(type -> text.append("import ").append(type.getName()).append('\n'));
        text.append("import ").append(Notes.class.getName()).append('\n');
        text.append("global Notes notes\n");
        List<String> made = new ArrayList<>();
        for (Class<?> fact : FACTS) {
            Type type = new Type.Named(fact);
            Map<String, Type> paths = paths(type);
            paths.forEach((path, of) -> made.add(fact.getSimpleName() + "( " + about(path, of)));
            for (int i = 0; i < MADE_UP; i++) {
                String more = i % 3 == 0 ? ", " + condition(type, 1) : "";
                made.add(fact.getSimpleName() + "( " + condition(type, 2) + more);
            }
        }
        for (int i = 0; i < made.size(); i++) {
            String fact = made.get(i);
            text.append(
                    """
                    rule "r%d"
                    when
                        $fact : %s )
                    then
                        notes.%s( $fact, "r%d" );
                    end
                    """
                            .formatted(
                                    i,
                                    fact,
                                    fact.substring(0, fact.indexOf('(')).toLowerCase(Locale.ROOT),
                                    i));
        }
        RuleReader.Result read =
                RuleReader.read(
                        List.of(new RuleReader.Source("made-up.drl", text.toString())), VOCABULARY);
        // Some conditions contradict themselves, and are told so; all else is understood.
        assertThat(read.problems().stream().map(Problem::message))
                .allMatch(
                        m ->
                                m.matches(
                                        ".*(can never be true|is always true|contradicts|compared with itself).*"));
        Set<Integer> told =
                read.problems().stream()
                        .map(problem -> problem.position().line())
                        .collect(Collectors.toSet());
        RuleFile file = read.files().get(0);
        List<RuleFile.Rule> sensible =
                file.rules().stream()
                        .filter(r -> !told.contains(r.patterns().get(0).position().line()))
                        .toList();
        assertThat(sensible).hasSizeGreaterThan(made.size() * 2 / 3);

        List<Object> facts = facts();
        IdentityHashMap<Object, Set<String>> here = new IdentityHashMap<>();
        for (Object fact : facts) {
            for (RuleFile.Rule rule : sensible) {
                if (rule.patterns().get(0).mayMatch(fact)) {
                    here.computeIfAbsent(fact, ignored -> new TreeSet<>()).add(rule.name());
                }
            }
        }
        Set<String> names = sensible.stream().map(RuleFile.Rule::name).collect(Collectors.toSet());
        IdentityHashMap<Object, Set<String>> drools = run(file.canonical(), facts);
        for (Object fact : facts) {
            drools.getOrDefault(fact, Set.of()).retainAll(names);
            assertThat(drools.get(fact)).as(fact.toString()).isNotEmpty().isEqualTo(here.get(fact));
        }
    }

    private static IdentityHashMap<Object, Set<String>> run(String canonical, List<Object> facts) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.add(
                ResourceFactory.newByteArrayResource(canonical.getBytes(StandardCharsets.UTF_8)),
                ResourceType.DRL);
        assertThat(builder.getErrors()).isEmpty();
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        KieSession session = base.newKieSession();
        Notes notes = new Notes();
        session.setGlobal("notes", notes);
        facts.forEach(session::insert);
        session.fireAllRules();
        session.dispose();
        return notes.met();
    }

    private String condition(Type fact, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return atom(fact);
        }
        String one = condition(fact, depth - 1);
        String other = condition(fact, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "( " + one + " ) && ( " + other + " )";
            case 1 -> "( " + one + " ) || ( " + other + " )";
            default -> "!( " + one + " )";
        };
    }

    private String atom(Type fact) {
        Map<String, Type> paths = paths(fact);
        List<String> names = new ArrayList<>(paths.keySet());
        String path = names.get(random.nextInt(names.size()));
        return about(path, Objects.requireNonNull(paths.get(path)));
    }

    private String about(String path, Type type) {
        if (type == Type.Simple.TRUTH) {
            return pick(path, "!" + path, path + " == true", path + " != true", path + " == false");
        }
        if (type == Type.Simple.NUMBER) {
            return path + pick(" == ", " != ", " < ", " <= ", " > ", " >= ") + random.nextInt(4);
        }
        if (type == Type.Simple.TEXT) {
            return path + pick(" == ", " != ") + pick("\"a\"", "\"b\"", "\"EE\"", "\"d\"");
        }
        if (type instanceof Type.Named named && named.of().isEnum()) {
            String one = constant(named.of());
            String other = constant(named.of());
            return pick(
                    path + " == " + one,
                    path + " != " + one,
                    one.equals(other)
                            ? path + " == " + one
                            : path + " in ( " + one + ", " + other + " )",
                    path + " not in ( " + one + " )");
        }
        if (type instanceof Type.Many many
                && many.element() instanceof Type.Named named
                && named.of().isEnum()) {
            String one = constant(named.of());
            return pick(
                    path + " contains " + one,
                    path + " not contains " + one,
                    path + ".contains( " + one + " )",
                    one + " memberOf " + path);
        }
        return "";
    }

    private String constant(Class<?> type) {
        Object[] constants = Objects.requireNonNull(type.getEnumConstants());
        return type.getSimpleName()
                + "."
                + ((Enum<?>) constants[random.nextInt(constants.length)]).name();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Every way to something that conditions are about, as a property and as a method. */
    private Map<String, Type> paths(Type fact) {
        Map<String, Type> paths = new TreeMap<>();
        paths(fact, "", 3, paths);
        paths.entrySet().removeIf(entry -> about(entry.getKey(), entry.getValue()).isEmpty());
        return paths;
    }

    private static void paths(Type type, String before, int depth, Map<String, Type> paths) {
        if (depth == 0) {
            return;
        }
        for (Member member : VOCABULARY.members(type)) {
            if (member.parameters().isEmpty()) {
                String property = before + member.property().orElseThrow();
                String method = before + member.name() + "()";
                paths.put(property, member.result());
                paths.put(method, member.result());
                paths(member.result(), method + ".", depth - 1, paths);
            }
        }
    }
}
