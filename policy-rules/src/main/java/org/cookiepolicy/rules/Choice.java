package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.law.Demand;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.ChoiceDevice;
import org.cookiepolicy.request.ChoiceScope;
import org.cookiepolicy.request.ChosenBy;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentCondition;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Tokens;

/**
 * The choice of the visitor as rules see it: the stated consent, or the consent string where no
 * consent is stated, or none at all.
 */
public final class Choice {
    private final Visit visit;
    private final Optional<Consent> consent;
    private final Optional<TcfString> tcf;
    private final Optional<TcfString> sent;

    private Choice(
            Visit visit,
            Optional<Consent> consent,
            Optional<TcfString> tcf,
            Optional<TcfString> sent) {
        this.visit = visit;
        this.consent = consent;
        this.tcf = tcf;
        this.sent = sent;
    }

    static Choice of(Request settled) {
        Visit visit = settled.visit();
        Optional<TcfString> string = visit.signals().tcf();
        if (visit.consent().isPresent()) {
            // The string is not the choice then, but it is what a vendor of the framework gets.
            boolean reliedOn =
                    settled.cookie().recipients().stream()
                            .anyMatch(recipient -> recipient.iabVendor().isPresent());
            return new Choice(
                    visit, visit.consent(), Optional.empty(), string.filter(some -> reliedOn));
        }
        return new Choice(visit, string.map(Choice::consentIn), string, string);
    }

    /** A string without purpose 1 lets nobody touch the device, so it is a refusal. */
    private static Consent consentIn(TcfString string) {
        ConsentStatus status =
                string.consents().contains(1) ? ConsentStatus.GRANTED : ConsentStatus.REFUSED;
        Consent.Builder consent = Consent.builder().status(status);
        string.created().ifPresent(consent::given);
        return consent.build();
    }

    /**
     * Returns whether the visitor agreed to something, validly or not.
     *
     * @return true when the status of the choice is granted
     */
    public boolean isGranted() {
        return is(ConsentStatus.GRANTED);
    }

    /**
     * Returns whether the visitor took consent back.
     *
     * @return true when the status of the choice is withdrawn
     */
    public boolean isWithdrawn() {
        return is(ConsentStatus.WITHDRAWN);
    }

    /**
     * Returns whether the visitor declined, objected or took consent back.
     *
     * @return true for every choice other than granting
     */
    public boolean isDeclined() {
        return consent.isPresent() && !isGranted();
    }

    /**
     * Returns whether the visitor agreed to a purpose, validly or not.
     *
     * @param purpose the purpose, not null
     * @return true when the choice grants it
     */
    public boolean grants(Purpose purpose) {
        return isGranted()
                && consent.orElseThrow().covers(purpose)
                && tcf.map(string -> string.covers(purpose)).orElse(true);
    }

    /**
     * Returns whether each recipient is among those agreed to. Under a consent string each one has
     * to be a vendor of the framework that was consented to.
     *
     * @param access the access, not null
     * @return true when there is no recipient beyond
     */
    public boolean coversRecipientsOf(Access access) {
        return access.cookie().recipients().stream().allMatch(this::covers);
    }

    private boolean covers(Recipient recipient) {
        boolean named =
                consent.flatMap(Consent::vendors)
                        .map(vendors -> vendors.contains(recipient.name()))
                        .orElse(true);
        boolean inString =
                tcf.map(
                                string ->
                                        recipient
                                                .iabVendor()
                                                .filter(string.vendors()::contains)
                                                .isPresent())
                        .orElse(true);
        return named && inString;
    }

    /**
     * Returns whether the visitor declined a purpose and the operator can know it here.
     *
     * @param purpose the purpose, not null
     * @return true when the choice declines it on this device, for an account, or for a visitor who
     *     is known on every device
     */
    public boolean declines(Purpose purpose) {
        return isDeclined() && consent.orElseThrow().covers(purpose) && reachesDevice();
    }

    /**
     * Returns whether the visitor objected to a purpose and the operator can know it here. Refusing
     * consent, or taking it back, is no objection to what needs none.
     *
     * @param purpose the purpose, not null
     * @return true when the status of the choice is objected and it covers the purpose
     */
    public boolean objectsTo(Purpose purpose) {
        return is(ConsentStatus.OBJECTED) && declines(purpose);
    }

    private boolean reachesDevice() {
        return consent.map(
                        choice ->
                                choice.device() == ChoiceDevice.THIS
                                        || choice.scope() == ChoiceScope.ACCOUNT
                                        || visit.visitor().account())
                .orElse(false);
    }

    /**
     * Returns whether the choice was made on another device and reaches this one.
     *
     * @return true when it was announced for an account, or the visitor is known here
     */
    public boolean isCarriedOver() {
        return consent.filter(choice -> choice.device() == ChoiceDevice.OTHER).isPresent()
                && reachesDevice();
    }

    /**
     * Returns whether an agreement counts on this device: made here, or announced for every device
     * of an account that the visitor is logged in to.
     *
     * @param notice what the visitor has been told, not null
     * @return true when it counts here
     */
    public boolean isForThisDevice(Notice notice) {
        return consent.map(
                        choice ->
                                choice.device() == ChoiceDevice.THIS
                                        || (choice.scope() == ChoiceScope.ACCOUNT
                                                && visit.visitor().account()
                                                && notice.given()))
                .orElse(false);
    }

    /**
     * Returns the earlier refusal, withdrawal or objection that an agreement would replace.
     *
     * @return the earlier choice, or empty when there was none
     */
    public Optional<ConsentStatus> replaced() {
        return isGranted() ? consent.flatMap(Consent::replaces) : Optional.empty();
    }

    /**
     * Returns whether the agreement would replace an objection.
     *
     * @return true when the visitor objected before and agreed since
     */
    public boolean isReplacingObjection() {
        return replaced().filter(ConsentStatus.OBJECTED::equals).isPresent();
    }

    /**
     * Returns whether the choice would replace an earlier one.
     *
     * @return true when the visitor declined before and agreed since
     */
    public boolean isReplacing() {
        return replaced().isPresent();
    }

    /**
     * Returns whether the choice was expressed in one of the given ways.
     *
     * @param expressions the ways, not null
     * @return true when it was; false without a choice
     */
    public boolean isExpressedBy(Set<Expression> expressions) {
        return consent.filter(choice -> expressions.contains(choice.expression())).isPresent();
    }

    /**
     * Returns whether access depended on something.
     *
     * @param condition the condition, not null
     * @return true when the choice was made under it
     */
    public boolean isUnder(ConsentCondition condition) {
        return consent.filter(choice -> choice.condition() == condition).isPresent();
    }

    /**
     * Returns whether the choice still counts on the day of the operation. A lifetime in months
     * ends with the day of the same number (Regulation 1182/71 Art 3).
     *
     * @param law the provision that sets the lifetime, not null
     * @return true up to and on the last day; false without a choice
     */
    public boolean isWithin(Law law) {
        return law.terms()
                .lifespan()
                .flatMap(lifetime -> given().map(lifetime::lastDay))
                .filter(lastDay -> !visit.at().isAfter(lastDay))
                .isPresent();
    }

    /**
     * Returns the days on which the choice begins to count, or no longer does, under a provision.
     *
     * @param law the provision, not null
     * @return the first day after its lifetime where the provision sets one, and the day of a
     *     choice that lies in the future; may be empty
     */
    Set<LocalDate> turnsOn(Law law) {
        Set<LocalDate> days = new HashSet<>();
        boolean ages = law.isDemanding(Demand.RECENT) || law.getKind() == Kind.REFUSAL_MEMORY;
        law.terms()
                .lifespan()
                .filter(lifetime -> ages)
                .flatMap(lifetime -> given().map(lifetime::lastDay))
                .map(lastDay -> lastDay.plusDays(1))
                .ifPresent(days::add);
        given().ifPresent(days::add);
        return days;
    }

    /**
     * Returns whether the choice is dated after the operation.
     *
     * @return true when it had not been made yet
     */
    public boolean isInFuture() {
        return given().filter(visit.at()::isBefore).isPresent();
    }

    /**
     * Returns whether the choice names a purpose by itself rather than all at once.
     *
     * @param purpose the purpose, not null
     * @return true when the purpose is among those named
     */
    public boolean names(Purpose purpose) {
        return consent.flatMap(Consent::purposes)
                .filter(some -> some.contains(purpose))
                .isPresent();
    }

    /**
     * Returns whether the choice is a consent string, or is passed on in one, that was made on or
     * after a day without its segment of disclosed vendors.
     *
     * @param law the provision that sets the day, not null
     * @return true when the segment is missing and was due
     */
    public boolean isStringWithoutVendors(Law law) {
        return sent.filter(string -> !string.disclosedVendors())
                .flatMap(TcfString::created)
                .filter(
                        created ->
                                !created.isBefore(law.terms().createdFrom().orElse(LocalDate.MIN)))
                .isPresent();
    }

    /**
     * Returns whether a parent made the choice or agreed for the child.
     *
     * @param visitor the visitor, not null
     * @return true when a parent did
     */
    public boolean isParental(Visitor visitor) {
        return visitor.parentalConsent()
                || consent.filter(choice -> choice.by() == ChosenBy.PARENT).isPresent();
    }

    /**
     * Returns whether the operator keeps the choice for a limited time only.
     *
     * @return true when it is forgotten some day
     */
    public boolean isForgotten() {
        return consent.flatMap(Consent::rememberedFor).isPresent();
    }

    /**
     * Returns whether the visitor acted on what was shown.
     *
     * @return false when the choice was taken as made before any act, or there is none
     */
    public boolean isConfirmed() {
        return consent.filter(Consent::confirmed).isPresent();
    }

    /**
     * Returns whether there was one choice for each purpose.
     *
     * @return false when purposes were bundled, or there is no choice
     */
    public boolean isGranular() {
        return consent.filter(Consent::granular).isPresent();
    }

    /**
     * Returns whether purposes, duration and third-party access were told.
     *
     * @return false when they were not, or there is no choice
     */
    public boolean isInformed() {
        return consent.filter(Consent::informed).isPresent();
    }

    /**
     * Returns whether refusing took no more effort than accepting.
     *
     * @return false when it did, or there is no choice
     */
    public boolean isRefusalAsEasy() {
        return consent.filter(Consent::refusalAsEasy).isPresent();
    }

    /**
     * Returns whether withdrawing takes no more effort than accepting.
     *
     * @return false when it does, or there is no choice
     */
    public boolean isWithdrawalAsEasy() {
        return consent.filter(Consent::withdrawalAsEasy).isPresent();
    }

    /**
     * Returns whether the operator is able to prove the choice.
     *
     * @return false when it is not, or there is no choice
     */
    public boolean isRecorded() {
        return consent.filter(Consent::recorded).isPresent();
    }

    /**
     * Returns the choice in a word.
     *
     * @return {@code granted}, {@code refused}, {@code withdrawn}, {@code objected} or {@code none}
     */
    public String word() {
        return consent.map(choice -> Tokens.of(choice.status())).orElse("none");
    }

    private boolean is(ConsentStatus status) {
        return consent.filter(choice -> choice.status() == status).isPresent();
    }

    private Optional<LocalDate> given() {
        return consent.flatMap(Consent::given);
    }
}
