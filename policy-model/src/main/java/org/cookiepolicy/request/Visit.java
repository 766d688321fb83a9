package org.cookiepolicy.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The circumstances of one visit: everything a decision depends on but the cookie and what is done
 * with it.
 *
 * @param at the day of the operation where the visitor is, not null
 * @param visitor who visits, not null
 * @param notice what the visitor has been told, not null
 * @param consent the choice of the visitor; empty when none was made
 * @param signals what the browser sends, not null
 * @param site the site, not null
 * @param operator who operates it, not null
 * @param interpretations the readings chosen; strict where none is; may be empty
 */
public record Visit(
        LocalDate at,
        Visitor visitor,
        Notice notice,
        Optional<Consent> consent,
        Signals signals,
        Site site,
        Operator operator,
        Map<ContestedPoint, Reading> interpretations) {
    /** Refuses missing and impossible values. */
    public Visit {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(visitor, "visitor");
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(signals, "signals");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(operator, "operator");
        Map<ContestedPoint, Reading> copy = new EnumMap<>(ContestedPoint.class);
        copy.putAll(interpretations);
        interpretations = Collections.unmodifiableMap(copy);
    }

    /**
     * How long before the operation a choice is taken to have been made when its day is not stated.
     */
    public static final int DAYS_SINCE_UNDATED_CHOICE = 30;

    /**
     * Returns the reading of a contested point.
     *
     * @param point the point, not null
     * @return the reading chosen, strict where none was; not null
     */
    public Reading reading(ContestedPoint point) {
        return interpretations.getOrDefault(point, Reading.STRICT);
    }

    /**
     * Returns this visit with every day that was left to its default written out, so that it means
     * the same on another day.
     *
     * @return the visit, not null; this itself when nothing was left out
     */
    public Visit settled() {
        LocalDate undated = at.minusDays(DAYS_SINCE_UNDATED_CHOICE);
        Builder settled = toBuilder();
        consent.filter(choice -> choice.given().isEmpty())
                .ifPresent(choice -> settled.consent(choice.toBuilder().given(undated).build()));
        signals.tcf()
                .filter(string -> string.created().isEmpty())
                .ifPresent(string -> settled.signals(dated(string, undated)));
        return settled.build();
    }

    private Signals dated(TcfString string, LocalDate day) {
        TcfString dated =
                new TcfString(
                        string.version(),
                        Optional.of(day),
                        string.consents(),
                        string.legitimateInterests(),
                        string.vendors(),
                        string.disclosedVendors());
        return new Signals(signals.gpc(), signals.dnt(), Optional.of(dated));
    }

    /**
     * Returns a visit of which nothing else is known.
     *
     * @param at the day, not null
     * @param visitor the visitor, not null
     * @return the visit, not null
     */
    public static Visit of(LocalDate at, Visitor visitor) {
        return new Builder().at(at).visitor(visitor).build();
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
        builder.at = at;
        builder.visitor = visitor;
        builder.notice = notice;
        builder.consent = consent;
        builder.signals = signals;
        builder.site = site;
        builder.operator = operator;
        builder.interpretations = interpretations;
        return builder;
    }

    /** Builds a {@link Visit}; what is not set keeps its default. */
    public static final class Builder {
        private LocalDate at = LocalDate.EPOCH;
        private Visitor visitor = Visitor.builder().build();
        private Notice notice = Notice.NONE;
        private Optional<Consent> consent = Optional.empty();
        private Signals signals = Signals.NONE;
        private Site site = Site.GENERAL;
        private Operator operator = Operator.UNKNOWN;
        private Map<ContestedPoint, Reading> interpretations = Map.of();

        private Builder() {}

        /**
         * Sets the fact {@link Visit#at}.
         *
         * @param at the day of the operation where the visitor is, not null
         * @return this builder
         */
        public Builder at(LocalDate at) {
            this.at = at;
            return this;
        }

        /**
         * Sets the fact {@link Visit#visitor}.
         *
         * @param visitor who visits, not null
         * @return this builder
         */
        public Builder visitor(Visitor visitor) {
            this.visitor = visitor;
            return this;
        }

        /**
         * Sets the fact {@link Visit#notice}.
         *
         * @param notice what the visitor has been told, not null
         * @return this builder
         */
        public Builder notice(Notice notice) {
            this.notice = notice;
            return this;
        }

        /**
         * Sets the fact {@link Visit#consent}.
         *
         * @param consent the choice of the visitor; empty when none was made
         * @return this builder
         */
        public Builder consent(Consent consent) {
            this.consent = Optional.of(consent);
            return this;
        }

        /**
         * Sets the fact {@link Visit#signals}.
         *
         * @param signals what the browser sends, not null
         * @return this builder
         */
        public Builder signals(Signals signals) {
            this.signals = signals;
            return this;
        }

        /**
         * Sets the fact {@link Visit#site}.
         *
         * @param site the site, not null
         * @return this builder
         */
        public Builder site(Site site) {
            this.site = site;
            return this;
        }

        /**
         * Sets the fact {@link Visit#operator}.
         *
         * @param operator who operates it, not null
         * @return this builder
         */
        public Builder operator(Operator operator) {
            this.operator = operator;
            return this;
        }

        /**
         * Sets the fact {@link Visit#interpretations}.
         *
         * @param interpretations the readings chosen; strict where none is; may be empty
         * @return this builder
         */
        public Builder interpretations(Map<ContestedPoint, Reading> interpretations) {
            this.interpretations = interpretations;
            return this;
        }

        /**
         * Builds the value.
         *
         * @return the value, not null
         * @throws org.cookiepolicy.value.InvalidValueException when the facts do not fit together
         */
        public Visit build() {
            return new Visit(
                    at, visitor, notice, consent, signals, site, operator, interpretations);
        }
    }
}
