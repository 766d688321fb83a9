package org.cookiepolicy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifespanTest {
    @ParameterizedTest
    @ValueSource(strings = {"session", "PT3H", "P30D", "P13M", "P2Y", "P1Y2M3D", "P1DT2H", "PT30M"})
    void is_written_as_it_was_read(String text) {
        assertThat(Lifespan.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "Session",
                "13M",
                "P-1D",
                "-P1D",
                "P1.5D",
                "P1H",
                "P0D",
                "PT0S",
                "P1M ",
                "P99999999999Y",
                "P2000Y",
                "1 year"
            })
    void refuses_what_is_no_lifespan(String text) {
        assertThatThrownBy(() -> Lifespan.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("lifespan: ");
    }

    @Test
    void is_ordered_by_length() {
        List<String> ascending =
                List.of(
                        "session", "PT30M", "PT12H", "P1D", "P30D", "P1M", "P6M", "P365D", "P12M",
                        "P13M");
        for (int i = 1; i < ascending.size(); i++) {
            Lifespan shorter = Lifespan.parse(ascending.get(i - 1));
            Lifespan longer = Lifespan.parse(ascending.get(i));
            assertThat(shorter).isLessThan(longer);
            assertThat(shorter.isAtMost(longer)).isTrue();
            assertThat(longer.isAtMost(shorter)).isFalse();
        }
        assertThat(Lifespan.parse("P1Y")).isEqualByComparingTo(Lifespan.parse("P12M"));
        assertThat(Lifespan.parse("P1Y").isAtMost(Lifespan.parse("P12M"))).isTrue();
    }

    @Test
    void ends_on_the_day_of_the_same_number() {
        LocalDate start = LocalDate.of(2026, 5, 23);
        assertThat(Lifespan.parse("P6M").lastDay(start)).isEqualTo("2026-11-23");
        assertThat(Lifespan.parse("P1M").lastDay(LocalDate.of(2026, 1, 31)))
                .isEqualTo("2026-02-28");
        assertThat(Lifespan.parse("PT36H").lastDay(start)).isEqualTo("2026-05-24");
        assertThat(Lifespan.SESSION.lastDay(start)).isEqualTo(start);
    }
}
