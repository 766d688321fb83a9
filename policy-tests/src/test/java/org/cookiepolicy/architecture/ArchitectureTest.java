package org.cookiepolicy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cookiepolicy.io.planted.UsesDrools;
import org.cookiepolicy.policy.planted.Changeable;
import org.cookiepolicy.policy.planted.ReadsClock;
import org.cookiepolicy.policy.planted.ThrowsDice;
import org.cookiepolicy.policy.planted.UsesRules;
import org.cookiepolicy.rules.planted.UsesJackson;
import org.cookiepolicy.value.planted.KnowsPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What may know what. Each rule is shown to bite by a class planted to break it. */
class ArchitectureTest {
    private static final String[] MODEL = {
        "org.cookiepolicy.decision..",
        "org.cookiepolicy.document..",
        "org.cookiepolicy.law..",
        "org.cookiepolicy.policy..",
        "org.cookiepolicy.request..",
        "org.cookiepolicy.scenario..",
        "org.cookiepolicy.value.."
    };
    private static final String RULES = "org.cookiepolicy.rules..";
    private static final String FORMATS = "org.cookiepolicy.io..";

    private static final JavaClasses PROJECT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.cookiepolicy");

    static final ArchRule THE_MODEL_DEPENDS_ON_THE_JDK_ONLY =
            classes()
                    .that(resideInAnyPackage(MODEL))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(MODEL)
                                    .or(resideInAnyPackage("java..", "org.jspecify..")))
                    .because(
                            "services of every kind share the facts, whatever libraries they bring");

    static final ArchRule DROOLS_IS_KNOWN_TO_THE_ENGINE_ONLY =
            noClasses()
                    .that(
                            resideInAPackage("org.cookiepolicy..")
                                    .and(DescribedPredicate.not(resideInAPackage(RULES))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."))
                    .because("the rules may be run by something else one day");

    static final ArchRule JACKSON_IS_KNOWN_TO_THE_FORMATS_ONLY =
            noClasses()
                    .that(
                            resideInAPackage("org.cookiepolicy..")
                                    .and(DescribedPredicate.not(resideInAPackage(FORMATS))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.."))
                    .because("big-data runtimes bring an older Jackson along");

    static final ArchRule THE_FORMATS_DO_NOT_KNOW_THE_ENGINE =
            noClasses()
                    .that(resideInAPackage(FORMATS))
                    .should()
                    .dependOnClassesThat(resideInAPackage(RULES))
                    .because("documents are read and written where nothing is decided, too");

    static final ArchRule THE_ENGINE_DOES_NOT_KNOW_THE_FORMATS =
            noClasses()
                    .that(resideInAPackage(RULES))
                    .should()
                    .dependOnClassesThat(resideInAPackage(FORMATS))
                    .because("facts come from requests as often as from documents");

    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.cookiepolicy.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a reader has to be able to start somewhere");

    static final ArchRule NOBODY_READS_A_CLOCK_BUT_AT_THE_EDGE =
            noClasses()
                    .that(
                            resideInAPackage("org.cookiepolicy..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAPackage("org.cookiepolicy.cli.."))))
                    .should()
                    .callMethodWhere(readsClock())
                    .because(
                            "a decision is a pure function of its facts, and the day is one of them");

    static final ArchRule NOTHING_IS_LEFT_TO_CHANCE =
            noClasses()
                    .that(resideInAPackage("org.cookiepolicy.."))
                    .should()
                    .callMethodWhere(isRandom())
                    .because("the same facts give the same decision");

    static final ArchRule VALUES_DO_NOT_CHANGE =
            fields().that()
                    .areDeclaredInClassesThat(
                            resideInAnyPackage(MODEL)
                                    .and(DescribedPredicate.not(nameMatching(".*[$]?Builder$"))))
                    .and()
                    .areNotStatic()
                    .should()
                    .beFinal()
                    .because(
                            "values are shared between threads and kept in proofs; only builders change");

    private static DescribedPredicate<JavaMethodCall> readsClock() {
        return DescribedPredicate.describe(
                "reads a clock",
                call -> {
                    String owner = call.getTargetOwner().getName();
                    String method = call.getName();
                    return (owner.startsWith("java.time.") && method.equals("now"))
                            || (owner.equals("java.time.Clock") && method.startsWith("system"))
                            || (owner.equals("java.lang.System")
                                    && List.of("currentTimeMillis", "nanoTime").contains(method));
                });
    }

    private static DescribedPredicate<JavaMethodCall> isRandom() {
        return DescribedPredicate.describe(
                "is random",
                call ->
                        call.getName().startsWith("random")
                                || call.getTargetOwner().getName().endsWith("Random"));
    }

    private static final Map<String, ArchRule> ALL =
            Map.of(
                    "the model depends on the JDK only", THE_MODEL_DEPENDS_ON_THE_JDK_ONLY,
                    "Drools is known to the engine only", DROOLS_IS_KNOWN_TO_THE_ENGINE_ONLY,
                    "Jackson is known to the formats only", JACKSON_IS_KNOWN_TO_THE_FORMATS_ONLY,
                    "the formats do not know the engine", THE_FORMATS_DO_NOT_KNOW_THE_ENGINE,
                    "the engine does not know the formats", THE_ENGINE_DOES_NOT_KNOW_THE_FORMATS,
                    "packages are free of cycles", PACKAGES_ARE_FREE_OF_CYCLES,
                    "nobody reads a clock but at the edge", NOBODY_READS_A_CLOCK_BUT_AT_THE_EDGE,
                    "nothing is left to chance", NOTHING_IS_LEFT_TO_CHANCE,
                    "values do not change", VALUES_DO_NOT_CHANGE);

    private static final Map<String, Class<?>> PLANTED =
            Map.of(
                    "the model depends on the JDK only", UsesRules.class,
                    "Drools is known to the engine only", UsesDrools.class,
                    "Jackson is known to the formats only", UsesJackson.class,
                    "the formats do not know the engine", UsesDrools.class,
                    "the engine does not know the formats", UsesJackson.class,
                    "packages are free of cycles", KnowsPolicy.class,
                    "nobody reads a clock but at the edge", ReadsClock.class,
                    "nothing is left to chance", ThrowsDice.class,
                    "values do not change", Changeable.class);

    @TestFactory
    Stream<DynamicTest> the_project_keeps_every_rule() {
        return ALL.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(PROJECT)));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_finds_the_class_planted_to_break_it() {
        return ALL.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () -> assertBites(rule.getKey(), rule.getValue())));
    }

    private static void assertBites(String name, ArchRule rule) {
        Class<?> planted = PLANTED.get(name);
        // The project with the planted class, and without the other planted ones.
        JavaClasses withPlanted =
                new ClassFileImporter()
                        .importLocations(
                                Stream.concat(
                                                PROJECT.stream()
                                                        .map(
                                                                c ->
                                                                        c.getSource()
                                                                                .orElseThrow()
                                                                                .getUri()),
                                                Stream.of(location(planted)))
                                        .map(Location::of)
                                        .toList());
        assertThat(rule.evaluate(withPlanted).getFailureReport().toString())
                .contains(planted.getName());
    }

    private static URI location(Class<?> planted) {
        try {
            return Objects.requireNonNull(planted.getResource(planted.getSimpleName() + ".class"))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
