package org.cookiepolicy.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.law.DataScope;
import org.cookiepolicy.law.DisclosureScope;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Site;
import org.cookiepolicy.request.Visit;

/**
 * The access that is asked for, as rules see it: the request, and what follows from it in the
 * vocabulary of the law.
 */
public final class Access {
    /** Purposes that state laws call targeted advertising once another party is involved. */
    private static final Set<Purpose> TARGETED =
            EnumSet.of(
                    Purpose.BEHAVIOURAL_ADVERTISING,
                    Purpose.POLITICAL_ADVERTISING,
                    Purpose.SOCIAL_TRACKING,
                    Purpose.CROSS_DEVICE_LINKING,
                    Purpose.PROFILING);

    private static final Set<Purpose> PROFILED =
            EnumSet.of(Purpose.SOCIAL_TRACKING, Purpose.CROSS_DEVICE_LINKING, Purpose.PROFILING);

    private final Request request;

    /**
     * Returns whether a purpose is targeted advertising, as state laws call it, once another party
     * is involved.
     *
     * @param purpose the purpose, not null
     * @return true for advertising on behaviour and the like
     */
    public static boolean isTargeted(Purpose purpose) {
        return TARGETED.contains(purpose);
    }

    /**
     * Returns whether a purpose builds a profile when a third party has it.
     *
     * @param purpose the purpose, not null
     * @return true for tracking across sites and devices, and profiling
     */
    public static boolean isProfiled(Purpose purpose) {
        return PROFILED.contains(purpose);
    }

    /**
     * Creates an access.
     *
     * @param settled the request with every day written out, not null
     */
    public Access(Request settled) {
        this.request = settled;
    }

    /**
     * Returns the cookie.
     *
     * @return the cookie, not null
     */
    public Cookie cookie() {
        return request.cookie();
    }

    /**
     * Returns whether a provision with the given scope is about this access.
     *
     * @param scope the scope, not null
     * @return true when every fact of the scope fits
     */
    public boolean isWithin(Scope scope) {
        return isCookieWithin(scope) && isVisitWithin(scope);
    }

    private boolean isCookieWithin(Scope scope) {
        Cookie cookie = cookie();
        return fits(scope.purposes(), cookie.purposes())
                && (scope.data() == DataScope.ANY
                        || (scope.data() == DataScope.PERSONAL) == cookie.personalData())
                && fits(scope.sensitiveData(), cookie.sensitiveData())
                && (scope.disclosure() == DisclosureScope.ANY
                        || isDisclosed(scope.disclosure() == DisclosureScope.SOLD_OR_SHARED))
                && fits(scope.parties(), Set.of(cookie.party()))
                && fits(scope.technologies(), Set.of(cookie.technology()))
                && (!scope.crossSite() || isCrossSite())
                && (!scope.linkedToPerson()
                        || cookie.recipients().stream().anyMatch(Recipient::linksToKnownPerson))
                && (!scope.sentToThirdParty() || areOthersInvolved())
                && !(scope.cannotBeDisabled() && cookie.canBeDisabled())
                && (scope.recipientCountries().isEmpty()
                        || cookie.recipients().stream()
                                .flatMap(recipient -> recipient.country().stream())
                                .anyMatch(scope.recipientCountries()::contains));
    }

    private boolean isVisitWithin(Scope scope) {
        Visit visit = request.visit();
        Site site = visit.site();
        Optional<Integer> age = visit.visitor().age();
        return fits(scope.services(), Set.of(site.service()))
                && fits(scope.optOutMechanisms(), Set.of(site.optOutMechanism()))
                && (scope.ageFrom().isEmpty()
                        || (age.isPresent() && age.get() >= scope.ageFrom().get()))
                && (scope.ageBelow().isEmpty()
                        || (age.isPresent() && age.get() < scope.ageBelow().get()))
                && (scope.childBelow().isEmpty()
                        || age.map(years -> years < scope.childBelow().get())
                                .orElse(site.childDirected()))
                && (!scope.childDirected() || site.childDirected())
                && (!scope.account() || visit.visitor().account())
                && (!scope.signal() || visit.signals().gpc());
    }

    private static <T> boolean fits(Set<T> scope, Set<T> facts) {
        return scope.isEmpty() || facts.stream().anyMatch(scope::contains);
    }

    /**
     * Returns whether the access is a sale, sharing or targeted advertising. Measuring, capping and
     * crediting advertisements are not, and a first-party use without recipients is not.
     *
     * @param valueCounts whether value other than money makes a disclosure a sale
     * @return what the operator states, or what follows from purposes, party and recipients
     */
    private boolean isDisclosed(boolean valueCounts) {
        Cookie cookie = cookie();
        if (cookie.soldOrShared() != Disclosure.DERIVED) {
            return cookie.soldOrShared() == Disclosure.SOLD_OR_SHARED;
        }
        boolean targeted = cookie.purposes().stream().anyMatch(TARGETED::contains);
        return (targeted && areOthersInvolved())
                || cookie.recipients().stream().anyMatch(r -> isSoldTo(r, valueCounts));
    }

    private boolean areOthersInvolved() {
        return cookie().party() == Party.THIRD
                || cookie().recipients().stream()
                        .anyMatch(r -> r.role() == RecipientRole.THIRD_PARTY);
    }

    private static boolean isSoldTo(Recipient recipient, boolean valueCounts) {
        return recipient.role() == RecipientRole.THIRD_PARTY
                && (recipient.sharesIdentifierAcrossSites()
                        || (valueCounts
                                && (recipient.exchangeForValue() || recipient.reusesData())));
    }

    private boolean isCrossSite() {
        Cookie cookie = cookie();
        boolean targeted = cookie.purposes().stream().anyMatch(TARGETED::contains);
        boolean profiled = cookie.purposes().stream().anyMatch(PROFILED::contains);
        return (targeted
                        && cookie.recipients().stream()
                                .anyMatch(Recipient::sharesIdentifierAcrossSites))
                || (profiled && cookie.party() == Party.THIRD);
    }

    /**
     * Returns whether the cookie meets what an exemption demands of it.
     *
     * @param law the exemption, not null
     * @return true when purposes, safeguards, party, sharing, data and lifespan are as demanded
     */
    public boolean meets(Law law) {
        return meetsAllButLifespan(law) && (!isOverlong(law) || law.isLifespanWaived());
    }

    /**
     * Returns whether the cookie meets what an exemption demands of it, its lifespan aside.
     *
     * @param law the exemption, not null
     * @return true when purposes, safeguards, party, sharing and data are as demanded
     */
    public boolean meetsAllButLifespan(Law law) {
        Terms terms = law.terms();
        Cookie cookie = cookie();
        return (!terms.solePurpose() || law.scope().purposes().containsAll(cookie.purposes()))
                && terms.safeguards().stream().allMatch(this::isMet)
                && fits(terms.parties(), Set.of(cookie.party()))
                && (!terms.notShared() || isNotShared())
                && (!terms.notSensitive() || cookie.sensitiveData().isEmpty())
                && (!terms.noRecipients() || cookie.recipients().isEmpty());
    }

    /** Whether a safeguard is stated, and nothing else that is stated says the opposite. */
    private boolean isMet(Safeguard safeguard) {
        Cookie cookie = cookie();
        return cookie.safeguards().contains(safeguard)
                && cookie.recipients().stream()
                        .noneMatch(recipient -> contradicts(recipient, safeguard))
                && (safeguard != Safeguard.LOW_PRIVACY_IMPACT || cookie.sensitiveData().isEmpty());
    }

    private static boolean contradicts(Recipient recipient, Safeguard safeguard) {
        return switch (safeguard) {
            case NO_PROVIDER_REUSE -> recipient.reusesData();
            case NOT_SHARED -> recipient.reusesData() || recipient.exchangeForValue();
            case NO_CROSS_SITE_IDENTIFIER -> recipient.sharesIdentifierAcrossSites();
            case NO_CROSS_MATCHING -> recipient.linksToKnownPerson();
            case LOW_PRIVACY_IMPACT ->
                    recipient.reusesData()
                            || recipient.exchangeForValue()
                            || recipient.sharesIdentifierAcrossSites()
                            || recipient.linksToKnownPerson();
            case OWN_STATISTICS_ONLY,
                    ANONYMOUS_STATISTICS,
                    IP_MASKED,
                    NON_PERSONAL_STATISTICS,
                    IDENTIFIER_ONLY ->
                    false;
        };
    }

    /**
     * Returns whether the cookie is kept longer than an exemption allows.
     *
     * @param law the exemption, not null
     * @return true when there is a limit and the lifespan exceeds it
     */
    public boolean isOverlong(Law law) {
        return law.terms()
                .lifespan()
                .filter(limit -> !cookie().lifespan().isAtMost(limit))
                .isPresent();
    }

    /** Whether nobody but providers bound to the operator gets the data, as far as is stated. */
    private boolean isNotShared() {
        Cookie cookie = cookie();
        boolean onlyProviders =
                cookie.recipients().stream()
                        .noneMatch(
                                r ->
                                        r.reusesData()
                                                || r.exchangeForValue()
                                                || r.sharesIdentifierAcrossSites()
                                                || (r.role() == RecipientRole.THIRD_PARTY
                                                        && !cookie.safeguards()
                                                                .contains(Safeguard.NOT_SHARED)));
        return onlyProviders
                && (cookie.party() == Party.FIRST
                        || cookie.safeguards().contains(Safeguard.NOT_SHARED));
    }
}
