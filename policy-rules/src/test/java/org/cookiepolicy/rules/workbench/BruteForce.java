package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.rules.LawFile;
import org.cookiepolicy.rules.PolicyEngine;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;

/**
 * Decides a coarse and wide grid of requests under two laws, knowing nothing of how these are
 * compared, and says where the groups of a comparison do not agree with what comes out.
 */
final class BruteForce {
    private static final List<Set<Purpose>> PURPOSES =
            List.of(
                    EnumSet.of(Purpose.AUDIENCE_MEASUREMENT),
                    EnumSet.of(Purpose.UI_CUSTOMISATION),
                    EnumSet.of(Purpose.EMERGENCY_LOCATION),
                    EnumSet.of(Purpose.BEHAVIOURAL_ADVERTISING),
                    EnumSet.of(Purpose.AUTHENTICATION),
                    EnumSet.of(Purpose.AUDIENCE_MEASUREMENT, Purpose.USER_INPUT),
                    EnumSet.of(Purpose.UI_CUSTOMISATION, Purpose.LOAD_BALANCING));

    private static final List<Optional<Consent>> CHOICES =
            List.of(
                    Optional.empty(),
                    Optional.of(Consent.of(ConsentStatus.REFUSED)),
                    Optional.of(Consent.of(ConsentStatus.GRANTED)),
                    Optional.of(Consent.of(ConsentStatus.OBJECTED)),
                    Optional.of(
                            Consent.of(ConsentStatus.GRANTED).toBuilder().informed(false).build()));

    private static final List<Notice> NOTICES =
            List.of(
                    Notice.NONE,
                    Notice.of(NoticeElement.GIVEN, NoticeElement.OBJECTION_OFFERED),
                    Notice.of(NoticeElement.GIVEN),
                    Notice.of(NoticeElement.OBJECTION_OFFERED, NoticeElement.BESIDE_CONTROL));

    private static final List<Set<Safeguard>> SAFEGUARDS =
            List.of(
                    Set.of(),
                    Set.of(Safeguard.OWN_STATISTICS_ONLY),
                    Set.of(Safeguard.OWN_STATISTICS_ONLY, Safeguard.ANONYMOUS_STATISTICS));

    private final LawDiff diff;
    private final PolicyEngine before;
    private final PolicyEngine after;
    private final List<String> disagreements = new ArrayList<>();

    private BruteForce(LawDiff diff, PolicyEngine before, PolicyEngine after) {
        this.diff = diff;
        this.before = before;
        this.after = after;
    }

    /** Where a comparison and the grid do not agree; empty when they do. */
    static List<String> disagreements(LawDiff diff, List<LawFile> before, List<LawFile> after) {
        BruteForce force =
                new BruteForce(diff, PolicyEngine.load(before), PolicyEngine.load(after));
        LocalDate day = LocalDate.of(2026, 2, 5);
        for (LocalDate at : List.of(day, LocalDate.of(2026, 11, 23))) {
            force.fineGrid(at);
        }
        for (LocalDate at : List.of(LocalDate.of(2024, 1, 1), day.minusDays(1), day)) {
            force.coarseGrid(at);
        }
        return force.disagreements;
    }

    private void fineGrid(LocalDate at) {
        Visitor visitor = Visitor.in("GB");
        for (Optional<Consent> choice : CHOICES) {
            for (Notice notice : NOTICES) {
                for (Signals signals : List.of(Signals.NONE, Signals.GPC)) {
                    Visit.Builder visit =
                            Visit.of(at, visitor).toBuilder().notice(notice).signals(signals);
                    choice.ifPresent(visit::consent);
                    for (Party party : Party.values()) {
                        SAFEGUARDS.forEach(some -> cookies(visit.build(), party, some));
                    }
                }
            }
        }
    }

    private void coarseGrid(LocalDate at) {
        List<Visit> visits = new ArrayList<>();
        for (String place : List.of("GB", "FR", "IE", "EE", "US-CA", "JP", "JE", "unknown")) {
            visits.add(Visit.of(at, Visitor.in(place)));
        }
        Visit elsewhere = Visit.of(at, Visitor.in("US-AK"));
        visits.add(elsewhere.toBuilder().operator(Operator.in("GB")).build());
        visits.add(
                Visit.of(
                        at,
                        Visitor.builder()
                                .location(Jurisdiction.of("US-AK"))
                                .residence(Jurisdiction.of("GB"))
                                .build()));
        for (Visit visit : visits) {
            for (Notice notice : NOTICES.subList(0, 2)) {
                for (Optional<Consent> choice : CHOICES.subList(0, 3)) {
                    Visit.Builder builder = visit.toBuilder().notice(notice);
                    choice.ifPresent(builder::consent);
                    cookies(builder.build(), Party.FIRST, SAFEGUARDS.get(1));
                }
            }
        }
    }

    private void cookies(Visit visit, Party party, Set<Safeguard> safeguards) {
        Visit emergency =
                visit.toBuilder()
                        .visitor(
                                Visitor.builder()
                                        .location(visit.visitor().location())
                                        .actions(Set.of(Action.ASKED_FOR_EMERGENCY_HELP))
                                        .build())
                        .build();
        for (Set<Purpose> purposes : PURPOSES) {
            for (String kept : List.of("PT12H", "P2Y")) {
                Cookie cookie =
                        Cookie.of("c", Purpose.UNKNOWN).toBuilder()
                                .purposes(purposes)
                                .party(party)
                                .safeguards(safeguards)
                                .lifespan(Lifespan.parse(kept))
                                .build();
                decide(Request.toSet(cookie, visit));
                if (purposes.contains(Purpose.EMERGENCY_LOCATION)) {
                    decide(Request.toSet(cookie, emergency));
                }
            }
        }
    }

    private void decide(Request request) {
        Decision old = before.decideThatDay(request);
        Decision young = after.decideThatDay(request);
        boolean permitted = !old.isAllowed() && young.isAllowed();
        boolean other = old.outcome() != young.outcome() || !old.dutySet().equals(young.dutySet());
        if (isIn(request, true) != permitted || (other && !isIn(request, false))) {
            disagreements.add(old.outcome() + " -> " + young.outcome() + " for " + request);
        }
    }

    /** Whether a group speaks of a request: one of those that permit something, or any. */
    private boolean isIn(Request request, boolean permitting) {
        return diff.affected().stream()
                .filter(g -> !permitting || g.effect().type() == Effect.Type.PERMITTED)
                .anyMatch(group -> isIn(group, request));
    }

    private static boolean isIn(Affected group, Request request) {
        Visit visit = request.visit();
        Set<Purpose> purposes = request.cookie().purposes();
        boolean where =
                group.where().getOrDefault(visit.visitor().location(), List.of()).stream()
                        .anyMatch(period -> period.contains(visit.at()));
        return where
                && group.purposes().containsAll(purposes)
                && (!group.alone() || purposes.size() == 1)
                && group.conditions().entrySet().stream()
                        .allMatch(
                                entry ->
                                        entry.getValue().classes().stream()
                                                .anyMatch(c -> isSo(entry.getKey(), c, request)));
    }

    /** Whether a request has a fact of a class, in the words in which groups speak of it. */
    private static boolean isSo(String fact, String words, Request request) {
        Visit visit = request.visit();
        Cookie cookie = request.cookie();
        boolean with = words.startsWith("with ");
        if (fact.startsWith("safeguard ")) {
            return with
                    == List.of(fact.substring(10).replace(' ', '-').split("-and-", -1)).stream()
                            .allMatch(
                                    word ->
                                            cookie.safeguards().stream()
                                                    .map(Tokens::of)
                                                    .anyMatch(word::equals));
        }
        if (fact.startsWith("notice ")) {
            NoticeElement element =
                    Tokens.find(NoticeElement.class, fact.substring(7)).orElseThrow();
            return with == visit.notice().has(element);
        }
        return switch (fact) {
            case "choice" -> words.equals(choice(visit));
            case "party" -> words.equals(Tokens.of(cookie.party()) + " party");
            case "data" -> words.equals("personal data");
            case "recipient" -> words.equals("sent to nobody");
            case "sensitive data" -> words.equals("no sensitive data");
            case "signal" ->
                    words.equals(visit.signals().gpc() ? "with GPC or DNT sent" : "no signal sent");
            case "lifespan" ->
                    words.equals(
                            cookie.lifespan().isAtMost(Lifespan.parse("PT12H"))
                                    ? "kept for PT12H at most"
                                    : "kept for longer than PT12H");
            case "action" ->
                    words.equals(
                            visit.visitor().actions().isEmpty()
                                    ? "no action of the visitor"
                                    : "the visitor asked for emergency help");
            default -> throw new IllegalStateException("the grid knows nothing of " + fact);
        };
    }

    private static String choice(Visit visit) {
        return visit.consent()
                .map(
                        consent ->
                                consent.status() != ConsentStatus.GRANTED
                                        ? Tokens.of(consent.status())
                                        : consent.informed()
                                                ? "agreed"
                                                : "agreed in a way that does not count")
                .orElse("no choice made");
    }
}
