package org.cookiepolicy.law;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.Lifespan;

/**
 * What a provision says beyond what it is about. Which terms a provision may have depends on its
 * {@link Kind}; the others stay at their neutral default.
 *
 * @param solePurpose exemption: the cookie has no purpose beyond those named
 * @param safeguards exemption: safeguards all of which are needed; may be empty
 * @param parties exemption: whose cookie it has to be; empty for all
 * @param lifespan exemption: the longest lifespan; standard, memory: how long a choice counts
 * @param lifespanContested the point under whose lenient reading the lifespan is no condition
 * @param actions exemption: what the visitor must have done, one of these; may be empty
 * @param notice what the visitor must have been told, all of it; may be empty
 * @param noticeAny what the visitor must have been told, one of these; may be empty
 * @param notShared exemption: nobody but service providers bound to the operator gets the data
 * @param notSensitive exemption: the cookie reveals no sensitive data
 * @param noRecipients exemption: nobody but the operator gets the data, not even a provider
 * @param unlessObjected exemption: ends when the visitor objected
 * @param demands standard, waiver: what is demanded of consent; may be empty
 * @param expressions standard: expressions refused; waiver: expressions accepted; may be empty
 * @param createdFrom standard: only consent strings made on this day or later
 * @param signals signal: the signals it is about; may be empty
 * @param unlessConsented signal: a valid consent prevails over it
 * @param destinations transfer: countries and groups the data may go to; may be empty
 * @param exceptDestinations transfer ground: countries among the destinations it does not hold for;
 *     may be empty
 * @param mechanisms transfer: the grounds it is about; may be empty
 * @param supplementaryMeasures transfer: supplementary measures are needed
 * @param disclosedTransfer transfer: the visitor must have been told
 */
public record Terms(
        boolean solePurpose,
        Set<Safeguard> safeguards,
        Set<Party> parties,
        Optional<Lifespan> lifespan,
        Optional<ContestedPoint> lifespanContested,
        Set<Action> actions,
        Set<NoticeElement> notice,
        Set<NoticeElement> noticeAny,
        boolean notShared,
        boolean notSensitive,
        boolean noRecipients,
        boolean unlessObjected,
        Set<Demand> demands,
        Set<Expression> expressions,
        Optional<LocalDate> createdFrom,
        Set<SignalKind> signals,
        boolean unlessConsented,
        Set<String> destinations,
        Set<String> exceptDestinations,
        Set<TransferMechanism> mechanisms,
        boolean supplementaryMeasures,
        boolean disclosedTransfer) {
    /** Refuses missing and impossible values. */
    public Terms {
        safeguards = Checks.copy(Safeguard.class, safeguards);
        parties = Checks.copy(Party.class, parties);
        Objects.requireNonNull(lifespan, "lifespan");
        Checks.require(
                lifespanContested.isEmpty() || lifespan.isPresent(),
                "lifespan-contested",
                "there is no lifespan to contest");
        actions = Checks.copy(Action.class, actions);
        notice = Checks.copy(NoticeElement.class, notice);
        noticeAny = Checks.copy(NoticeElement.class, noticeAny);
        demands = Checks.copy(Demand.class, demands);
        expressions = Checks.copy(Expression.class, expressions);
        Objects.requireNonNull(createdFrom, "createdFrom");
        signals = Checks.copy(SignalKind.class, signals);
        destinations = Collections.unmodifiableSet(new TreeSet<>(destinations));
        exceptDestinations = Collections.unmodifiableSet(new TreeSet<>(exceptDestinations));
        mechanisms = Checks.copy(TransferMechanism.class, mechanisms);
    }

    /** No terms. */
    public static final Terms NONE = builder().build();

    /** The names of the terms that are not at their neutral default, as documents spell them. */
    Set<String> given() {
        Set<String> given = new TreeSet<>();
        addIf(solePurpose, "sole-purpose", given);
        addIf(!safeguards.isEmpty(), "safeguards", given);
        addIf(!parties.isEmpty(), "parties", given);
        addIf(lifespan.isPresent(), "lifespan", given);
        addIf(lifespanContested.isPresent(), "lifespan-contested", given);
        addIf(!actions.isEmpty(), "actions", given);
        addIf(!notice.isEmpty(), "notice", given);
        addIf(!noticeAny.isEmpty(), "notice-any", given);
        addIf(notShared, "not-shared", given);
        addIf(notSensitive, "not-sensitive", given);
        addIf(noRecipients, "no-recipients", given);
        addIf(unlessObjected, "unless-objected", given);
        addIf(!demands.isEmpty(), "demands", given);
        addIf(!expressions.isEmpty(), "expressions", given);
        addIf(createdFrom.isPresent(), "created-from", given);
        addIf(!signals.isEmpty(), "signals", given);
        addIf(unlessConsented, "unless-consented", given);
        addIf(!destinations.isEmpty(), "destinations", given);
        addIf(!exceptDestinations.isEmpty(), "except-destinations", given);
        addIf(!mechanisms.isEmpty(), "mechanisms", given);
        addIf(supplementaryMeasures, "supplementary-measures", given);
        addIf(disclosedTransfer, "disclosed-transfer", given);
        return given;
    }

    private static void addIf(boolean isGiven, String term, Set<String> given) {
        if (isGiven) {
            given.add(term);
        }
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
        builder.solePurpose = solePurpose;
        builder.safeguards = safeguards;
        builder.parties = parties;
        builder.lifespan = lifespan;
        builder.lifespanContested = lifespanContested;
        builder.actions = actions;
        builder.notice = notice;
        builder.noticeAny = noticeAny;
        builder.notShared = notShared;
        builder.notSensitive = notSensitive;
        builder.noRecipients = noRecipients;
        builder.unlessObjected = unlessObjected;
        builder.demands = demands;
        builder.expressions = expressions;
        builder.createdFrom = createdFrom;
        builder.signals = signals;
        builder.unlessConsented = unlessConsented;
        builder.destinations = destinations;
        builder.exceptDestinations = exceptDestinations;
        builder.mechanisms = mechanisms;
        builder.supplementaryMeasures = supplementaryMeasures;
        builder.disclosedTransfer = disclosedTransfer;
        return builder;
    }

    /** Builds a {@link Terms}; what is not set keeps its default. */
    public static final class Builder {
        private boolean solePurpose = false;
        private Set<Safeguard> safeguards = Set.of();
        private Set<Party> parties = Set.of();
        private Optional<Lifespan> lifespan = Optional.empty();
        private Optional<ContestedPoint> lifespanContested = Optional.empty();
        private Set<Action> actions = Set.of();
        private Set<NoticeElement> notice = Set.of();
        private Set<NoticeElement> noticeAny = Set.of();
        private boolean notShared = false;
        private boolean notSensitive = false;
        private boolean noRecipients = false;
        private boolean unlessObjected = false;
        private Set<Demand> demands = Set.of();
        private Set<Expression> expressions = Set.of();
        private Optional<LocalDate> createdFrom = Optional.empty();
        private Set<SignalKind> signals = Set.of();
        private boolean unlessConsented = false;
        private Set<String> destinations = Set.of();
        private Set<String> exceptDestinations = Set.of();
        private Set<TransferMechanism> mechanisms = Set.of();
        private boolean supplementaryMeasures = false;
        private boolean disclosedTransfer = false;

        private Builder() {}

        /**
         * Sets the fact {@link Terms#solePurpose}.
         *
         * @param solePurpose exemption: the cookie has no purpose beyond those named
         * @return this builder
         */
        public Builder solePurpose(boolean solePurpose) {
            this.solePurpose = solePurpose;
            return this;
        }

        /**
         * Sets the fact {@link Terms#safeguards}.
         *
         * @param safeguards exemption: safeguards all of which are needed; may be empty
         * @return this builder
         */
        public Builder safeguards(Set<Safeguard> safeguards) {
            this.safeguards = safeguards;
            return this;
        }

        /**
         * Sets the fact {@link Terms#safeguards}.
         *
         * @param safeguards exemption: safeguards all of which are needed; may be empty
         * @return this builder
         */
        public Builder safeguards(Safeguard... safeguards) {
            return safeguards(Set.copyOf(Arrays.asList(safeguards)));
        }

        /**
         * Sets the fact {@link Terms#parties}.
         *
         * @param parties exemption: whose cookie it has to be; empty for all
         * @return this builder
         */
        public Builder parties(Set<Party> parties) {
            this.parties = parties;
            return this;
        }

        /**
         * Sets the fact {@link Terms#parties}.
         *
         * @param parties exemption: whose cookie it has to be; empty for all
         * @return this builder
         */
        public Builder parties(Party... parties) {
            return parties(Set.copyOf(Arrays.asList(parties)));
        }

        /**
         * Sets the fact {@link Terms#lifespan}.
         *
         * @param lifespan exemption: the longest lifespan; standard, memory: how long a choice
         *     counts
         * @return this builder
         */
        public Builder lifespan(Lifespan lifespan) {
            this.lifespan = Optional.of(lifespan);
            return this;
        }

        /**
         * Sets the fact {@link Terms#lifespanContested}.
         *
         * @param lifespanContested the point under whose lenient reading the lifespan is no
         *     condition
         * @return this builder
         */
        public Builder lifespanContested(ContestedPoint lifespanContested) {
            this.lifespanContested = Optional.of(lifespanContested);
            return this;
        }

        /**
         * Sets the fact {@link Terms#actions}.
         *
         * @param actions exemption: what the visitor must have done, one of these; may be empty
         * @return this builder
         */
        public Builder actions(Set<Action> actions) {
            this.actions = actions;
            return this;
        }

        /**
         * Sets the fact {@link Terms#actions}.
         *
         * @param actions exemption: what the visitor must have done, one of these; may be empty
         * @return this builder
         */
        public Builder actions(Action... actions) {
            return actions(Set.copyOf(Arrays.asList(actions)));
        }

        /**
         * Sets the fact {@link Terms#notice}.
         *
         * @param notice what the visitor must have been told, all of it; may be empty
         * @return this builder
         */
        public Builder notice(Set<NoticeElement> notice) {
            this.notice = notice;
            return this;
        }

        /**
         * Sets the fact {@link Terms#notice}.
         *
         * @param notice what the visitor must have been told, all of it; may be empty
         * @return this builder
         */
        public Builder notice(NoticeElement... notice) {
            return notice(Set.copyOf(Arrays.asList(notice)));
        }

        /**
         * Sets the fact {@link Terms#noticeAny}.
         *
         * @param noticeAny what the visitor must have been told, one of these; may be empty
         * @return this builder
         */
        public Builder noticeAny(Set<NoticeElement> noticeAny) {
            this.noticeAny = noticeAny;
            return this;
        }

        /**
         * Sets the fact {@link Terms#noticeAny}.
         *
         * @param noticeAny what the visitor must have been told, one of these; may be empty
         * @return this builder
         */
        public Builder noticeAny(NoticeElement... noticeAny) {
            return noticeAny(Set.copyOf(Arrays.asList(noticeAny)));
        }

        /**
         * Sets the fact {@link Terms#notShared}.
         *
         * @param notShared exemption: nobody but service providers bound to the operator gets the
         *     data
         * @return this builder
         */
        public Builder notShared(boolean notShared) {
            this.notShared = notShared;
            return this;
        }

        /**
         * Sets the fact {@link Terms#notSensitive}.
         *
         * @param notSensitive exemption: the cookie reveals no sensitive data
         * @return this builder
         */
        public Builder notSensitive(boolean notSensitive) {
            this.notSensitive = notSensitive;
            return this;
        }

        /**
         * Sets the fact {@link Terms#noRecipients}.
         *
         * @param noRecipients exemption: nobody but the operator gets the data, not even a provider
         * @return this builder
         */
        public Builder noRecipients(boolean noRecipients) {
            this.noRecipients = noRecipients;
            return this;
        }

        /**
         * Sets the fact {@link Terms#unlessObjected}.
         *
         * @param unlessObjected exemption: ends when the visitor objected
         * @return this builder
         */
        public Builder unlessObjected(boolean unlessObjected) {
            this.unlessObjected = unlessObjected;
            return this;
        }

        /**
         * Sets the fact {@link Terms#demands}.
         *
         * @param demands standard, waiver: what is demanded of consent; may be empty
         * @return this builder
         */
        public Builder demands(Set<Demand> demands) {
            this.demands = demands;
            return this;
        }

        /**
         * Sets the fact {@link Terms#demands}.
         *
         * @param demands standard, waiver: what is demanded of consent; may be empty
         * @return this builder
         */
        public Builder demands(Demand... demands) {
            return demands(Set.copyOf(Arrays.asList(demands)));
        }

        /**
         * Sets the fact {@link Terms#expressions}.
         *
         * @param expressions standard: expressions refused; waiver: expressions accepted; may be
         *     empty
         * @return this builder
         */
        public Builder expressions(Set<Expression> expressions) {
            this.expressions = expressions;
            return this;
        }

        /**
         * Sets the fact {@link Terms#expressions}.
         *
         * @param expressions standard: expressions refused; waiver: expressions accepted; may be
         *     empty
         * @return this builder
         */
        public Builder expressions(Expression... expressions) {
            return expressions(Set.copyOf(Arrays.asList(expressions)));
        }

        /**
         * Sets the fact {@link Terms#createdFrom}.
         *
         * @param createdFrom standard: only consent strings made on this day or later
         * @return this builder
         */
        public Builder createdFrom(LocalDate createdFrom) {
            this.createdFrom = Optional.of(createdFrom);
            return this;
        }

        /**
         * Sets the fact {@link Terms#signals}.
         *
         * @param signals signal: the signals it is about; may be empty
         * @return this builder
         */
        public Builder signals(Set<SignalKind> signals) {
            this.signals = signals;
            return this;
        }

        /**
         * Sets the fact {@link Terms#signals}.
         *
         * @param signals signal: the signals it is about; may be empty
         * @return this builder
         */
        public Builder signals(SignalKind... signals) {
            return signals(Set.copyOf(Arrays.asList(signals)));
        }

        /**
         * Sets the fact {@link Terms#unlessConsented}.
         *
         * @param unlessConsented signal: a valid consent prevails over it
         * @return this builder
         */
        public Builder unlessConsented(boolean unlessConsented) {
            this.unlessConsented = unlessConsented;
            return this;
        }

        /**
         * Sets the fact {@link Terms#destinations}.
         *
         * @param destinations transfer: countries and groups the data may go to; may be empty
         * @return this builder
         */
        public Builder destinations(Set<String> destinations) {
            this.destinations = destinations;
            return this;
        }

        /**
         * Sets the fact {@link Terms#destinations}.
         *
         * @param destinations transfer: countries and groups the data may go to; may be empty
         * @return this builder
         */
        public Builder destinations(String... destinations) {
            return destinations(Set.copyOf(Arrays.asList(destinations)));
        }

        /**
         * Sets the fact {@link Terms#exceptDestinations}.
         *
         * @param exceptDestinations transfer ground: countries among the destinations it does not
         *     hold for; may be empty
         * @return this builder
         */
        public Builder exceptDestinations(Set<String> exceptDestinations) {
            this.exceptDestinations = exceptDestinations;
            return this;
        }

        /**
         * Sets the fact {@link Terms#exceptDestinations}.
         *
         * @param exceptDestinations transfer ground: countries among the destinations it does not
         *     hold for; may be empty
         * @return this builder
         */
        public Builder exceptDestinations(String... exceptDestinations) {
            return exceptDestinations(Set.copyOf(Arrays.asList(exceptDestinations)));
        }

        /**
         * Sets the fact {@link Terms#mechanisms}.
         *
         * @param mechanisms transfer: the grounds it is about; may be empty
         * @return this builder
         */
        public Builder mechanisms(Set<TransferMechanism> mechanisms) {
            this.mechanisms = mechanisms;
            return this;
        }

        /**
         * Sets the fact {@link Terms#mechanisms}.
         *
         * @param mechanisms transfer: the grounds it is about; may be empty
         * @return this builder
         */
        public Builder mechanisms(TransferMechanism... mechanisms) {
            return mechanisms(Set.copyOf(Arrays.asList(mechanisms)));
        }

        /**
         * Sets the fact {@link Terms#supplementaryMeasures}.
         *
         * @param supplementaryMeasures transfer: supplementary measures are needed
         * @return this builder
         */
        public Builder supplementaryMeasures(boolean supplementaryMeasures) {
            this.supplementaryMeasures = supplementaryMeasures;
            return this;
        }

        /**
         * Sets the fact {@link Terms#disclosedTransfer}.
         *
         * @param disclosedTransfer transfer: the visitor must have been told
         * @return this builder
         */
        public Builder disclosedTransfer(boolean disclosedTransfer) {
            this.disclosedTransfer = disclosedTransfer;
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Terms build() {
            return new Terms(
                    solePurpose,
                    safeguards,
                    parties,
                    lifespan,
                    lifespanContested,
                    actions,
                    notice,
                    noticeAny,
                    notShared,
                    notSensitive,
                    noRecipients,
                    unlessObjected,
                    demands,
                    expressions,
                    createdFrom,
                    signals,
                    unlessConsented,
                    destinations,
                    exceptDestinations,
                    mechanisms,
                    supplementaryMeasures,
                    disclosedTransfer);
        }
    }
}
