package org.cookiepolicy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.junit.jupiter.api.Test;

/** The guide of this module says what is so. */
class GuideTest {
    private static String guide() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void the_facts_in_the_guide_are_those_that_rules_may_name() throws IOException {
        assertThat(guide()).contains(RuleBase.VOCABULARY.describe());
    }

    @Test
    void the_jurisdiction_in_the_guide_is_a_law_that_decides() throws IOException {
        Matcher example =
                Pattern.compile("   ```yaml\n(.*?)   ```", Pattern.DOTALL).matcher(guide());
        assertThat(example.find()).isTrue();
        List<LawFile> files = new ArrayList<>();
        for (LawFile file : LawFile.shipped()) {
            // As if nobody had looked at the place yet.
            files.add(new LawFile(file.name(), file.text().replaceAll("\\bAQ\\b", "BV")));
        }
        assertThat(PolicyEngine.load(files).decide(request(Purpose.RESEARCH)).coverage())
                .isEqualTo(Coverage.NOT_COVERED);
        files.add(new LawFile("aq/act.yaml", example.group(1).replaceAll("(?m)^   ", "")));
        assertThat(LawCheck.check(files)).extracting(Problem::toString).isEmpty();
        PolicyEngine engine = PolicyEngine.load(files);
        Decision research = engine.decide(request(Purpose.RESEARCH));
        assertThat(research.coverage()).isEqualTo(Coverage.COVERED);
        assertThat(research.isAllowed()).isFalse();
        assertThat(research.why()).contains("Antarctic Cookie Act, section 1");
        assertThat(engine.decide(request(Purpose.AUTHENTICATION)).isAllowed()).isTrue();
    }

    private static Request request(Purpose purpose) {
        return Request.toSet(
                Cookie.of("example", purpose),
                Visit.of(LocalDate.of(2026, 11, 25), Visitor.in("AQ")));
    }
}
