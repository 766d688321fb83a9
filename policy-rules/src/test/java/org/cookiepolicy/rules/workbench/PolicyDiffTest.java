package org.cookiepolicy.rules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.policy.Controller;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Revision;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Technology;
import org.cookiepolicy.policy.Website;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.rules.ScenarioResult;
import org.cookiepolicy.rules.workbench.PolicyDiff.Change;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    /** Ireland, the United Kingdom and what they rest on, and some American states. */
    private static final List<LawFile> FILES =
            LawFile.shipped().stream()
                    .filter(
                            file ->
                                    file.name().matches("(common|eu|gb|ie|unknown)/.*")
                                            || file.name().equals("groups.yaml")
                                            || file.name().equals("us/federal.yaml")
                                            || file.name().equals("us/ca.yaml")
                                            || file.name().equals("us/other-states.yaml"))
                    .toList();

    private static final PolicyEngine LAW = PolicyEngine.load(FILES);

    private static final LocalDate BEFORE = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXEMPT = LocalDate.of(2026, 2, 5);

    private static final List<String> PLACES = List.of("GB", "IE", "US-CA", "US-AK", "unknown");

    /** Values that a grid leaves as they are, in the words in which changes speak of them. */
    private static final List<String> PLAIN =
            List.of(
                    "without the consent of a parent",
                    "on a site not for children",
                    "not logged in",
                    "no action of the visitor",
                    "opt-out working");

    private static Cookie cookie(Purpose... purposes) {
        return Cookie.of("one", Purpose.UNKNOWN).toBuilder().purposes(Set.of(purposes)).build();
    }

    private static CookiePolicy policy(String country, Cookie... cookies) {
        return new CookiePolicy(
                "example",
                "Cookies of an example",
                new Controller("Example", Jurisdiction.of(country), ""),
                List.of(new Website("shop.example", "Shop")),
                List.of(new Revision("1", BEFORE, "First published.")),
                List.of(),
                List.of(),
                List.of(cookies).stream()
                        .map(
                                one ->
                                        new PolicyCookie(
                                                one,
                                                Optional.empty(),
                                                Optional.empty(),
                                                "",
                                                List.of()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    private static PolicyDiff diff(CookiePolicy before, CookiePolicy after) {
        return PolicyDiff.between(LAW, List.of(), before, after, BEFORE, Map.of(), 30_000);
    }

    private static List<Change> of(PolicyDiff diff, Effect.Type type) {
        return diff.changes().stream().filter(c -> c.effect().type() == type).toList();
    }

    // Where changes and a grid of visits, which knows nothing of provisions, do not agree.

    private static List<String> disagreements(
            CookiePolicy before, CookiePolicy after, List<Change> changes) {
        List<String> disagreements = new ArrayList<>();
        for (String place : PLACES) {
            for (LocalDate day :
                    List.of(BEFORE, EXEMPT.minusDays(1), EXEMPT, EXEMPT.plusYears(2))) {
                for (Draft draft : visits(place, day)) {
                    disagreements(before, after, draft.visit(), changes)
                            .ifPresent(disagreements::add);
                }
            }
        }
        return disagreements;
    }

    private static Optional<String> disagreements(
            CookiePolicy before, CookiePolicy after, Visit visit, List<Change> changes) {
        Outcome old = decide(before, visit);
        Outcome young = decide(after, visit);
        Effect.Type type = young == Outcome.ALLOW ? Effect.Type.PERMITTED : Effect.Type.FORBIDDEN;
        boolean told =
                changes.stream()
                        .filter(change -> old == young || change.effect().type() == type)
                        .filter(change -> change.effect().before().isPresent())
                        .filter(Change::complete)
                        .anyMatch(change -> isIn(change, visit));
        boolean perhaps =
                changes.stream()
                        .filter(change -> change.effect().type() == type)
                        .anyMatch(change -> !change.complete() && isThere(change, visit));
        // What is forbidden by something that does not tell the cookies apart is not left out.
        boolean hidden = old == Outcome.DENY && young == Outcome.DENY;
        return told == (old != young) || (old != young && perhaps) || hidden
                ? Optional.empty()
                : Optional.of(old + " -> " + young + " for " + visit);
    }

    private static Outcome decide(CookiePolicy policy, Visit visit) {
        Cookie cookie =
                policy.cookies().stream()
                        .findFirst()
                        .map(PolicyCookie::cookie)
                        .orElse(cookie(Purpose.UNKNOWN));
        Visit operated =
                visit.toBuilder()
                        .operator(
                                new Operator(Optional.of(policy.controller().country()), Set.of()))
                        .build();
        return LAW.decideThatDay(Request.toSet(cookie, operated)).outcome();
    }

    private static boolean isThere(Change change, Visit visit) {
        return change.where().getOrDefault(visit.visitor().location(), List.of()).stream()
                .anyMatch(period -> period.contains(visit.at()));
    }

    private static boolean isIn(Change change, Visit visit) {
        return isThere(change, visit)
                && change.conditions().entrySet().stream()
                        .allMatch(
                                entry ->
                                        entry.getValue().classes().stream()
                                                .anyMatch(c -> isSo(entry.getKey(), c, visit)));
    }

    private static boolean isSo(String fact, String words, Visit visit) {
        if (fact.startsWith("notice ")) {
            NoticeElement element =
                    Tokens.find(NoticeElement.class, fact.substring(7)).orElseThrow();
            return words.startsWith("with ") == visit.notice().has(element);
        }
        return switch (fact) {
            case "choice" -> words.equals(choice(visit));
            case "signal" ->
                    visit.signals().gpc() ? words.contains("GPC") : words.equals("no signal sent");
            case "age" -> isOfAge(words, visit.visitor().age());
            case "service" -> words.contains("general");
            default -> PLAIN.contains(words);
        };
    }

    private static boolean isOfAge(String words, Optional<Integer> age) {
        if (age.isEmpty()) {
            return words.equals("of no known age") || words.startsWith("not known to be");
        }
        String[] numbers = words.replaceAll("[^0-9]+", " ").strip().split(" ", -1);
        if (words.startsWith("younger than ")) {
            return age.get() < Integer.parseInt(numbers[0]);
        }
        if (words.endsWith(" or older") || words.startsWith("not known to be")) {
            return age.get() >= Integer.parseInt(numbers[0]);
        }
        return words.startsWith("from ")
                && age.get() >= Integer.parseInt(numbers[0])
                && age.get() < Integer.parseInt(numbers[1]);
    }

    private static String choice(Visit visit) {
        return visit.consent()
                .map(
                        consent ->
                                consent.status() != ConsentStatus.GRANTED
                                        ? Tokens.of(consent.status())
                                        : "agreed")
                .orElse("no choice made");
    }

    private static List<Draft> visits(String place, LocalDate day) {
        List<Draft> visits = new ArrayList<>();
        List<UnaryOperator<Draft>> choices = new ArrayList<>(List.of(draft -> draft));
        for (ConsentStatus status : ConsentStatus.values()) {
            choices.add(
                    draft -> {
                        draft.choose(status, consent -> {});
                        return draft;
                    });
        }
        for (UnaryOperator<Draft> choice : choices) {
            for (Set<NoticeElement> told :
                    List.of(
                            EnumSet.noneOf(NoticeElement.class),
                            EnumSet.of(NoticeElement.GIVEN),
                            EnumSet.allOf(NoticeElement.class))) {
                for (boolean gpc : List.of(false, true)) {
                    for (Optional<Integer> age :
                            List.<Optional<Integer>>of(
                                    Optional.empty(), Optional.of(12), Optional.of(17))) {
                        Draft draft = new Draft();
                        draft.location = Jurisdiction.of(place);
                        draft.day = day;
                        draft.told.addAll(told);
                        draft.gpc = gpc;
                        draft.age = age;
                        visits.add(choice.apply(draft));
                    }
                }
            }
        }
        return visits;
    }

    private static void assertAgree(CookiePolicy before, CookiePolicy after) {
        PolicyDiff diff = diff(before, after);
        assertThat(disagreements(before, after, diff.changes())).isEmpty();
        PolicyDiff back = diff(after, before);
        assertThat(disagreements(after, before, back.changes())).isEmpty();
        assertThat(places(back, Effect.Type.PERMITTED))
                .isEqualTo(places(diff, Effect.Type.FORBIDDEN));
    }

    private static Set<Jurisdiction> places(PolicyDiff diff, Effect.Type type) {
        return of(diff, type).stream()
                .flatMap(change -> change.where().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void a_grid_of_visits_agrees_when_a_cookie_serves_something_else() {
        assertAgree(
                policy("IE", cookie(Purpose.USER_INPUT)),
                policy("IE", cookie(Purpose.BEHAVIOURAL_ADVERTISING)));
        assertAgree(
                policy("US", cookie(Purpose.AUDIENCE_MEASUREMENT)),
                policy("US", cookie(Purpose.AUDIENCE_MEASUREMENT, Purpose.USER_INPUT)));
    }

    @Test
    void a_grid_of_visits_agrees_when_a_cookie_is_kept_or_shared_otherwise() {
        Cookie statistics =
                cookie(Purpose.AUDIENCE_MEASUREMENT).toBuilder()
                        .safeguards(Set.of(Safeguard.OWN_STATISTICS_ONLY))
                        .build();
        assertAgree(policy("GB", cookie(Purpose.AUDIENCE_MEASUREMENT)), policy("GB", statistics));
        assertAgree(
                policy("GB", statistics),
                policy(
                        "GB",
                        statistics.toBuilder()
                                .party(Party.THIRD)
                                .recipients(List.of(Recipient.builder().build()))
                                .build()));
        Cookie session = cookie(Purpose.AUTHENTICATION);
        assertAgree(
                policy("IE", session),
                policy("IE", session.toBuilder().lifespan(Lifespan.parse("P2Y")).build()));
    }

    @Test
    void a_grid_of_visits_agrees_when_another_controller_answers() {
        assertAgree(
                policy("US", cookie(Purpose.BEHAVIOURAL_ADVERTISING)),
                policy("IE", cookie(Purpose.BEHAVIOURAL_ADVERTISING)));
    }

    @Test
    void the_grid_finds_what_is_left_out() {
        CookiePolicy before = policy("IE", cookie(Purpose.USER_INPUT));
        CookiePolicy after = policy("IE", cookie(Purpose.BEHAVIOURAL_ADVERTISING));
        List<Change> changes = diff(before, after).changes();
        assertThat(disagreements(before, after, changes.subList(1, changes.size()))).isNotEmpty();
    }

    @Test
    void a_change_holds_from_the_day_on_which_the_law_tells_the_cookies_apart() {
        Cookie plain = cookie(Purpose.AUDIENCE_MEASUREMENT);
        Cookie own = plain.toBuilder().safeguards(Set.of(Safeguard.OWN_STATISTICS_ONLY)).build();
        PolicyDiff diff = diff(policy("GB", plain), policy("GB", own));
        assertThat(of(diff, Effect.Type.PERMITTED))
                .isNotEmpty()
                .allSatisfy(
                        change ->
                                assertThat(change.where().get(Jurisdiction.of("GB")))
                                        .containsExactly(new Period(EXEMPT, Optional.empty())));
        PolicyDiff later =
                PolicyDiff.between(
                        LAW, policy("GB", plain), policy("GB", own), EXEMPT.plusYears(1));
        assertThat(of(later, Effect.Type.PERMITTED).get(0).where().get(Jurisdiction.of("GB")))
                .containsExactly(new Period(EXEMPT.plusYears(1), Optional.empty()));
    }

    @Test
    void a_reading_that_the_operator_chose_counts() {
        Cookie brief = cookie(Purpose.AUTHENTICATION);
        Cookie lasting = brief.toBuilder().lifespan(Lifespan.parse("P2Y")).build();
        PolicyDiff strict = diff(policy("IE", brief), policy("IE", lasting));
        assertThat(of(strict, Effect.Type.FORBIDDEN)).isNotEmpty();
        PolicyDiff lenient =
                PolicyDiff.between(
                        LAW,
                        List.of(),
                        policy("IE", brief),
                        policy("IE", lasting),
                        BEFORE,
                        Map.of(ContestedPoint.EXEMPT_LIFETIME, Reading.LENIENT),
                        30_000);
        assertThat(of(lenient, Effect.Type.FORBIDDEN)).isEmpty();
    }

    @Test
    void agreeing_to_some_purposes_only_is_a_choice_of_its_own() {
        PolicyDiff diff =
                diff(
                        policy("IE", cookie(Purpose.AUDIENCE_MEASUREMENT)),
                        policy("IE", cookie(Purpose.BEHAVIOURAL_ADVERTISING)));
        assertThat(of(diff, Effect.Type.PERMITTED))
                .anySatisfy(
                        change ->
                                assertThat(change.conditions().get("choice").classes())
                                        .containsExactly("agreed to behavioural advertising only"));
    }

    @Test
    void agreeing_to_some_recipients_only_is_a_choice_of_its_own() {
        Cookie ad = cookie(Purpose.BEHAVIOURAL_ADVERTISING);
        Recipient one = Recipient.builder().name("One").iabVendor(1).build();
        Recipient two = Recipient.builder().name("Two").iabVendor(2).build();
        PolicyDiff diff =
                diff(
                        policy("IE", ad.toBuilder().recipients(List.of(one)).build()),
                        policy("IE", ad.toBuilder().recipients(List.of(one, two)).build()));
        assertThat(of(diff, Effect.Type.PERMITTED)).isEmpty();
        assertThat(of(diff, Effect.Type.FORBIDDEN))
                .anySatisfy(
                        change ->
                                assertThat(change.conditions().get("choice").classes())
                                        .contains(
                                                "agreed to the recipients before only",
                                                "agreed with a consent string for the recipients"
                                                        + " before only"));
    }

    @Test
    void every_fact_of_a_cookie_that_decisions_may_depend_on_is_compared() {
        // Which of the words of the operator count for nothing.
        Set<String> claims = Set.of("name", "declared-category", "claimed-basis");
        Cookie old = cookie(Purpose.USER_INPUT);
        Cookie young =
                cookie(Purpose.BEHAVIOURAL_ADVERTISING).toBuilder()
                        .party(Party.THIRD)
                        .lifespan(Lifespan.parse("P2Y"))
                        .technology(Technology.LOCAL_STORAGE)
                        .personalData(false)
                        .sensitiveData(Set.of(SensitiveData.HEALTH))
                        .safeguards(Set.of(Safeguard.OWN_STATISTICS_ONLY))
                        .canBeDisabled(!old.canBeDisabled())
                        .soldOrShared(Disclosure.SOLD_OR_SHARED)
                        .recipients(List.of(Recipient.builder().build()))
                        .build();
        List<String> all =
                Arrays.stream(Cookie.class.getRecordComponents())
                        .map(component -> Tokens.ofName(component.getName()))
                        .filter(name -> !claims.contains(name))
                        .toList();
        PolicyDiff diff =
                PolicyDiff.between(
                        LAW,
                        List.of(),
                        policy("IE", old),
                        policy("IE", young),
                        BEFORE,
                        Map.of(),
                        300);
        assertThat(diff.changes())
                .isNotEmpty()
                .allSatisfy(
                        change ->
                                assertThat(change.facts())
                                        .containsExactlyInAnyOrderElementsOf(all));
    }

    @Test
    void a_rule_of_a_house_tells_cookies_and_visitors_apart() {
        List<LawFile> house =
                List.of(
                        new LawFile(
                                "resale.yaml",
                                """
                                instruments: [{id: shop, title: Rules, link: https://shop.example/rules}]
                                defaults: {instrument: shop, from: 2020-01-01, reviewed: 2026-11-23, confidence: verified}
                                provisions:
                                  - {id: house.no-resale, kind: duty, citation: rule 1, places: [IE], layers: [personal-data]}
                                  - {id: house.nothing, kind: duty, citation: rule 2, places: [GB], layers: [personal-data]}
                                """,
                                Origin.HOUSE),
                        new LawFile(
                                "resale.drl",
                                """
                                package org.cookiepolicy.law.house
                                import org.cookiepolicy.policy.Recipient
                                import org.cookiepolicy.request.Visitor
                                import org.cookiepolicy.rules.HouseFindings
                                import org.cookiepolicy.rules.Law
                                global HouseFindings houseFindings
                                rule "nothing for those who reuse it"
                                when
                                    $law : Law( id == "house.no-resale" )
                                    Visitor( account == false )
                                    Recipient( reusesData == true )
                                then
                                    houseFindings.prohibited( $law );
                                end
                                """,
                                Origin.HOUSE));
        List<LawFile> files = new ArrayList<>(FILES);
        files.addAll(house);
        Cookie login = cookie(Purpose.AUTHENTICATION);
        Recipient provider =
                Recipient.builder().name("One").role(RecipientRole.SERVICE_PROVIDER).build();
        CookiePolicy before = policy("US", login.toBuilder().recipients(List.of(provider)).build());
        CookiePolicy after =
                policy(
                        "US",
                        login.toBuilder()
                                .recipients(List.of(provider.toBuilder().reusesData(true).build()))
                                .build());
        PolicyDiff diff =
                PolicyDiff.between(
                        PolicyEngine.load(files), house, before, after, BEFORE, Map.of(), 5_000);
        assertThat(of(diff, Effect.Type.FORBIDDEN))
                .isNotEmpty()
                .allSatisfy(
                        change -> {
                            assertThat(change.where().keySet())
                                    .containsExactly(Jurisdiction.of("IE"));
                            assertThat(change.conditions().get("account").classes())
                                    .containsExactly("not logged in");
                        });
        assertThat(PolicyDiff.between(LAW, before, after, BEFORE).changes()).isEmpty();
    }

    @Test
    void witnesses_are_scenarios_that_pass() {
        PolicyDiff diff =
                diff(
                        policy("IE", cookie(Purpose.PROFILING)),
                        policy("IE", cookie(Purpose.SECURITY)));
        Suite suite = diff.witnesses().orElseThrow();
        assertThat(suite.scenarios()).hasSameSizeAs(diff.changes());
        assertThat(suite.scenarios())
                .allSatisfy(
                        scenario ->
                                assertThat(ScenarioResult.of(LAW, suite, scenario).passed())
                                        .as(scenario.name())
                                        .isTrue());
    }

    @Test
    void cookies_that_come_and_go_are_told() {
        CookiePolicy none = policy("IE");
        CookiePolicy one = policy("IE", cookie(Purpose.USER_INPUT));
        assertThat(diff(none, one).changes())
                .isNotEmpty()
                .allMatch(change -> change.kind() == PolicyDiff.ChangeKind.ADDED);
        assertThat(diff(one, none).changes())
                .isNotEmpty()
                .allMatch(change -> change.kind() == PolicyDiff.ChangeKind.REMOVED);
        assertThat(diff(one, one).changes()).isEmpty();
        assertThat(diff(one, one).extent().cookies()).isZero();
    }

    @Test
    void a_selection_is_told_and_the_same_every_time() {
        CookiePolicy before = policy("IE", cookie(Purpose.USER_INPUT));
        CookiePolicy after = policy("IE", cookie(Purpose.BEHAVIOURAL_ADVERTISING));
        PolicyDiff few = PolicyDiff.between(LAW, List.of(), before, after, BEFORE, Map.of(), 300);
        assertThat(few.extent().sampled()).isNotEmpty();
        assertThat(few.changes()).anyMatch(change -> !change.complete());
        assertThat(
                        PolicyDiff.between(LAW, List.of(), before, after, BEFORE, Map.of(), 300)
                                .changes())
                .extracting(Change::sentence)
                .isEqualTo(few.changes().stream().map(Change::sentence).toList());
        for (Change change : few.changes()) {
            Decision young = change.witness().after().orElseThrow();
            assertThat(LAW.decideThatDay(change.witness().request()).outcome())
                    .isEqualTo(young.outcome());
        }
    }
}
