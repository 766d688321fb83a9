package org.cookiepolicy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cookiepolicy.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieNameTest {
    /** All texts of at most four letters over a and b and, for patterns, the star. */
    private static List<String> texts(String letters) {
        List<String> texts = new ArrayList<>();
        List<String> last = List.of("");
        for (int i = 0; i < 4; i++) {
            List<String> longer = new ArrayList<>();
            for (String text : last) {
                for (int letter = 0; letter < letters.length(); letter++) {
                    longer.add(text + letters.charAt(letter));
                }
            }
            texts.addAll(longer);
            last = longer;
        }
        return texts;
    }

    private static boolean matchesAsExpression(String pattern, String name) {
        return Pattern.matches(pattern.replace("*", "[ab]*"), name);
    }

    @Test
    void matches_as_the_regular_expression_would() {
        for (String pattern : texts("ab*")) {
            for (String name : texts("ab")) {
                assertThat(CookieName.parse(pattern).matches(name))
                        .as(pattern + " against " + name)
                        .isEqualTo(matchesAsExpression(pattern, name));
            }
        }
    }

    @Test
    void overlaps_when_some_name_matches_both() {
        List<String> names = new ArrayList<>(texts("ab"));
        for (String first : texts("ab")) {
            for (String second : texts("ab")) {
                names.add(first + second);
            }
        }
        List<String> patterns = texts("ab*").stream().filter(text -> text.length() <= 3).toList();
        for (String first : patterns) {
            for (String second : patterns) {
                boolean expected =
                        names.stream()
                                .anyMatch(
                                        name ->
                                                matchesAsExpression(first, name)
                                                        && matchesAsExpression(second, name));
                assertThat(CookieName.parse(first).overlaps(CookieName.parse(second)))
                        .as(first + " and " + second)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void is_not_slowed_down_by_many_stars() {
        String pattern = "*a".repeat(1_000) + "b";
        assertThat(CookieName.parse(pattern).matches("a".repeat(4_000))).isFalse();
    }

    @Test
    void is_case_sensitive() {
        assertThat(CookieName.parse("SID").matches("sid")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a=b", "a;b", "a,b", "é", "a\tb", "\"a\""})
    void refuses_what_no_cookie_is_called(String name) {
        assertThatThrownBy(() -> CookieName.parse(name)).isInstanceOf(InvalidValueException.class);
    }
}
