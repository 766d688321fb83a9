package org.cookiepolicy.request;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Who visits, as far as the operator knows.
 *
 * @param location where the visitor is, or unknown; not null
 * @param residence where the visitor lives; empty: where the visitor is
 * @param age the age in years; empty: an adult, as far as the operator knows
 * @param parentalConsent whether a parent agreed for a child
 * @param account whether the visitor is logged in to a known account
 * @param vulnerable a weakness, such as a gambling problem, that may weigh on the choice
 * @param actions what the visitor did; may be empty
 */
public record Visitor(
        Jurisdiction location,
        Optional<Jurisdiction> residence,
        Optional<Integer> age,
        boolean parentalConsent,
        boolean account,
        boolean vulnerable,
        Set<Action> actions) {
    /** Refuses missing and impossible values. */
    public Visitor {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(residence, "residence");
        Checks.require(
                age.isEmpty() || (age.get() >= 0 && age.get() <= 130),
                "age",
                "must be a number of years from 0 to 130");
        actions = Checks.copy(Action.class, actions);
    }

    /**
     * Returns an adult visitor of whom nothing else is known.
     *
     * @param location where the visitor is, not null
     * @return the visitor, not null
     */
    public static Visitor in(Jurisdiction location) {
        return builder().location(location).build();
    }

    /**
     * Returns an adult visitor of whom nothing else is known.
     *
     * @param location an ISO 3166 code or {@code unknown}, not null
     * @return the visitor, not null
     */
    public static Visitor in(String location) {
        return in(Jurisdiction.of(location));
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
        builder.location = location;
        builder.residence = residence;
        builder.age = age;
        builder.parentalConsent = parentalConsent;
        builder.account = account;
        builder.vulnerable = vulnerable;
        builder.actions = actions;
        return builder;
    }

    /** Builds a {@link Visitor}; what is not set keeps its default. */
    public static final class Builder {
        private Jurisdiction location = Jurisdiction.UNKNOWN;
        private Optional<Jurisdiction> residence = Optional.empty();
        private Optional<Integer> age = Optional.empty();
        private boolean parentalConsent = false;
        private boolean account = false;
        private boolean vulnerable = false;
        private Set<Action> actions = Set.of();

        private Builder() {}

        /**
         * Sets the fact {@link Visitor#location}.
         *
         * @param location where the visitor is, or unknown; not null
         * @return this builder
         */
        public Builder location(Jurisdiction location) {
            this.location = location;
            return this;
        }

        /**
         * Sets the fact {@link Visitor#residence}.
         *
         * @param residence where the visitor lives; empty: where the visitor is
         * @return this builder
         */
        public Builder residence(Jurisdiction residence) {
            this.residence = Optional.of(residence);
            return this;
        }

        /**
         * Sets the fact {@link Visitor#age}.
         *
         * @param age the age in years; empty: an adult, as far as the operator knows
         * @return this builder
         */
        public Builder age(Integer age) {
            this.age = Optional.of(age);
            return this;
        }

        /**
         * Sets the fact {@link Visitor#parentalConsent}.
         *
         * @param parentalConsent whether a parent agreed for a child
         * @return this builder
         */
        public Builder parentalConsent(boolean parentalConsent) {
            this.parentalConsent = parentalConsent;
            return this;
        }

        /**
         * Sets the fact {@link Visitor#account}.
         *
         * @param account whether the visitor is logged in to a known account
         * @return this builder
         */
        public Builder account(boolean account) {
            this.account = account;
            return this;
        }

        /**
         * Sets the fact {@link Visitor#vulnerable}.
         *
         * @param vulnerable a weakness, such as a gambling problem, that may weigh on the choice
         * @return this builder
         */
        public Builder vulnerable(boolean vulnerable) {
            this.vulnerable = vulnerable;
            return this;
        }

        /**
         * Sets the fact {@link Visitor#actions}.
         *
         * @param actions what the visitor did; may be empty
         * @return this builder
         */
        public Builder actions(Set<Action> actions) {
            this.actions = actions;
            return this;
        }

        /**
         * Sets the fact {@link Visitor#actions}.
         *
         * @param actions what the visitor did; may be empty
         * @return this builder
         */
        public Builder actions(Action... actions) {
            return actions(Set.copyOf(Arrays.asList(actions)));
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Visitor build() {
            return new Visitor(
                    location, residence, age, parentalConsent, account, vulnerable, actions);
        }
    }
}
