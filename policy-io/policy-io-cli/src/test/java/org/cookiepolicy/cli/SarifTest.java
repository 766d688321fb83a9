package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookiepolicy.document.Node;
import org.cookiepolicy.document.Node.Mapping;
import org.cookiepolicy.document.Node.Scalar;
import org.cookiepolicy.document.Node.Sequence;
import org.cookiepolicy.document.Position;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.io.json.Json;
import org.cookiepolicy.rules.LawFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `check` writes for build servers, held against the schema of OASIS. */
class SarifTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(resource("/schema/sarif-schema-2.1.0.json"), InputFormat.JSON);

    /** A law that has, with the file beside it, a problem of every type. */
    private static final String REGISTER =
            """
            instruments:
              - {id: act, title: The Act, link: 'https://example.org/act'}
            defaults: {instrument: act, citation: section 1, reviewed: 2026-01-01, confidence: known}
            provisions:
              - {id: fr.1, kind: consent, places: [FR], layers: [device], from: 2018-05-25}
              - {id: fr.2, kind: opt-out, places: [FR], layers: [device], from: 2018-05-25}
            """;

    private static final String RULES =
            """
            package org.cookiepolicy.law.rules
            import org.cookiepolicy.law.Kind
            import org.cookiepolicy.policy.Purpose
            import org.cookiepolicy.rules.Findings
            import org.cookiepolicy.rules.Law
            global Findings findings
            rule "consent is required"
            when
                $law     : Law( kind == Kind.CONSENT )
                $purpose : Purpose( $law.isAbout( this ) )
            then
                findings.consentRequired( $law, $purpose );
            end
            rule "it is prohibited"
            when
                $law : Law( kind == Kind.PROHIBITION )
            then
                findings.prohibited( $law );
            end
            """;

    @TempDir private Path directory;

    private static String resource(String name) {
        try (InputStream in = SarifTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The results of a check, which fit the schema. */
    private List<Node> check() {
        return results(Run.of("check", "--format", "sarif", directory.toString()).out());
    }

    private static List<Node> results(String sarif) {
        assertThat(errors(sarif)).as(sarif).isEmpty();
        Node run = elements(at(new Json().tree("sarif", sarif), "runs")).get(0);
        List<Node> results = elements(at(run, "results"));
        Set<String> rules =
                elements(at(at(at(run, "tool"), "driver"), "rules")).stream()
                        .map(rule -> text(at(rule, "id")))
                        .collect(Collectors.toSet());
        assertThat(results).allMatch(result -> rules.contains(text(at(result, "ruleId"))));
        return results;
    }

    private static List<String> errors(String sarif) {
        return SCHEMA
                .validate(
                        sarif,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Node at(Node node, String key) {
        return ((Mapping) node).find(key).orElseThrow().value();
    }

    private static List<Node> elements(Node node) {
        return ((Sequence) node).elements();
    }

    private static String text(Node node) {
        return ((Scalar) node).text();
    }

    private static List<String> ids(List<Node> results) {
        return results.stream().map(result -> text(at(result, "ruleId"))).toList();
    }

    private static Node physical(Node result) {
        return at(elements(at(result, "locations")).get(0), "physicalLocation");
    }

    private static String uri(Node result) {
        return text(at(at(physical(result), "artifactLocation"), "uri"));
    }

    private static String start(Node result) {
        Node region = at(physical(result), "region");
        return text(at(region, "startLine")) + ":" + text(at(region, "startColumn"));
    }

    private static String sarif(Problem problem) {
        return ProblemReport.sarif(List.of(new LawFault(LawFault.Type.REGISTER, problem)), "1.0");
    }

    @Test
    void a_law_in_order_has_no_results() {
        assertThat(results(Run.of("check", "--format", "sarif").out())).isEmpty();
    }

    @Test
    void every_type_of_problem_has_an_id_of_its_own() throws IOException {
        write("groups.yaml", "groups: []\n");
        write("fr/act.yaml", REGISTER);
        write("rules.drl", RULES);
        List<String> ids = new ArrayList<>(ids(check()));
        assertThat(ids).contains("gap", "overlap", "undefined-consent", "never-met", "never-read");
        write(
                "groups.yaml",
                "groups: [{id: NONE, title: None, stands-in: true, members: [{place: FR, from:"
                        + " 2018-05-25}]}]\n");
        write(
                "fr/act.yaml",
                REGISTER.replace(
                        "id: fr.2, kind: opt-out, places: [FR]",
                        "id: fr.2, kind: consent, places: [NONE]"));
        ids.addAll(ids(check()));
        assertThat(ids).contains("stand-in");
        write("rules.drl", RULES.replace("CONSENT )", "CONSNET )"));
        write("fr/act.yaml", REGISTER.replace("kind: consent", "kind: consnet"));
        ids.addAll(ids(check()));
        assertThat(ids).contains("register", "rules");
        write("fr/act.ymal", REGISTER);
        ids.addAll(ids(check()));
        assertThat(ids).contains("file");
        assertThat(Set.copyOf(ids)).hasSameSizeAs(LawFault.Type.values());
    }

    @Test
    void lines_and_columns_begin_with_one_and_count_characters() throws IOException {
        write("groups.yaml", "groups: []\n");
        write("a.yaml", REGISTER.replace("{id: fr.1, kind:", "{citation: '😀', id: fr.1, knid:"));
        write("b.drl", RULES.replace("$law     : Law( kind", "/* 😀 */ $law : Law( knid"));
        assertThat(check()).extracting(SarifTest::start).containsExactly("5:31", "9:25");
    }

    @ParameterizedTest
    @CsvSource({
        "fr/act.yaml, fr/act.yaml",
        "./my law/./act.yaml, my%20law/act.yaml",
        "Õigus/100%#1?.yaml, %C3%95igus/100%25%231%3F.yaml",
        "a:b/act.yaml, ./a:b/act.yaml",
        "/my law/act.yaml, file:///my%20law/act.yaml"
    })
    void files_are_named_by_uris_relative_where_their_path_is(String file, String uri) {
        String sarif = sarif(new Problem(file, new Position(1, 1), "", "wrong", null));
        assertThat(results(sarif)).extracting(SarifTest::uri).containsExactly(uri);
    }

    @Test
    void a_path_that_leads_upwards_is_told_from_the_root() throws IOException {
        Path file = write("law/act.yaml", REGISTER);
        Files.createSymbolicLink(directory.resolve("elsewhere"), directory.resolve("law"));
        String upwards = directory.resolve("elsewhere/../law/act.yaml").toString();
        String sarif = sarif(new Problem(upwards, new Position(1, 1), "", "wrong", null));
        assertThat(results(sarif))
                .extracting(SarifTest::uri)
                .containsExactly(file.toRealPath().toUri().toString());
        String gone = sarif(new Problem("../none/a.yaml", new Position(1, 1), "", "wrong", null));
        assertThat(uri(results(gone).get(0)))
                .startsWith("file:///")
                .endsWith("/none/a.yaml")
                .doesNotContain("..");
    }

    @Test
    void braces_are_doubled_since_one_alone_would_begin_a_placeholder() {
        Problem problem = new Problem("a.yaml", new Position(1, 1), "b", "wrong `{0}`", "c");
        assertThat(text(at(at(results(sarif(problem)).get(0), "message"), "text")))
                .isEqualTo("wrong `{{0}}` at b; did you mean `c`?");
    }

    @Test
    void a_problem_of_which_no_place_is_known_has_no_region() {
        Problem problem = new Problem("a.yaml", Position.NONE, "", "wrong", null);
        Node physical = physical(results(sarif(problem)).get(0));
        assertThat(((Mapping) physical).find("region")).isEmpty();
    }

    @Test
    void the_schema_would_notice_a_difference() {
        String sarif = sarif(new Problem("a.yaml", new Position(1, 1), "", "wrong", null));
        assertThat(errors(sarif.replace("unicodeCodePoints", "characters"))).isNotEmpty();
        assertThat(errors(sarif.replace("\"startLine\": 1", "\"startLine\": 0"))).isNotEmpty();
        assertThat(errors(sarif.replace("a.yaml", "a b.yaml"))).isNotEmpty();
        assertThat(errors(sarif.replace("ruleId", "rule"))).isNotEmpty();
    }
}
