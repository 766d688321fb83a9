package org.cookiepolicy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.junit.jupiter.api.Test;

/** Impossible facts are refused, and facts do not change behind a value's back. */
class RequestFactsTest {
    @Test
    void a_cookie_has_a_purpose_and_its_recipients_are_distinct() {
        assertThatThrownBy(() -> Cookie.builder().build())
                .hasMessage("purposes: at least one purpose is needed");
        Recipient recipient = Recipient.builder().name("one").build();
        assertThatThrownBy(
                        () ->
                                Cookie.builder()
                                        .purposes(Purpose.SECURITY)
                                        .recipients(List.of(recipient, recipient))
                                        .build())
                .hasMessage("recipients: `one` stands there twice");
    }

    @Test
    void an_age_is_a_human_one() {
        assertThat(Visitor.builder().age(0).build().age()).contains(0);
        assertThat(Visitor.builder().age(130).build().age()).contains(130);
        assertThatThrownBy(() -> Visitor.builder().age(-1).build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Visitor.builder().age(131).build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_choice_is_remembered_for_some_time_and_replaces_no_consent() {
        assertThatThrownBy(() -> Consent.builder().rememberedFor(Lifespan.SESSION).build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Consent.builder().replaces(ConsentStatus.GRANTED).build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(
                        () ->
                                Consent.builder()
                                        .status(ConsentStatus.GRANTED)
                                        .purposes(Set.of())
                                        .build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_consent_string_of_the_first_version_is_refused() {
        assertThatThrownBy(
                        () ->
                                new TcfString(
                                        "1.1",
                                        Optional.empty(),
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        false))
                .hasMessage("version: `1.1` is not understood; `2.0` to `2.3` are");
    }

    @Test
    void no_consent_string_without_purpose_1_covers_anything() {
        TcfString allButOne =
                new TcfString(
                        "2.3",
                        Optional.empty(),
                        Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                        Set.of(),
                        Set.of(),
                        true);
        for (Purpose purpose : Purpose.values()) {
            assertThat(allButOne.covers(purpose)).as(purpose.name()).isFalse();
        }
    }

    @Test
    void a_recipient_sits_in_a_country() {
        assertThatThrownBy(
                        () ->
                                Recipient.builder()
                                        .name("r")
                                        .country(Jurisdiction.of("US-CA"))
                                        .build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_visit_writes_out_the_days_that_were_left_out() {
        Visit visit =
                Visit.of(LocalDate.of(2026, 3, 31), Visitor.in("FR")).toBuilder()
                        .consent(Consent.of(ConsentStatus.GRANTED))
                        .build();
        Visit settled = visit.settled();
        assertThat(settled.consent().orElseThrow().given()).contains(LocalDate.of(2026, 3, 1));
        assertThat(settled.settled()).isEqualTo(settled);
    }

    @Test
    void collections_are_copied_and_cannot_be_changed() {
        Set<Action> actions = EnumSet.of(Action.LOGGED_IN);
        Visitor visitor = Visitor.builder().actions(actions).build();
        actions.clear();
        assertThat(visitor.actions()).containsExactly(Action.LOGGED_IN);
        assertThatThrownBy(() -> visitor.actions().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        Visit visit = Visit.of(LocalDate.EPOCH, visitor);
        assertThatThrownBy(
                        () ->
                                visit.interpretations()
                                        .putAll(
                                                Map.of(
                                                        ContestedPoint.TAG_MANAGER,
                                                        Reading.LENIENT)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void sets_keep_the_order_of_declaration_whatever_order_they_came_in() {
        Cookie one = Cookie.of("c", Purpose.PROFILING, Purpose.USER_INPUT, Purpose.SECURITY);
        assertThat(one.purposes())
                .containsExactly(Purpose.USER_INPUT, Purpose.SECURITY, Purpose.PROFILING);
    }
}
