package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cookiepolicy.law.DataScope;
import org.cookiepolicy.law.DisclosureScope;
import org.cookiepolicy.law.Kind;
import org.cookiepolicy.law.Provision;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.law.Scope;
import org.cookiepolicy.law.Terms;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.ChoiceDevice;
import org.cookiepolicy.request.ChoiceScope;
import org.cookiepolicy.request.ChosenBy;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentCondition;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.SiteService;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.rules.Group;
import org.cookiepolicy.rules.Register;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;

/**
 * Requests that a provision is about, made from what the provision itself says: the plainest one,
 * and those that differ from it in one fact, in two, and so on.
 *
 * <p>The facts that are varied are the purpose, the choice of the visitor and its defects, the
 * notice, the signals, the safeguards, what the visitor did, the age, the lifespan, the parties and
 * recipients, the site, and the readings of contested points. The order is fixed.
 */
public final class Situations {
    /** A place without visitors or law of its own, for those whom a law reaches from elsewhere. */
    static final Jurisdiction ELSEWHERE = Jurisdiction.of("AQ");

    /** Purposes for a provision that names none: each is treated in a way of its own somewhere. */
    private static final List<Purpose> TELLING =
            List.of(
                    Purpose.AUDIENCE_MEASUREMENT,
                    Purpose.BEHAVIOURAL_ADVERTISING,
                    Purpose.USER_INPUT,
                    Purpose.SOCIAL_TRACKING);

    /** Ages that the law often tells apart. */
    private static final List<Integer> AGES = List.of(5, 12, 15, 17);

    private final Provision provision;
    private final Jurisdiction place;
    private final LocalDate day;

    private Situations(Provision provision, Jurisdiction place, LocalDate day) {
        this.provision = provision;
        this.place = place;
        this.day = day;
    }

    /**
     * Makes the requests that a provision is about.
     *
     * @param provision the provision, not null
     * @param place a place it holds in, not null
     * @param day the day of the operation, not null
     * @param most in how many facts a request may differ from the plainest, 0 or more
     * @return the requests, the plainest first; never empty
     */
    public static Stream<Request> about(
            Provision provision, Jurisdiction place, LocalDate day, int most) {
        Situations situations = new Situations(provision, place, day);
        List<List<Consumer<Draft>>> variations = situations.variations();
        return IntStream.rangeClosed(0, most)
                .boxed()
                .flatMap(differences -> choices(variations, 0, differences))
                .map(situations::request);
    }

    /**
     * Returns the places that a provision holds in on a day.
     *
     * @param provision the provision, not null
     * @param register the register it stands in, which knows the groups; not null
     * @param day the day, not null
     * @return the places in the order of the register; for a provision that holds anywhere, one
     *     that stands for all; may be empty when no member of its group belongs to it that day
     */
    public static List<Jurisdiction> places(Provision provision, Register register, LocalDate day) {
        Set<Jurisdiction> places = new LinkedHashSet<>();
        for (String code : provision.places()) {
            Optional<Group> group =
                    register.groups().stream().filter(g -> g.id().equals(code)).findFirst();
            if (code.equals(Register.ANYWHERE)) {
                places.add(ELSEWHERE);
            } else if (group.isPresent()) {
                group.get().members().stream()
                        .filter(member -> member.isMemberOn(day))
                        .map(Group.Member::place)
                        .forEach(places::add);
            } else {
                places.add(Jurisdiction.of(code));
            }
        }
        return List.copyOf(places);
    }

    /** Every way to choose one variation each of so many facts. */
    private static Stream<List<Consumer<Draft>>> choices(
            List<List<Consumer<Draft>>> variations, int from, int differences) {
        if (differences == 0) {
            return Stream.of(List.of());
        }
        return IntStream.range(from, variations.size())
                .boxed()
                .flatMap(
                        fact ->
                                variations.get(fact).stream()
                                        .flatMap(
                                                first ->
                                                        choices(
                                                                        variations,
                                                                        fact + 1,
                                                                        differences - 1)
                                                                .map(rest -> join(first, rest))));
    }

    private static List<Consumer<Draft>> join(Consumer<Draft> first, List<Consumer<Draft>> rest) {
        List<Consumer<Draft>> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private Request request(List<Consumer<Draft>> differences) {
        Draft draft = plain();
        differences.forEach(difference -> difference.accept(draft));
        return draft.request();
    }

    // The plainest request

    private Draft plain() {
        Scope scope = provision.when();
        Terms terms = provision.terms();
        Draft draft = new Draft();
        draft.day = day;
        locate(draft);
        draft.purposes = EnumSet.of(purposes().get(0));
        draft.personalData = scope.data() != DataScope.OTHER;
        scope.sensitiveData().stream().findFirst().ifPresent(draft.sensitiveData::add);
        draft.safeguards.addAll(terms.safeguards());
        draft.party =
                Stream.concat(scope.parties().stream(), terms.parties().stream())
                        .findFirst()
                        .orElse(Party.FIRST);
        scope.technologies().stream().findFirst().ifPresent(draft.cookie::technology);
        draft.cookie.canBeDisabled(!scope.cannotBeDisabled());
        if (provision.kind() == Kind.EXEMPTION) {
            terms.lifespan().ifPresent(limit -> draft.lifespan = limit);
        }
        if (scope.disclosure() == DisclosureScope.SOLD_OR_SHARED
                || scope.disclosure() == DisclosureScope.SOLD_FOR_MONEY) {
            draft.cookie.soldOrShared(Disclosure.SOLD_OR_SHARED);
        }
        if (scope.crossSite()) {
            draft.purposes.add(Purpose.BEHAVIOURAL_ADVERTISING);
            draft.recipients.add(recipient("network").sharesIdentifierAcrossSites(true).build());
        }
        if (scope.linkedToPerson()) {
            draft.recipients.add(recipient("linking").linksToKnownPerson(true).build());
        }
        if (scope.sentToThirdParty()) {
            draft.recipients.add(recipient("receiving").build());
        }
        scope.recipientCountries().stream()
                .sorted()
                .findFirst()
                .ifPresent(
                        country ->
                                draft.recipients.add(recipient("there").country(country).build()));
        visit(draft, scope, terms);
        return draft;
    }

    private static void visit(Draft draft, Scope scope, Terms terms) {
        scope.services().stream().findFirst().ifPresent(service -> draft.service = service);
        scope.optOutMechanisms().stream()
                .findFirst()
                .ifPresent(mechanism -> draft.mechanism = mechanism);
        scope.ageFrom().ifPresent(age -> draft.age = Optional.of(age));
        scope.ageBelow().ifPresent(age -> draft.age = Optional.of(age - 1));
        scope.childBelow().ifPresent(age -> draft.age = Optional.of(age - 1));
        draft.childDirected = scope.childDirected();
        draft.account = scope.account();
        draft.gpc = scope.signal();
        terms.actions().stream().findFirst().ifPresent(draft.actions::add);
        draft.told.addAll(terms.notice());
    }

    private void locate(Draft draft) {
        draft.readings.putAll(provision.readings());
        provision
                .terms()
                .lifespanContested()
                .ifPresent(point -> draft.readings.put(point, Reading.STRICT));
        if (provision.reach().contains(Reach.LOCATION)) {
            draft.location = place;
        } else if (provision.reach().contains(Reach.RESIDENCE)) {
            draft.location = ELSEWHERE;
            draft.residence = Optional.of(place);
        } else {
            draft.location = ELSEWHERE;
            draft.operator = Optional.of(place.country());
        }
    }

    private List<Purpose> purposes() {
        Set<Purpose> purposes = provision.when().purposes();
        return purposes.isEmpty() ? TELLING : List.copyOf(purposes);
    }

    private static Recipient.Builder recipient(String name) {
        return Recipient.builder().name(name);
    }

    // What differs from it

    private List<List<Consumer<Draft>>> variations() {
        return List.of(
                choices(),
                notices(),
                furtherPurposes(),
                signals(),
                data(),
                recipients(),
                visitor(),
                site(),
                readings());
    }

    private List<Consumer<Draft>> choices() {
        List<Consumer<Draft>> choices = new ArrayList<>();
        for (ConsentStatus status : ConsentStatus.values()) {
            choices.add(draft -> draft.choose(status, consent -> {}));
        }
        granted(choices, consent -> consent.replaces(ConsentStatus.OBJECTED));
        for (Expression expression : expressions()) {
            granted(choices, consent -> consent.expression(expression));
        }
        granted(choices, consent -> consent.confirmed(false));
        granted(choices, consent -> consent.granular(false));
        granted(choices, consent -> consent.informed(false));
        granted(choices, consent -> consent.refusalAsEasy(false));
        granted(choices, consent -> consent.withdrawalAsEasy(false));
        granted(choices, consent -> consent.condition(ConsentCondition.WALL));
        granted(choices, consent -> consent.condition(ConsentCondition.PAY_OR_CONSENT));
        granted(choices, consent -> consent.recorded(false));
        granted(choices, consent -> consent.device(ChoiceDevice.OTHER));
        granted(choices, consent -> consent.given(day.plusDays(1)));
        granted(choices, consent -> consent.by(ChosenBy.PARENT));
        choices.add(
                draft -> {
                    draft.choose(ConsentStatus.GRANTED, consent -> {});
                    draft.eachPurposeNamed = true;
                });
        provision
                .terms()
                .lifespan()
                .ifPresent(
                        limit -> {
                            LocalDate tooLong = tooLongBefore(limit);
                            granted(choices, consent -> consent.given(tooLong));
                            choices.add(
                                    draft ->
                                            draft.choose(
                                                    ConsentStatus.REFUSED,
                                                    consent -> consent.given(tooLong)));
                        });
        choices.add(
                draft ->
                        draft.choose(
                                ConsentStatus.OBJECTED,
                                consent ->
                                        consent.device(ChoiceDevice.OTHER)
                                                .scope(ChoiceScope.ACCOUNT)));
        choices.add(
                draft ->
                        draft.choose(
                                ConsentStatus.OBJECTED,
                                consent -> consent.rememberedFor(Lifespan.parse("P6M"))));
        choices.add(draft -> draft.tcf = Optional.of(stringWithoutVendors()));
        return choices;
    }

    private static void granted(List<Consumer<Draft>> choices, Consumer<Consent.Builder> defect) {
        choices.add(draft -> draft.choose(ConsentStatus.GRANTED, defect));
    }

    /** The way of choosing that the provision speaks of, or one that the law often refuses. */
    private List<Expression> expressions() {
        Set<Expression> named = EnumSet.copyOf(List.of(Expression.CONTINUED_USE));
        named.addAll(provision.terms().expressions());
        return List.copyOf(named);
    }

    /** The latest day of a choice that has aged beyond its lifetime by the day of the operation. */
    private LocalDate tooLongBefore(Lifespan limit) {
        LocalDate given = day.minus(limit.period()).minusDays(limit.time().toDays());
        while (!limit.lastDay(given).isBefore(day)) {
            given = given.minusDays(1);
        }
        return given;
    }

    private TcfString stringWithoutVendors() {
        LocalDate created =
                provision.terms().createdFrom().filter(from -> !from.isAfter(day)).orElse(day);
        return new TcfString(
                "2.3",
                Optional.of(created),
                Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                Set.of(),
                Set.of(),
                false);
    }

    private List<Consumer<Draft>> notices() {
        List<Consumer<Draft>> notices = new ArrayList<>();
        notices.add(draft -> draft.told.addAll(EnumSet.allOf(NoticeElement.class)));
        notices.add(draft -> draft.told.clear());
        for (NoticeElement element : NoticeElement.values()) {
            notices.add(draft -> draft.told.add(element));
            if (provision.terms().notice().contains(element)) {
                notices.add(draft -> draft.told.remove(element));
            }
        }
        return notices;
    }

    private List<Consumer<Draft>> furtherPurposes() {
        List<Consumer<Draft>> purposes = new ArrayList<>();
        purposes().stream()
                .skip(1)
                .forEach(purpose -> purposes.add(d -> d.purposes = EnumSet.of(purpose)));
        if (provision.terms().solePurpose()) {
            purposes.add(draft -> draft.purposes.add(Purpose.AUTHENTICATION));
        }
        TELLING.forEach(purpose -> purposes.add(draft -> draft.purposes.add(purpose)));
        return purposes;
    }

    private static List<Consumer<Draft>> signals() {
        return List.of(draft -> draft.gpc = true, draft -> draft.dnt = true);
    }

    private List<Consumer<Draft>> data() {
        List<Consumer<Draft>> data = new ArrayList<>();
        data.add(draft -> draft.safeguards.addAll(EnumSet.allOf(Safeguard.class)));
        data.add(
                draft -> {
                    draft.safeguards.addAll(EnumSet.allOf(Safeguard.class));
                    draft.told.addAll(EnumSet.allOf(NoticeElement.class));
                    draft.actions.addAll(EnumSet.allOf(Action.class));
                });
        for (Safeguard safeguard : provision.terms().safeguards()) {
            data.add(draft -> draft.safeguards.remove(safeguard));
        }
        data.add(draft -> draft.personalData = false);
        data.add(draft -> draft.sensitiveData.addAll(EnumSet.allOf(SensitiveData.class)));
        data.add(draft -> draft.cookie.soldOrShared(Disclosure.SOLD_OR_SHARED));
        data.add(draft -> draft.cookie.soldOrShared(Disclosure.NOT_SOLD_OR_SHARED));
        data.add(draft -> draft.lifespan = Lifespan.parse("P10Y"));
        provision.terms().lifespan().ifPresent(limit -> data.add(draft -> draft.lifespan = limit));
        return data;
    }

    private List<Consumer<Draft>> recipients() {
        List<Consumer<Draft>> recipients = new ArrayList<>();
        recipients.add(draft -> draft.party = Party.THIRD);
        recipients.add(
                draft -> draft.recipients.add(recipient("trader").exchangeForValue(true).build()));
        recipients.add(
                draft -> {
                    draft.cookie.soldOrShared(Disclosure.DERIVED);
                    draft.recipients.add(recipient("trader").exchangeForValue(true).build());
                });
        recipients.add(
                draft -> draft.recipients.add(recipient("reusing").reusesData(true).build()));
        for (String code : List.of("US", "IN")) {
            recipients.add(draft -> draft.recipients.add(sentTo(code, Optional.empty())));
        }
        for (String code : provision.terms().destinations()) {
            for (TransferMechanism mechanism : provision.terms().mechanisms()) {
                Transfer transfer =
                        new Transfer(
                                mechanism,
                                provision.terms().supplementaryMeasures(),
                                provision.terms().disclosedTransfer());
                String country = code.length() == 2 ? code : "IN";
                recipients.add(
                        draft -> draft.recipients.add(sentTo(country, Optional.of(transfer))));
            }
        }
        return recipients;
    }

    private static Recipient sentTo(String country, Optional<Transfer> transfer) {
        Recipient.Builder recipient =
                recipient("abroad")
                        .role(RecipientRole.SERVICE_PROVIDER)
                        .country(Jurisdiction.of(country));
        transfer.ifPresent(recipient::transfer);
        return recipient.build();
    }

    private List<Consumer<Draft>> visitor() {
        List<Consumer<Draft>> visitor = new ArrayList<>();
        visitor.add(draft -> draft.actions.addAll(EnumSet.allOf(Action.class)));
        visitor.add(draft -> draft.actions.clear());
        visitor.add(draft -> draft.parentalConsent = true);
        visitor.add(draft -> draft.account = true);
        provision
                .when()
                .ageBelow()
                .ifPresent(age -> visitor.add(draft -> draft.age = Optional.of(age - 2)));
        for (int age : AGES) {
            visitor.add(draft -> draft.age = Optional.of(age));
        }
        visitor.add(draft -> draft.outsideScopeOf.add(place));
        return visitor;
    }

    private static List<Consumer<Draft>> site() {
        List<Consumer<Draft>> site = new ArrayList<>();
        site.add(draft -> draft.childDirected = true);
        site.add(draft -> draft.mechanism = OptOutMechanism.BROKEN);
        for (SiteService service : SiteService.values()) {
            site.add(draft -> draft.service = service);
        }
        return site;
    }

    private List<Consumer<Draft>> readings() {
        return List.of(
                draft -> {
                    for (ContestedPoint point : ContestedPoint.values()) {
                        if (!provision.readings().containsKey(point)) {
                            draft.readings.put(point, Reading.LENIENT);
                        }
                    }
                });
    }
}
