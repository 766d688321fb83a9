package org.cookiepolicy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.junit.jupiter.api.Test;

class CookiePolicyTest {
    private static PolicyCookie entry(String name, String domain) {
        return new PolicyCookie(
                Cookie.of(name, Purpose.SECURITY),
                Optional.ofNullable(domain),
                Optional.empty(),
                "",
                List.of());
    }

    private static CookiePolicy policy(PolicyCookie... entries) {
        return policy(List.of(entries), List.of(), List.of(revision("1", 2020)));
    }

    private static Revision revision(String version, int year) {
        return new Revision(version, LocalDate.of(year, 1, 1), "changed");
    }

    private static CookiePolicy policy(
            List<PolicyCookie> entries, List<Processor> processors, List<Revision> revisions) {
        return new CookiePolicy(
                "p",
                "P",
                new Controller("C", Jurisdiction.of("EE"), ""),
                List.of(new Website("example.com", "Example")),
                revisions,
                List.of(),
                processors,
                entries,
                List.of(),
                Optional.empty());
    }

    private static String found(CookiePolicy policy, String name, String host) {
        return policy.find(name, Optional.ofNullable(host))
                .map(e -> e.cookie().name() + e.domain().map(d -> "@" + d).orElse(""))
                .orElse("unknown");
    }

    @Test
    void the_most_specific_entry_wins_whatever_the_order() {
        List<PolicyCookie> entries =
                List.of(
                        entry("*", null),
                        entry("_g*", null),
                        entry("_ga*", null),
                        entry("_ga", null),
                        entry("_ga", "example.com"),
                        entry("_ga", "shop.example.com"));
        List<PolicyCookie> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        for (List<PolicyCookie> order : List.of(entries, reversed)) {
            CookiePolicy policy = policy(order.toArray(PolicyCookie[]::new));
            assertThat(found(policy, "_ga", "a.shop.example.com"))
                    .isEqualTo("_ga@shop.example.com");
            assertThat(found(policy, "_ga", "example.com")).isEqualTo("_ga@example.com");
            assertThat(found(policy, "_ga", "badexample.com")).isEqualTo("_ga");
            assertThat(found(policy, "_ga", null)).isEqualTo("_ga");
            assertThat(found(policy, "_ga_X", null)).isEqualTo("_ga*");
            assertThat(found(policy, "_gid", null)).isEqualTo("_g*");
            assertThat(found(policy, "x", null)).isEqualTo("*");
        }
    }

    @Test
    void an_exact_name_wins_over_a_longer_pattern() {
        CookiePolicy policy = policy(entry("abc", null), entry("abc**", "example.com"));
        assertThat(found(policy, "abc", "example.com")).isEqualTo("abc");
    }

    @Test
    void a_cookie_that_no_entry_matches_is_unknown() {
        assertThat(found(policy(entry("_ga", "example.com")), "_ga", null)).isEqualTo("unknown");
        assertThat(found(policy(), "_ga", null)).isEqualTo("unknown");
    }

    @Test
    void refuses_a_tie() {
        assertThatThrownBy(() -> policy(entry("a*b", null), entry("*ab", null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "cookies[1]: `a*b` and `*ab` match a same cookie and neither is more specific");
        assertThatThrownBy(() -> policy(entry("a", null), entry("a", null)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(policy(entry("a*c", null), entry("b*c", null)).cookies()).hasSize(2);
    }

    @Test
    void refuses_a_reference_to_what_is_not_there_and_suggests_what_is() {
        Processor analytics =
                new Processor(
                        "analytics",
                        Recipient.builder().name("A").build(),
                        "counts",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        PolicyCookie misspelt =
                new PolicyCookie(
                        Cookie.of("a", Purpose.SECURITY),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        List.of("analytic"));
        assertThatThrownBy(
                        () ->
                                policy(
                                        List.of(misspelt),
                                        List.of(analytics),
                                        List.of(revision("1", 2020))))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> {
                            assertThat(refused.reason())
                                    .isEqualTo(
                                            "processor `analytic` of cookie `a` is not defined in this policy");
                            assertThat(refused.suggestion()).isEqualTo("analytics");
                        });
    }

    @Test
    void refuses_revisions_that_do_not_follow_each_other() {
        assertThatThrownBy(
                        () ->
                                policy(
                                        List.of(),
                                        List.of(),
                                        List.of(revision("1", 2020), revision("2", 2020))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("`2`");
        List<Revision> ascending = List.of(revision("1", 2020), revision("2", 2021));
        assertThat(policy(List.of(), List.of(), ascending).revision().version()).isEqualTo("2");
    }
}
