package org.cookiepolicy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookiepolicy.policy.Purpose;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void spells_constants_and_components_with_hyphens() {
        assertThat(Tokens.of(Purpose.AB_TESTING)).isEqualTo("ab-testing");
        assertThat(Tokens.ofName("refusalAsEasy")).isEqualTo("refusal-as-easy");
    }

    @Test
    void finds_every_constant_by_its_spelling_and_no_other() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(Tokens.find(Purpose.class, Tokens.of(purpose))).contains(purpose);
        }
        assertThat(Tokens.find(Purpose.class, "AUTHENTICATION")).isEmpty();
        assertThat(Tokens.find(Purpose.class, "authentication ")).isEmpty();
    }

    @Test
    void suggests_what_was_probably_meant_and_nothing_far_off() {
        List<String> known = Tokens.all(Purpose.class);
        assertThat(Tokens.nearest("audience-mesurement", known)).contains("audience-measurement");
        assertThat(Tokens.nearest("Audience_Measurement", known)).contains("audience-measurement");
        assertThat(Tokens.nearest("profilign", known)).contains("profiling");
        assertThat(Tokens.nearest("marketing", known)).isEmpty();
        assertThat(Tokens.nearest("audience", known)).contains("audience-measurement");
        assertThat(Tokens.nearest("social", known)).as("two begin so").isEmpty();
        assertThat(Tokens.nearest("aud", known)).as("too short").isEmpty();
    }
}
