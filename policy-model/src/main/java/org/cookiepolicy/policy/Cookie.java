package org.cookiepolicy.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Lifespan;

/**
 * A cookie, or another thing stored on the device or read from it, as far as the law asks about it.
 *
 * <p>A fact that an operator does not state is taken at the default that helps the visitor least:
 * the defaults are those of {@link #builder()}. Safeguards that are not stated are not there.
 *
 * @param name its name or a pattern that matches its names, not null
 * @param purposes what it is really used for, not empty
 * @param declaredCategory the operator's own label; never decides; may be empty
 * @param party whose cookie it is, not null
 * @param lifespan how long it is kept, not null
 * @param technology the technique, not null
 * @param personalData whether it is personal data or leads to such
 * @param sensitiveData the sensitive data that it reveals; may be empty
 * @param safeguards what keeps its effect small; may be empty
 * @param canBeDisabled whether the visitor is able to switch it off
 * @param claimedBasis the basis that the operator invokes; never decides; may be empty
 * @param soldOrShared whether it is a sale, sharing or targeted-advertising disclosure, not null
 * @param recipients who receives what it holds; may be empty, names are distinct
 */
public record Cookie(
        CookieName name,
        Set<Purpose> purposes,
        Optional<String> declaredCategory,
        Party party,
        Lifespan lifespan,
        Technology technology,
        boolean personalData,
        Set<SensitiveData> sensitiveData,
        Set<Safeguard> safeguards,
        boolean canBeDisabled,
        Optional<ClaimedBasis> claimedBasis,
        Disclosure soldOrShared,
        List<Recipient> recipients) {
    /** Refuses missing and impossible values. */
    public Cookie {
        Objects.requireNonNull(name, "name");
        purposes = Checks.copy(Purpose.class, purposes);
        Checks.require(!purposes.isEmpty(), "purposes", "at least one purpose is needed");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(lifespan, "lifespan");
        Objects.requireNonNull(technology, "technology");
        sensitiveData = Checks.copy(SensitiveData.class, sensitiveData);
        safeguards = Checks.copy(Safeguard.class, safeguards);
        Objects.requireNonNull(soldOrShared, "soldOrShared");
        recipients = List.copyOf(recipients);
        Checks.distinct(recipients.stream().map(Recipient::name).toList(), "recipients");
        declaredCategory.ifPresent(label -> Checks.text(label, "declared-category"));
    }

    /**
     * Returns a first-party session cookie with the given purposes and the default of every other
     * fact.
     *
     * @param name its name or pattern, not null
     * @param purposes its purposes, not empty
     * @return the cookie, not null
     */
    public static Cookie of(String name, Purpose... purposes) {
        return builder().name(CookieName.parse(name)).purposes(purposes).build();
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
        builder.purposes = purposes;
        builder.declaredCategory = declaredCategory;
        builder.party = party;
        builder.lifespan = lifespan;
        builder.technology = technology;
        builder.personalData = personalData;
        builder.sensitiveData = sensitiveData;
        builder.safeguards = safeguards;
        builder.canBeDisabled = canBeDisabled;
        builder.claimedBasis = claimedBasis;
        builder.soldOrShared = soldOrShared;
        builder.recipients = recipients;
        return builder;
    }

    /** Builds a {@link Cookie}; what is not set keeps its default. */
    public static final class Builder {
        private CookieName name = CookieName.parse("example");
        private Set<Purpose> purposes = Set.of();
        private Optional<String> declaredCategory = Optional.empty();
        private Party party = Party.FIRST;
        private Lifespan lifespan = Lifespan.SESSION;
        private Technology technology = Technology.HTTP_COOKIE;
        private boolean personalData = true;
        private Set<SensitiveData> sensitiveData = Set.of();
        private Set<Safeguard> safeguards = Set.of();
        private boolean canBeDisabled = true;
        private Optional<ClaimedBasis> claimedBasis = Optional.empty();
        private Disclosure soldOrShared = Disclosure.DERIVED;
        private List<Recipient> recipients = List.of();

        private Builder() {}

        /**
         * Sets the fact {@link Cookie#name}.
         *
         * @param name its name or a pattern that matches its names, not null
         * @return this builder
         */
        public Builder name(CookieName name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#purposes}.
         *
         * @param purposes what it is really used for, not empty
         * @return this builder
         */
        public Builder purposes(Set<Purpose> purposes) {
            this.purposes = purposes;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#purposes}.
         *
         * @param purposes what it is really used for, not empty
         * @return this builder
         */
        public Builder purposes(Purpose... purposes) {
            return purposes(Set.copyOf(Arrays.asList(purposes)));
        }

        /**
         * Sets the fact {@link Cookie#declaredCategory}.
         *
         * @param declaredCategory the operator's own label; never decides; may be empty
         * @return this builder
         */
        public Builder declaredCategory(String declaredCategory) {
            this.declaredCategory = Optional.of(declaredCategory);
            return this;
        }

        /**
         * Sets the fact {@link Cookie#party}.
         *
         * @param party whose cookie it is, not null
         * @return this builder
         */
        public Builder party(Party party) {
            this.party = party;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#lifespan}.
         *
         * @param lifespan how long it is kept, not null
         * @return this builder
         */
        public Builder lifespan(Lifespan lifespan) {
            this.lifespan = lifespan;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#technology}.
         *
         * @param technology the technique, not null
         * @return this builder
         */
        public Builder technology(Technology technology) {
            this.technology = technology;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#personalData}.
         *
         * @param personalData whether it is personal data or leads to such
         * @return this builder
         */
        public Builder personalData(boolean personalData) {
            this.personalData = personalData;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#sensitiveData}.
         *
         * @param sensitiveData the sensitive data that it reveals; may be empty
         * @return this builder
         */
        public Builder sensitiveData(Set<SensitiveData> sensitiveData) {
            this.sensitiveData = sensitiveData;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#sensitiveData}.
         *
         * @param sensitiveData the sensitive data that it reveals; may be empty
         * @return this builder
         */
        public Builder sensitiveData(SensitiveData... sensitiveData) {
            return sensitiveData(Set.copyOf(Arrays.asList(sensitiveData)));
        }

        /**
         * Sets the fact {@link Cookie#safeguards}.
         *
         * @param safeguards what keeps its effect small; may be empty
         * @return this builder
         */
        public Builder safeguards(Set<Safeguard> safeguards) {
            this.safeguards = safeguards;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#safeguards}.
         *
         * @param safeguards what keeps its effect small; may be empty
         * @return this builder
         */
        public Builder safeguards(Safeguard... safeguards) {
            return safeguards(Set.copyOf(Arrays.asList(safeguards)));
        }

        /**
         * Sets the fact {@link Cookie#canBeDisabled}.
         *
         * @param canBeDisabled whether the visitor is able to switch it off
         * @return this builder
         */
        public Builder canBeDisabled(boolean canBeDisabled) {
            this.canBeDisabled = canBeDisabled;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#claimedBasis}.
         *
         * @param claimedBasis the basis that the operator invokes; never decides; may be empty
         * @return this builder
         */
        public Builder claimedBasis(ClaimedBasis claimedBasis) {
            this.claimedBasis = Optional.of(claimedBasis);
            return this;
        }

        /**
         * Sets the fact {@link Cookie#soldOrShared}.
         *
         * @param soldOrShared whether it is a sale, sharing or targeted-advertising disclosure, not
         *     null
         * @return this builder
         */
        public Builder soldOrShared(Disclosure soldOrShared) {
            this.soldOrShared = soldOrShared;
            return this;
        }

        /**
         * Sets the fact {@link Cookie#recipients}.
         *
         * @param recipients who receives what it holds; may be empty, names are distinct
         * @return this builder
         */
        public Builder recipients(List<Recipient> recipients) {
            this.recipients = recipients;
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Cookie build() {
            return new Cookie(
                    name,
                    purposes,
                    declaredCategory,
                    party,
                    lifespan,
                    technology,
                    personalData,
                    sensitiveData,
                    safeguards,
                    canBeDisabled,
                    claimedBasis,
                    soldOrShared,
                    recipients);
        }
    }
}
