package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide of this module says what is so. */
class GuideTest {
    @Test
    void the_facts_in_the_guide_are_those_that_rules_may_name() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(RuleBase.VOCABULARY.describe());
    }
}
