package org.cookiepolicy.law;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Technology;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.SiteService;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Which accesses a provision is about. Every fact that is given must fit; one that is left out fits
 * always.
 *
 * @param purposes purposes it is about; empty for all
 * @param data whether it is about personal data only, other data only, or both; not null
 * @param sensitiveData sensitive data one kind of which must be revealed; empty: no matter
 * @param disclosure the disclosure it is about, not null
 * @param parties whose cookies it is about; empty for all
 * @param technologies techniques it is about; empty for all
 * @param services services it is about; empty for all
 * @param ageFrom only visitors known to be at least so old, in years
 * @param ageBelow only visitors known to be younger, in years
 * @param childBelow only visitors known to be younger, and visitors of unknown age on a site
 *     directed to children
 * @param childDirected only sites directed to children
 * @param crossSite only data that a recipient uses to recognise the visitor across sites, or a
 *     profile that a third party builds
 * @param linkedToPerson only where a recipient links the data to a person it knows
 * @param sentToThirdParty only cookies of a third party, and data that a recipient other than a
 *     service provider gets
 * @param account only visitors logged in to a known account
 * @param signal only requests that carry Global Privacy Control
 * @param cannotBeDisabled only cookies that the visitor is unable to switch off
 * @param optOutMechanisms only sites whose way to opt out is in such a state; empty: no matter
 * @param thresholds only operators that meet the size or revenue thresholds of the place
 * @param recipientCountries only where a recipient sits in one of these countries; empty: no matter
 */
public record Scope(
        Set<Purpose> purposes,
        DataScope data,
        Set<SensitiveData> sensitiveData,
        DisclosureScope disclosure,
        Set<Party> parties,
        Set<Technology> technologies,
        Set<SiteService> services,
        Optional<Integer> ageFrom,
        Optional<Integer> ageBelow,
        Optional<Integer> childBelow,
        boolean childDirected,
        boolean crossSite,
        boolean linkedToPerson,
        boolean sentToThirdParty,
        boolean account,
        boolean signal,
        boolean cannotBeDisabled,
        Set<OptOutMechanism> optOutMechanisms,
        boolean thresholds,
        Set<Jurisdiction> recipientCountries) {
    /** Refuses missing and impossible values. */
    public Scope {
        purposes = Checks.copy(Purpose.class, purposes);
        Objects.requireNonNull(data, "data");
        sensitiveData = Checks.copy(SensitiveData.class, sensitiveData);
        Objects.requireNonNull(disclosure, "disclosure");
        parties = Checks.copy(Party.class, parties);
        technologies = Checks.copy(Technology.class, technologies);
        services = Checks.copy(SiteService.class, services);
        optOutMechanisms = Checks.copy(OptOutMechanism.class, optOutMechanisms);
        recipientCountries = Set.copyOf(recipientCountries);
        Checks.require(
                ageFrom.isEmpty() || ageBelow.isEmpty() || ageFrom.get() < ageBelow.get(),
                "age-from",
                "must be below age-below");
    }

    /** Everything. */
    public static final Scope ANY = builder().build();

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
        builder.purposes = purposes;
        builder.data = data;
        builder.sensitiveData = sensitiveData;
        builder.disclosure = disclosure;
        builder.parties = parties;
        builder.technologies = technologies;
        builder.services = services;
        builder.ageFrom = ageFrom;
        builder.ageBelow = ageBelow;
        builder.childBelow = childBelow;
        builder.childDirected = childDirected;
        builder.crossSite = crossSite;
        builder.linkedToPerson = linkedToPerson;
        builder.sentToThirdParty = sentToThirdParty;
        builder.account = account;
        builder.signal = signal;
        builder.cannotBeDisabled = cannotBeDisabled;
        builder.optOutMechanisms = optOutMechanisms;
        builder.thresholds = thresholds;
        builder.recipientCountries = recipientCountries;
        return builder;
    }

    /** Builds a {@link Scope}; what is not set keeps its default. */
    public static final class Builder {
        private Set<Purpose> purposes = Set.of();
        private DataScope data = DataScope.ANY;
        private Set<SensitiveData> sensitiveData = Set.of();
        private DisclosureScope disclosure = DisclosureScope.ANY;
        private Set<Party> parties = Set.of();
        private Set<Technology> technologies = Set.of();
        private Set<SiteService> services = Set.of();
        private Optional<Integer> ageFrom = Optional.empty();
        private Optional<Integer> ageBelow = Optional.empty();
        private Optional<Integer> childBelow = Optional.empty();
        private boolean childDirected = false;
        private boolean crossSite = false;
        private boolean linkedToPerson = false;
        private boolean sentToThirdParty = false;
        private boolean account = false;
        private boolean signal = false;
        private boolean cannotBeDisabled = false;
        private Set<OptOutMechanism> optOutMechanisms = Set.of();
        private boolean thresholds = false;
        private Set<Jurisdiction> recipientCountries = Set.of();

        private Builder() {}

        /**
         * Sets the fact {@link Scope#purposes}.
         *
         * @param purposes purposes it is about; empty for all
         * @return this builder
         */
        public Builder purposes(Set<Purpose> purposes) {
            this.purposes = purposes;
            return this;
        }

        /**
         * Sets the fact {@link Scope#purposes}.
         *
         * @param purposes purposes it is about; empty for all
         * @return this builder
         */
        public Builder purposes(Purpose... purposes) {
            return purposes(Set.copyOf(Arrays.asList(purposes)));
        }

        /**
         * Sets the fact {@link Scope#data}.
         *
         * @param data whether it is about personal data only, other data only, or both; not null
         * @return this builder
         */
        public Builder data(DataScope data) {
            this.data = data;
            return this;
        }

        /**
         * Sets the fact {@link Scope#sensitiveData}.
         *
         * @param sensitiveData sensitive data one kind of which must be revealed; empty: no matter
         * @return this builder
         */
        public Builder sensitiveData(Set<SensitiveData> sensitiveData) {
            this.sensitiveData = sensitiveData;
            return this;
        }

        /**
         * Sets the fact {@link Scope#sensitiveData}.
         *
         * @param sensitiveData sensitive data one kind of which must be revealed; empty: no matter
         * @return this builder
         */
        public Builder sensitiveData(SensitiveData... sensitiveData) {
            return sensitiveData(Set.copyOf(Arrays.asList(sensitiveData)));
        }

        /**
         * Sets the fact {@link Scope#disclosure}.
         *
         * @param disclosure the disclosure it is about, not null
         * @return this builder
         */
        public Builder disclosure(DisclosureScope disclosure) {
            this.disclosure = disclosure;
            return this;
        }

        /**
         * Sets the fact {@link Scope#parties}.
         *
         * @param parties whose cookies it is about; empty for all
         * @return this builder
         */
        public Builder parties(Set<Party> parties) {
            this.parties = parties;
            return this;
        }

        /**
         * Sets the fact {@link Scope#parties}.
         *
         * @param parties whose cookies it is about; empty for all
         * @return this builder
         */
        public Builder parties(Party... parties) {
            return parties(Set.copyOf(Arrays.asList(parties)));
        }

        /**
         * Sets the fact {@link Scope#technologies}.
         *
         * @param technologies techniques it is about; empty for all
         * @return this builder
         */
        public Builder technologies(Set<Technology> technologies) {
            this.technologies = technologies;
            return this;
        }

        /**
         * Sets the fact {@link Scope#technologies}.
         *
         * @param technologies techniques it is about; empty for all
         * @return this builder
         */
        public Builder technologies(Technology... technologies) {
            return technologies(Set.copyOf(Arrays.asList(technologies)));
        }

        /**
         * Sets the fact {@link Scope#services}.
         *
         * @param services services it is about; empty for all
         * @return this builder
         */
        public Builder services(Set<SiteService> services) {
            this.services = services;
            return this;
        }

        /**
         * Sets the fact {@link Scope#services}.
         *
         * @param services services it is about; empty for all
         * @return this builder
         */
        public Builder services(SiteService... services) {
            return services(Set.copyOf(Arrays.asList(services)));
        }

        /**
         * Sets the fact {@link Scope#ageFrom}.
         *
         * @param ageFrom only visitors known to be at least so old, in years
         * @return this builder
         */
        public Builder ageFrom(Integer ageFrom) {
            this.ageFrom = Optional.of(ageFrom);
            return this;
        }

        /**
         * Sets the fact {@link Scope#ageBelow}.
         *
         * @param ageBelow only visitors known to be younger, in years
         * @return this builder
         */
        public Builder ageBelow(Integer ageBelow) {
            this.ageBelow = Optional.of(ageBelow);
            return this;
        }

        /**
         * Sets the fact {@link Scope#childBelow}.
         *
         * @param childBelow only visitors known to be younger, and visitors of unknown age on a
         *     site directed to children
         * @return this builder
         */
        public Builder childBelow(Integer childBelow) {
            this.childBelow = Optional.of(childBelow);
            return this;
        }

        /**
         * Sets the fact {@link Scope#childDirected}.
         *
         * @param childDirected only sites directed to children
         * @return this builder
         */
        public Builder childDirected(boolean childDirected) {
            this.childDirected = childDirected;
            return this;
        }

        /**
         * Sets the fact {@link Scope#crossSite}.
         *
         * @param crossSite only data that a recipient uses to recognise the visitor across sites,
         *     or a profile that a third party builds
         * @return this builder
         */
        public Builder crossSite(boolean crossSite) {
            this.crossSite = crossSite;
            return this;
        }

        /**
         * Sets the fact {@link Scope#linkedToPerson}.
         *
         * @param linkedToPerson only where a recipient links the data to a person it knows
         * @return this builder
         */
        public Builder linkedToPerson(boolean linkedToPerson) {
            this.linkedToPerson = linkedToPerson;
            return this;
        }

        /**
         * Sets the fact {@link Scope#sentToThirdParty}.
         *
         * @param sentToThirdParty only cookies of a third party, and data that a recipient other
         *     than a service provider gets
         * @return this builder
         */
        public Builder sentToThirdParty(boolean sentToThirdParty) {
            this.sentToThirdParty = sentToThirdParty;
            return this;
        }

        /**
         * Sets the fact {@link Scope#account}.
         *
         * @param account only visitors logged in to a known account
         * @return this builder
         */
        public Builder account(boolean account) {
            this.account = account;
            return this;
        }

        /**
         * Sets the fact {@link Scope#signal}.
         *
         * @param signal only requests that carry Global Privacy Control
         * @return this builder
         */
        public Builder signal(boolean signal) {
            this.signal = signal;
            return this;
        }

        /**
         * Sets the fact {@link Scope#cannotBeDisabled}.
         *
         * @param cannotBeDisabled only cookies that the visitor is unable to switch off
         * @return this builder
         */
        public Builder cannotBeDisabled(boolean cannotBeDisabled) {
            this.cannotBeDisabled = cannotBeDisabled;
            return this;
        }

        /**
         * Sets the fact {@link Scope#optOutMechanisms}.
         *
         * @param optOutMechanisms only sites whose way to opt out is in such a state; empty: no
         *     matter
         * @return this builder
         */
        public Builder optOutMechanisms(Set<OptOutMechanism> optOutMechanisms) {
            this.optOutMechanisms = optOutMechanisms;
            return this;
        }

        /**
         * Sets the fact {@link Scope#optOutMechanisms}.
         *
         * @param optOutMechanisms only sites whose way to opt out is in such a state; empty: no
         *     matter
         * @return this builder
         */
        public Builder optOutMechanisms(OptOutMechanism... optOutMechanisms) {
            return optOutMechanisms(Set.copyOf(Arrays.asList(optOutMechanisms)));
        }

        /**
         * Sets the fact {@link Scope#thresholds}.
         *
         * @param thresholds only operators that meet the size or revenue thresholds of the place
         * @return this builder
         */
        public Builder thresholds(boolean thresholds) {
            this.thresholds = thresholds;
            return this;
        }

        /**
         * Sets the fact {@link Scope#recipientCountries}.
         *
         * @param recipientCountries only where a recipient sits in one of these countries; empty:
         *     no matter
         * @return this builder
         */
        public Builder recipientCountries(Set<Jurisdiction> recipientCountries) {
            this.recipientCountries = recipientCountries;
            return this;
        }

        /**
         * Sets the fact {@link Scope#recipientCountries}.
         *
         * @param recipientCountries only where a recipient sits in one of these countries; empty:
         *     no matter
         * @return this builder
         */
        public Builder recipientCountries(Jurisdiction... recipientCountries) {
            return recipientCountries(Set.copyOf(Arrays.asList(recipientCountries)));
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Scope build() {
            return new Scope(
                    purposes,
                    data,
                    sensitiveData,
                    disclosure,
                    parties,
                    technologies,
                    services,
                    ageFrom,
                    ageBelow,
                    childBelow,
                    childDirected,
                    crossSite,
                    linkedToPerson,
                    sentToThirdParty,
                    account,
                    signal,
                    cannotBeDisabled,
                    optOutMechanisms,
                    thresholds,
                    recipientCountries);
        }
    }
}
