package org.cookiepolicy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionTest {
    @ParameterizedTest
    @ValueSource(strings = {"FR", "NO", "XK", "US-CA", "US-DC", "CA-QC", "DE-BY", "unknown"})
    void accepts_a_code_that_is_assigned(String code) {
        assertThat(Jurisdiction.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({"UK,GB", "EL,GR", "fr,FR", "us-ca,US-CA", "US_CA,US-CA"})
    void suggests_the_code_that_was_meant(String wrong, String meant) {
        InvalidValueException refused =
                catchThrowableOfType(InvalidValueException.class, () -> Jurisdiction.of(wrong));
        assertThat(refused.suggestion()).isEqualTo(meant);
        assertThat(refused.reason()).contains("`" + wrong + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "ZZ", "EU", "US-XX", "CA-CA", "US-", "-CA", "Unknown", "FRA"})
    void refuses_a_code_that_is_not(String code) {
        assertThatThrownBy(() -> Jurisdiction.of(code)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void knows_the_country_of_a_part() {
        assertThat(Jurisdiction.of("US-CA").country()).isEqualTo(Jurisdiction.of("US"));
        assertThat(Jurisdiction.of("US").country()).isEqualTo(Jurisdiction.of("US"));
        assertThat(Jurisdiction.UNKNOWN.country()).isEqualTo(Jurisdiction.UNKNOWN);
        assertThat(Jurisdiction.UNKNOWN.isSubdivision()).isFalse();
        assertThat(Jurisdiction.of("CA-QC").isSubdivision()).isTrue();
    }
}
