package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.value.Tokens;
import org.junit.jupiter.api.Test;

/** The guide of this module names what there is, and nothing else. */
class GuideTest {
    private static String guide() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** The text below a heading, up to the next one. */
    private static String section(String heading) throws IOException {
        String[] parts = guide().split("\n#+ " + Pattern.quote(heading) + "\n", -1);
        assertThat(parts).as(heading).hasSize(2);
        return parts[1].split("\n#+ ", -1)[0];
    }

    /** The cells of the rows of the tables in a text that begin with code. */
    private static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> line.startsWith("| `"))
                .map(
                        line ->
                                Arrays.stream(line.substring(1).split("\\|", -1))
                                        .map(String::strip)
                                        .toList())
                .toList();
    }

    private static List<String> keys(String heading) throws IOException {
        return rows(section(heading)).stream().map(row -> plain(row.get(0))).toList();
    }

    private static String plain(String code) {
        return code.replace("`", "");
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(Tokens::ofName)
                .toList();
    }

    private static List<String> code(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("`([^`]+)`").matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    @Test
    void the_facts_in_the_guide_are_those_that_rules_may_name() throws IOException {
        assertThat(guide()).contains(RuleBase.VOCABULARY.describe());
    }

    @Test
    void the_kinds_in_the_guide_are_all_there_are_each_with_the_terms_it_may_have()
            throws IOException {
        assertThat(rows(section("Kinds")))
                .extracting(row -> row.get(0) + row.get(1) + row.get(3))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values())
                                .map(
                                        kind ->
                                                "`"
                                                        + Tokens.of(kind)
                                                        + "`"
                                                        + (kind.isGoverning() ? "yes" : "")
                                                        + new TreeSet<>(kind.terms())
                                                                .stream()
                                                                        .map(t -> "`" + t + "`")
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", ")))
                                .toList());
    }

    @Test
    void the_keys_in_the_guide_are_all_that_a_provision_may_have() throws IOException {
        List<String> keys = new ArrayList<>(components(Provision.class));
        keys.remove("terms");
        assertThat(keys("Keys of a provision")).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(keys("Keys of `when`")).containsExactlyElementsOf(components(Scope.class));
        assertThat(keys("Terms")).containsExactlyElementsOf(components(Terms.class));
    }

    @Test
    void the_keys_in_the_guide_are_all_that_a_file_of_the_register_may_have() throws IOException {
        Set<String> keys = new HashSet<>(RegisterReader.KEYS);
        keys.addAll(RegisterReader.KEYS_OF_HOUSE);
        Set<String> nested =
                Set.of(
                        "id",
                        "title",
                        "link",
                        "stands-in",
                        "members",
                        "place",
                        "from",
                        "until",
                        "readings");
        assertThat(new HashSet<>(code(section("The words of the register"))))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(keys.stream(), nested.stream()).toList());
    }

    @Test
    void the_layers_and_duties_in_the_guide_are_all_there_are() throws IOException {
        String terms = section("Demands");
        String layers = terms.substring(terms.indexOf("Layers: "), terms.indexOf("Duties: "));
        assertThat(code(layers)).containsExactlyElementsOf(Tokens.all(Layer.class));
        assertThat(code(terms.substring(terms.indexOf("Duties: "))))
                .containsExactlyElementsOf(Tokens.all(Duty.class));
    }

    @Test
    void the_demands_and_expressions_in_the_guide_are_all_there_are() throws IOException {
        assertThat(keys("Demands")).containsExactlyElementsOf(Tokens.all(Demand.class));
        String demands = section("Demands");
        String expressions =
                demands.substring(demands.indexOf("Expressions: "), demands.indexOf("Layers: "));
        assertThat(code(expressions)).containsExactlyElementsOf(Tokens.all(Expression.class));
    }

    @Test
    void the_findings_in_the_guide_are_all_that_rules_may_add() throws IOException {
        Set<String> ofHouse = signatures(HouseFindings.class);
        List<List<String>> findings =
                rows(section("What a rule sees")).stream()
                        .filter(row -> row.get(0).endsWith(" )`"))
                        .toList();
        assertThat(findings)
                .extracting(row -> plain(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(signatures(Findings.class));
        assertThat(findings)
                .filteredOn(row -> row.get(1).equals("yes"))
                .extracting(row -> plain(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(ofHouse);
        assertThat(code(section("What a rule sees")))
                .contains(
                        Findings.class.getName(),
                        HouseFindings.class.getName(),
                        Kind.class.getName(),
                        Demand.class.getName(),
                        Duty.class.getName());
        assertThat(section("What rules may say"))
                .contains("`package " + House.PACKAGE + "`")
                .contains("`global HouseFindings " + House.GLOBAL + "`");
    }

    private static Set<String> signatures(Class<?> findings) {
        return Arrays.stream(findings.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(GuideTest::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(
                        type ->
                                type == String.class
                                        ? "text"
                                        : type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", method.getName() + "( ", " )"));
    }
}
