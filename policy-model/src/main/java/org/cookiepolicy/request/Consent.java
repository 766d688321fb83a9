package org.cookiepolicy.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Lifespan;

/**
 * A choice that the visitor made, and everything that bears on its validity. No choice at all is an
 * empty {@code Optional} of this, never a value of it.
 *
 * @param status the choice, not null
 * @param purposes the purposes it covers; empty for all of them
 * @param vendors the names of the recipients it covers; empty for all of them
 * @param given the day of the choice; empty: thirty days before the operation
 * @param expression how it was expressed, not null
 * @param confirmed whether the visitor acted on what was shown
 * @param granular whether there was one choice for each purpose
 * @param informed whether purposes, duration and third-party access were told
 * @param refusalAsEasy whether refusing took no more effort than accepting
 * @param withdrawalAsEasy likewise for withdrawing, without detriment
 * @param condition what depended on it, not null
 * @param recorded whether the operator is able to prove it
 * @param by who made it, not null
 * @param device where it was expressed, not null
 * @param scope how far it was announced to reach, not null
 * @param rememberedFor how long the operator keeps it; empty: until it is changed
 * @param replaces an earlier refusal, withdrawal or objection that it would replace
 */
public record Consent(
        ConsentStatus status,
        Optional<Set<Purpose>> purposes,
        Optional<Set<String>> vendors,
        Optional<LocalDate> given,
        Expression expression,
        boolean confirmed,
        boolean granular,
        boolean informed,
        boolean refusalAsEasy,
        boolean withdrawalAsEasy,
        ConsentCondition condition,
        boolean recorded,
        ChosenBy by,
        ChoiceDevice device,
        ChoiceScope scope,
        Optional<Lifespan> rememberedFor,
        Optional<ConsentStatus> replaces) {
    /** Refuses missing and impossible values. */
    public Consent {
        Objects.requireNonNull(status, "status");
        purposes = purposes.map(some -> Checks.copy(Purpose.class, some));
        vendors = vendors.map(some -> Collections.unmodifiableSet(new TreeSet<>(some)));
        vendors.ifPresent(some -> some.forEach(name -> Checks.text(name, "vendors")));
        Checks.require(
                status != ConsentStatus.GRANTED || purposes.isEmpty() || !purposes.get().isEmpty(),
                "purposes",
                "consent to no purpose at all is no consent; leave `consent` out or state a refusal");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(scope, "scope");
        Checks.require(
                rememberedFor.isEmpty() || !rememberedFor.get().isSession(),
                "remembered-for",
                "must be an ISO 8601 period such as `P6M`");
        Checks.require(
                replaces.isEmpty() || replaces.get() != ConsentStatus.GRANTED,
                "replaces",
                "only a refusal, a withdrawal or an objection can be replaced");
    }

    /**
     * Returns an affirmative, free, granular and informed choice that the operator recorded.
     *
     * @param status the choice, not null
     * @param purposes the purposes it covers; none given stands for all of them
     * @return the choice, not null
     */
    public static Consent of(ConsentStatus status, Purpose... purposes) {
        Builder builder = builder().status(status);
        return (purposes.length == 0 ? builder : builder.purposes(Set.of(purposes))).build();
    }

    /**
     * Returns whether the choice covers a purpose.
     *
     * @param purpose the purpose, not null
     * @return true when it is among the purposes, or the choice was for all
     */
    public boolean covers(Purpose purpose) {
        return purposes.isEmpty() || purposes.get().contains(purpose);
    }

    /**
     * Returns a builder with the default of every fact.
     *
     * @return a new builder, not null
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder that starts from this value.
     *
     * @return a new builder, not null
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.status = status;
        builder.purposes = purposes;
        builder.vendors = vendors;
        builder.given = given;
        builder.expression = expression;
        builder.confirmed = confirmed;
        builder.granular = granular;
        builder.informed = informed;
        builder.refusalAsEasy = refusalAsEasy;
        builder.withdrawalAsEasy = withdrawalAsEasy;
        builder.condition = condition;
        builder.recorded = recorded;
        builder.by = by;
        builder.device = device;
        builder.scope = scope;
        builder.rememberedFor = rememberedFor;
        builder.replaces = replaces;
        return builder;
    }

    /** Builds a {@link Consent}; what is not set keeps its default. */
    public static final class Builder {
        private ConsentStatus status = ConsentStatus.REFUSED;
        private Optional<Set<Purpose>> purposes = Optional.empty();
        private Optional<Set<String>> vendors = Optional.empty();
        private Optional<LocalDate> given = Optional.empty();
        private Expression expression = Expression.AFFIRMATIVE;
        private boolean confirmed = true;
        private boolean granular = true;
        private boolean informed = true;
        private boolean refusalAsEasy = true;
        private boolean withdrawalAsEasy = true;
        private ConsentCondition condition = ConsentCondition.FREE;
        private boolean recorded = true;
        private ChosenBy by = ChosenBy.VISITOR;
        private ChoiceDevice device = ChoiceDevice.THIS;
        private ChoiceScope scope = ChoiceScope.DEVICE;
        private Optional<Lifespan> rememberedFor = Optional.empty();
        private Optional<ConsentStatus> replaces = Optional.empty();

        private Builder() {}

        /**
         * Sets the fact {@link Consent#status}.
         *
         * @param status the choice, not null
         * @return this builder
         */
        public Builder status(ConsentStatus status) {
            this.status = status;
            return this;
        }

        /**
         * Sets the fact {@link Consent#purposes}.
         *
         * @param purposes the purposes it covers; empty for all of them
         * @return this builder
         */
        public Builder purposes(Set<Purpose> purposes) {
            this.purposes = Optional.of(purposes);
            return this;
        }

        /**
         * Sets the fact {@link Consent#vendors}.
         *
         * @param vendors the names of the recipients it covers; empty for all of them
         * @return this builder
         */
        public Builder vendors(Set<String> vendors) {
            this.vendors = Optional.of(vendors);
            return this;
        }

        /**
         * Sets the fact {@link Consent#given}.
         *
         * @param given the day of the choice; empty: thirty days before the operation
         * @return this builder
         */
        public Builder given(LocalDate given) {
            this.given = Optional.of(given);
            return this;
        }

        /**
         * Sets the fact {@link Consent#expression}.
         *
         * @param expression how it was expressed, not null
         * @return this builder
         */
        public Builder expression(Expression expression) {
            this.expression = expression;
            return this;
        }

        /**
         * Sets the fact {@link Consent#confirmed}.
         *
         * @param confirmed whether the visitor acted on what was shown
         * @return this builder
         */
        public Builder confirmed(boolean confirmed) {
            this.confirmed = confirmed;
            return this;
        }

        /**
         * Sets the fact {@link Consent#granular}.
         *
         * @param granular whether there was one choice for each purpose
         * @return this builder
         */
        public Builder granular(boolean granular) {
            this.granular = granular;
            return this;
        }

        /**
         * Sets the fact {@link Consent#informed}.
         *
         * @param informed whether purposes, duration and third-party access were told
         * @return this builder
         */
        public Builder informed(boolean informed) {
            this.informed = informed;
            return this;
        }

        /**
         * Sets the fact {@link Consent#refusalAsEasy}.
         *
         * @param refusalAsEasy whether refusing took no more effort than accepting
         * @return this builder
         */
        public Builder refusalAsEasy(boolean refusalAsEasy) {
            this.refusalAsEasy = refusalAsEasy;
            return this;
        }

        /**
         * Sets the fact {@link Consent#withdrawalAsEasy}.
         *
         * @param withdrawalAsEasy likewise for withdrawing, without detriment
         * @return this builder
         */
        public Builder withdrawalAsEasy(boolean withdrawalAsEasy) {
            this.withdrawalAsEasy = withdrawalAsEasy;
            return this;
        }

        /**
         * Sets the fact {@link Consent#condition}.
         *
         * @param condition what depended on it, not null
         * @return this builder
         */
        public Builder condition(ConsentCondition condition) {
            this.condition = condition;
            return this;
        }

        /**
         * Sets the fact {@link Consent#recorded}.
         *
         * @param recorded whether the operator is able to prove it
         * @return this builder
         */
        public Builder recorded(boolean recorded) {
            this.recorded = recorded;
            return this;
        }

        /**
         * Sets the fact {@link Consent#by}.
         *
         * @param by who made it, not null
         * @return this builder
         */
        public Builder by(ChosenBy by) {
            this.by = by;
            return this;
        }

        /**
         * Sets the fact {@link Consent#device}.
         *
         * @param device where it was expressed, not null
         * @return this builder
         */
        public Builder device(ChoiceDevice device) {
            this.device = device;
            return this;
        }

        /**
         * Sets the fact {@link Consent#scope}.
         *
         * @param scope how far it was announced to reach, not null
         * @return this builder
         */
        public Builder scope(ChoiceScope scope) {
            this.scope = scope;
            return this;
        }

        /**
         * Sets the fact {@link Consent#rememberedFor}.
         *
         * @param rememberedFor how long the operator keeps it; empty: until it is changed
         * @return this builder
         */
        public Builder rememberedFor(Lifespan rememberedFor) {
            this.rememberedFor = Optional.of(rememberedFor);
            return this;
        }

        /**
         * Sets the fact {@link Consent#replaces}.
         *
         * @param replaces an earlier refusal, withdrawal or objection that it would replace
         * @return this builder
         */
        public Builder replaces(ConsentStatus replaces) {
            this.replaces = Optional.of(replaces);
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Consent build() {
            return new Consent(
                    status,
                    purposes,
                    vendors,
                    given,
                    expression,
                    confirmed,
                    granular,
                    informed,
                    refusalAsEasy,
                    withdrawalAsEasy,
                    condition,
                    recorded,
                    by,
                    device,
                    scope,
                    rememberedFor,
                    replaces);
        }
    }
}
