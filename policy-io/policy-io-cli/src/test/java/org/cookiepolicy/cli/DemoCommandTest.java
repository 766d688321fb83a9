package org.cookiepolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.request.NamedVisit;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    private static final Run DEMO = Run.of("demo");

    @Test
    void ends_clean_and_says_nothing_beside_the_answer() {
        assertThat(DEMO.code()).isZero();
        assertThat(DEMO.err()).isEmpty();
    }

    @Test
    void prints_every_cookie_of_the_example_in_the_matrix() {
        for (var entry : Example.policy().cookies()) {
            assertThat(DEMO.out()).containsPattern("(?m)^  " + entry.cookie().name() + " [ +-]+$");
        }
    }

    @Test
    void prints_every_visitor_in_the_legend_and_above_the_reasons() {
        for (NamedVisit visitor : Example.visitors()) {
            assertThat(DEMO.out().split(Pattern.quote(Words.visitor(visitor)), -1)).hasSize(3);
        }
    }

    @Test
    void cites_a_clause_with_a_link_for_each_cookie_of_each_visitor() {
        CookiePolicy policy = Example.policy();
        List<String> sections = sections();
        assertThat(sections).hasSize(Example.visitors().size());
        for (String section : sections) {
            String[] groups = section.split("(?m)^   (?=allow|deny)", -1);
            for (var entry : policy.cookies()) {
                assertThat(groups)
                        .filteredOn(group -> names(group).contains(entry.cookie().name().text()))
                        .singleElement()
                        .asString()
                        .containsPattern("<https?://[^>]+>");
            }
        }
    }

    @Test
    void says_the_same_each_time() {
        assertThat(Run.of("demo").out()).isEqualTo(DEMO.out());
    }

    /** The reasons for each visitor. */
    private static List<String> sections() {
        String reasons = DEMO.out().substring(DEMO.out().indexOf("+ may be set"));
        String[] parts = reasons.split("(?m)^[A-Z]  ", -1);
        return Arrays.asList(parts).subList(1, parts.length);
    }

    /** The cookies that stand at the head of a group. */
    private static List<String> names(String group) {
        String head = group.split("\n {12}", -1)[0];
        return Arrays.asList(head.replaceFirst("^(allow|deny) +", "").split(",\\s+|\\s+", -1));
    }
}
