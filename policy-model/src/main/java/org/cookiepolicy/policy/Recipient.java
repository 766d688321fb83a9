package org.cookiepolicy.policy;

import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Somebody who receives what a cookie holds.
 *
 * @param name its name, not blank; consent and IAB vendors refer to it
 * @param country where it receives the data; empty when not stated to be abroad
 * @param role what it does with the data, not null
 * @param reusesData whether it uses the data for purposes of its own
 * @param sharesIdentifierAcrossSites whether it recognises the visitor on other sites
 * @param linksToKnownPerson whether it links the data to a person it knows
 * @param exchangeForValue whether the operator gets money or anything else of value for the data
 * @param iabVendor its number in the IAB Global Vendor List; empty when it has none
 * @param transfer the ground on which data go to its country; empty when none is stated
 * @param receives what reaches it, not null
 */
public record Recipient(
        String name,
        Optional<Jurisdiction> country,
        RecipientRole role,
        boolean reusesData,
        boolean sharesIdentifierAcrossSites,
        boolean linksToKnownPerson,
        boolean exchangeForValue,
        Optional<Integer> iabVendor,
        Optional<Transfer> transfer,
        ReceivedData receives) {
    /** Refuses missing and impossible values. */
    public Recipient {
        Checks.text(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(receives, "receives");
        Checks.require(
                iabVendor.isEmpty() || iabVendor.get() > 0,
                "iab-vendor",
                "must be a positive number");
        Checks.require(
                country.isEmpty() || !country.get().isSubdivision(),
                "country",
                "must be an ISO 3166-1 country, not a part of one");
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
        builder.name = name;
        builder.country = country;
        builder.role = role;
        builder.reusesData = reusesData;
        builder.sharesIdentifierAcrossSites = sharesIdentifierAcrossSites;
        builder.linksToKnownPerson = linksToKnownPerson;
        builder.exchangeForValue = exchangeForValue;
        builder.iabVendor = iabVendor;
        builder.transfer = transfer;
        builder.receives = receives;
        return builder;
    }

    /** Builds a {@link Recipient}; what is not set keeps its default. */
    public static final class Builder {
        private String name = "recipient";
        private Optional<Jurisdiction> country = Optional.empty();
        private RecipientRole role = RecipientRole.THIRD_PARTY;
        private boolean reusesData = false;
        private boolean sharesIdentifierAcrossSites = false;
        private boolean linksToKnownPerson = false;
        private boolean exchangeForValue = false;
        private Optional<Integer> iabVendor = Optional.empty();
        private Optional<Transfer> transfer = Optional.empty();
        private ReceivedData receives = ReceivedData.PERSONAL;

        private Builder() {}

        /**
         * Sets the fact {@link Recipient#name}.
         *
         * @param name its name, not blank; consent and IAB vendors refer to it
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#country}.
         *
         * @param country where it receives the data; empty when not stated to be abroad
         * @return this builder
         */
        public Builder country(Jurisdiction country) {
            this.country = Optional.of(country);
            return this;
        }

        /**
         * Sets the fact {@link Recipient#role}.
         *
         * @param role what it does with the data, not null
         * @return this builder
         */
        public Builder role(RecipientRole role) {
            this.role = role;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#reusesData}.
         *
         * @param reusesData whether it uses the data for purposes of its own
         * @return this builder
         */
        public Builder reusesData(boolean reusesData) {
            this.reusesData = reusesData;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#sharesIdentifierAcrossSites}.
         *
         * @param sharesIdentifierAcrossSites whether it recognises the visitor on other sites
         * @return this builder
         */
        public Builder sharesIdentifierAcrossSites(boolean sharesIdentifierAcrossSites) {
            this.sharesIdentifierAcrossSites = sharesIdentifierAcrossSites;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#linksToKnownPerson}.
         *
         * @param linksToKnownPerson whether it links the data to a person it knows
         * @return this builder
         */
        public Builder linksToKnownPerson(boolean linksToKnownPerson) {
            this.linksToKnownPerson = linksToKnownPerson;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#exchangeForValue}.
         *
         * @param exchangeForValue whether the operator gets money or anything else of value for the
         *     data
         * @return this builder
         */
        public Builder exchangeForValue(boolean exchangeForValue) {
            this.exchangeForValue = exchangeForValue;
            return this;
        }

        /**
         * Sets the fact {@link Recipient#iabVendor}.
         *
         * @param iabVendor its number in the IAB Global Vendor List; empty when it has none
         * @return this builder
         */
        public Builder iabVendor(Integer iabVendor) {
            this.iabVendor = Optional.of(iabVendor);
            return this;
        }

        /**
         * Sets the fact {@link Recipient#transfer}.
         *
         * @param transfer the ground on which data go to its country; empty when none is stated
         * @return this builder
         */
        public Builder transfer(Transfer transfer) {
            this.transfer = Optional.of(transfer);
            return this;
        }

        /**
         * Sets the fact {@link Recipient#receives}.
         *
         * @param receives what reaches it, not null
         * @return this builder
         */
        public Builder receives(ReceivedData receives) {
            this.receives = receives;
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Recipient build() {
            return new Recipient(
                    name,
                    country,
                    role,
                    reusesData,
                    sharesIdentifierAcrossSites,
                    linksToKnownPerson,
                    exchangeForValue,
                    iabVendor,
                    transfer,
                    receives);
        }
    }
}
