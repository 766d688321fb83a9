package org.cookiepolicy.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.FindingType;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.decision.Reason;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.ReceivedData;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.ChoiceDevice;
import org.cookiepolicy.request.ChosenBy;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentCondition;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Site;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Lifespan;
import org.cookiepolicy.value.Tokens;

/**
 * Says what would change a decision.
 *
 * <p>The request is decided again with one fact changed at a time, with facts changed together that
 * go together, and on the later days on which the law or the consent changes. Only what turns the
 * outcome is returned. Nothing here knows the law: the engine decides each variation.
 *
 * <p>A pure function of the engine and the decision.
 */
public final class Alternatives {
    private final PolicyEngine engine;
    private final Decision decision;
    private final Request request;
    private final Visit visit;
    private final List<Alternative> found = new ArrayList<>();
    private final List<Set<Change>> turning = new ArrayList<>();

    private Alternatives(PolicyEngine engine, Decision decision) {
        this.engine = engine;
        this.decision = decision;
        this.request = decision.request();
        this.visit = request.visit();
    }

    /**
     * Something that would turn the outcome of a decision.
     *
     * @param change what would have to be so, such as {@code the visitor granted audience
     *     measurement}; not blank
     * @param outcome the outcome that it would have, not null
     * @param from the day from which on it would; empty when it is no matter of time
     */
    public record Alternative(String change, Outcome outcome, Optional<LocalDate> from) {
        /** Refuses null. */
        public Alternative {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(from, "from");
        }

        /**
         * Returns the alternative as a part of a sentence.
         *
         * @return such as {@code would be allowed if the visitor granted audience measurement}, or
         *     {@code would be denied from 2026-02-05 on}; not blank
         */
        public String text() {
            return "would be "
                    + (outcome == Outcome.ALLOW ? "allowed " : "denied ")
                    + from.map(day -> "from " + day + " on").orElse("if " + change);
        }
    }

    /** One fact that could be otherwise. */
    private record Change(String text, UnaryOperator<Request> apply) {}

    /**
     * Finds what would change a decision.
     *
     * @param engine the engine that decides the variations, not null
     * @param decision the decision, not null
     * @return what turns the outcome, in a fixed order; may be empty
     */
    public static List<Alternative> of(PolicyEngine engine, Decision decision) {
        Alternatives alternatives = new Alternatives(engine, decision);
        alternatives.find();
        return List.copyOf(alternatives.found);
    }

    private void find() {
        List<Change> grants = grants();
        List<Change> defects = defects();
        List<Change> notices = missingNotice();
        List<Change> signals = silentSignals();
        List<Change> parents = parents();
        List<Change> account = account();
        List<Change> transfers = transfers();
        List<List<Change>> alone =
                List.of(
                        grants,
                        defects,
                        notices,
                        List.of(
                                told(
                                        NoticeElement.BESIDE_CONTROL,
                                        "the visitor were told beside the control"),
                                told(
                                        NoticeElement.PUBLISHED,
                                        "content, recipient and purpose were published")),
                        signals,
                        parents,
                        account,
                        transfers,
                        actions(),
                        cookie(),
                        readings(),
                        List.of(
                                optOutMechanism(
                                        OptOutMechanism.WORKING, "the way to opt out worked")),
                        declining());
        alone.forEach(kind -> kind.forEach(change -> tryAll(List.of(change))));

        // What often only helps together: all that has to be told, every defect of a consent; and
        // each way to be allowed beside a signal, a parent, an account, or a transfer that stands
        // in its way.
        List<List<Change>> together = new ArrayList<>(List.of(notices, defects, grants));
        together.forEach(this::tryAll);
        for (List<Change> way : together) {
            for (List<Change> obstacle : List.of(signals, parents, account)) {
                tryAll(join(way, obstacle));
            }
            transfers.forEach(transfer -> tryAll(join(way, List.of(transfer))));
        }
        days();
    }

    /** Adds what remains of some changes when those that are not needed are left out. */
    private void tryAll(List<Change> changes) {
        boolean known = turning.stream().anyMatch(changes::containsAll);
        if (changes.isEmpty() || known || !turns(changes)) {
            return;
        }
        List<Change> needed = new ArrayList<>(changes);
        for (Change change : changes) {
            List<Change> without = new ArrayList<>(needed);
            without.remove(change);
            if (turns(without)) {
                needed = without;
            }
        }
        turning.add(new HashSet<>(needed));
        String text = needed.stream().map(Change::text).collect(Collectors.joining(" and "));
        found.add(new Alternative(text, other(), Optional.empty()));
    }

    private boolean turns(List<Change> changes) {
        Request changed = request;
        for (Change change : changes) {
            changed = change.apply().apply(changed);
        }
        return engine.decideThatDay(changed).outcome() == other();
    }

    private Outcome other() {
        return decision.isAllowed() ? Outcome.DENY : Outcome.ALLOW;
    }

    /** The first later day on which the law or the age of the consent turns the outcome. */
    private void days() {
        engine.laterDays(request).stream()
                .filter(day -> turns(List.of(on("", old -> old.toBuilder().at(day).build()))))
                .findFirst()
                .ifPresent(
                        day ->
                                found.add(
                                        new Alternative(
                                                "the day were " + day, other(), Optional.of(day))));
    }

    // Consent

    private List<Change> grants() {
        Set<Purpose> demanded = demanded();
        Optional<Consent> granted = granted();
        boolean covered =
                granted.filter(consent -> demanded.stream().allMatch(consent::covers)).isPresent();
        if (decision.isAllowed() || covered) {
            return List.of();
        }
        Set<Purpose> purposes = EnumSet.copyOf(demanded);
        granted.flatMap(Consent::purposes).ifPresent(purposes::addAll);
        Consent.Builder fresh =
                Consent.builder()
                        .status(ConsentStatus.GRANTED)
                        .purposes(purposes)
                        .given(visit.at());
        visit.consent()
                .map(Consent::status)
                .filter(status -> status != ConsentStatus.GRANTED)
                .ifPresent(fresh::replaces);
        Consent consent = fresh.build();
        return List.of(
                on(
                        "the visitor granted " + words(demanded),
                        old -> old.toBuilder().consent(consent).build()));
    }

    /** The purposes that keep a layer from passing, or all when it is something else that does. */
    private Set<Purpose> demanded() {
        Set<Purpose> demanded = EnumSet.noneOf(Purpose.class);
        decision.decisive().stream()
                .flatMap(verdict -> demanded(verdict).stream())
                .forEach(demanded::add);
        return demanded.isEmpty() ? request.cookie().purposes() : demanded;
    }

    private Set<Purpose> demanded(Verdict verdict) {
        Set<Purpose> exempt = about(verdict, EnumSet.of(FindingType.EXEMPT));
        Set<Purpose> demanded =
                about(
                        verdict,
                        EnumSet.of(FindingType.CONSENT_REQUIRED, FindingType.OPT_OUT_APPLIES));
        demanded.removeAll(exempt);
        return demanded;
    }

    private Set<Purpose> about(Verdict verdict, Set<FindingType> types) {
        return decision.findings().stream()
                .filter(finding -> types.contains(finding.type()))
                .filter(finding -> finding.basis().regime().equals(verdict.regime()))
                .filter(finding -> finding.basis().layer() == verdict.layer())
                .map(Finding::about)
                .flatMap(about -> Tokens.find(Purpose.class, about).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    private Optional<Consent> granted() {
        return visit.consent().filter(consent -> consent.status() == ConsentStatus.GRANTED);
    }

    /** What a consent that was given lacks, each mended by itself. */
    private List<Change> defects() {
        Consent consent = granted().orElse(null);
        List<Change> mends = new ArrayList<>();
        if (consent == null || decision.isAllowed()) {
            return visit.consent().isEmpty() ? stringDefects() : List.of();
        }
        if (consent.expression() != Expression.AFFIRMATIVE) {
            mends.add(
                    consenting(
                            "consent were given by a clear affirmative act",
                            c -> c.expression(Expression.AFFIRMATIVE)));
        }
        if (!consent.confirmed()) {
            mends.add(consenting("the visitor acted on what was shown", c -> c.confirmed(true)));
        }
        if (!consent.granular()) {
            mends.add(consenting("there were one choice for each purpose", c -> c.granular(true)));
        }
        if (!consent.informed()) {
            mends.add(
                    consenting(
                            "the visitor were told of purposes, duration and third parties",
                            c -> c.informed(true)));
        }
        if (!consent.refusalAsEasy()) {
            mends.add(consenting("refusing were as easy as accepting", c -> c.refusalAsEasy(true)));
        }
        if (!consent.withdrawalAsEasy()) {
            mends.add(
                    consenting(
                            "withdrawing were as easy as accepting",
                            c -> c.withdrawalAsEasy(true)));
        }
        if (consent.condition() != ConsentCondition.FREE) {
            String text =
                    consent.condition() == ConsentCondition.WALL
                            ? "there were a way in without consent"
                            : "consent were not the alternative to a fee";
            mends.add(consenting(text, c -> c.condition(ConsentCondition.FREE)));
        }
        if (!consent.recorded()) {
            mends.add(consenting("the operator could prove the consent", c -> c.recorded(true)));
        }
        if (consent.device() != ChoiceDevice.THIS) {
            mends.add(
                    consenting(
                            "consent were given on this device", c -> c.device(ChoiceDevice.THIS)));
        }
        if (!consent.given().equals(Optional.of(visit.at()))) {
            mends.add(consenting("consent were given that day", c -> c.given(visit.at())));
        }
        consent.vendors()
                .map(this::namesWithout)
                .filter(names -> !names.isEmpty())
                .ifPresent(
                        names ->
                                mends.add(
                                        consenting(
                                                "the visitor also agreed to "
                                                        + String.join(" and ", names),
                                                c -> c.vendors(join(consent.vendors(), names)))));
        return mends;
    }

    private List<Change> stringDefects() {
        return visit
                .signals()
                .tcf()
                .filter(string -> !decision.isAllowed() && !string.disclosedVendors())
                .map(
                        string ->
                                on(
                                        "the consent string named the vendors disclosed",
                                        old ->
                                                with(
                                                        old,
                                                        old.signals().gpc(),
                                                        old.signals().dnt(),
                                                        disclosed(string))))
                .stream()
                .toList();
    }

    private static Optional<TcfString> disclosed(TcfString string) {
        return Optional.of(
                new TcfString(
                        string.version(),
                        string.created(),
                        string.consents(),
                        string.legitimateInterests(),
                        string.vendors(),
                        true));
    }

    private Set<String> namesWithout(Set<String> vendors) {
        Set<String> names = new LinkedHashSet<>();
        request.cookie().recipients().stream()
                .map(Recipient::name)
                .filter(name -> !vendors.contains(name))
                .forEach(names::add);
        return names;
    }

    private static Set<String> join(Optional<Set<String>> first, Set<String> second) {
        Set<String> all = new TreeSet<>(second);
        first.ifPresent(all::addAll);
        return all;
    }

    private List<Change> parents() {
        List<Change> changes = new ArrayList<>();
        if (!decision.isAllowed() && !visit.visitor().parentalConsent()) {
            changes.add(
                    on(
                            "a parent agreed",
                            old -> {
                                Visitor child =
                                        old.visitor().toBuilder().parentalConsent(true).build();
                                return withConsent(
                                        old.toBuilder().visitor(child).build(),
                                        old.consent().map(Alternatives::byParent));
                            }));
        }
        return changes;
    }

    /** What a visitor can do against it. */
    private List<Change> declining() {
        List<Change> changes = new ArrayList<>();
        if (!decision.isAllowed()) {
            return changes;
        }
        changes.add(choosing("the visitor refused", ConsentStatus.REFUSED));
        if (granted().isPresent()) {
            changes.add(choosing("the visitor withdrew consent", ConsentStatus.WITHDRAWN));
            changes.add(
                    on("the visitor made no choice", old -> withConsent(old, Optional.empty())));
        }
        changes.add(choosing("the visitor objected", ConsentStatus.OBJECTED));
        if (!visit.signals().gpc()) {
            changes.add(
                    on(
                            "the browser sent Global Privacy Control",
                            old -> with(old, true, old.signals().dnt(), old.signals().tcf())));
        }
        if (!visit.signals().dnt()) {
            changes.add(
                    on(
                            "the browser sent Do Not Track",
                            old -> with(old, old.signals().gpc(), true, old.signals().tcf())));
        }
        changes.add(untold(NoticeElement.GIVEN, "the visitor were not told beforehand"));
        changes.add(untold(NoticeElement.OBJECTION_OFFERED, "no means to object were offered"));
        changes.add(
                untold(
                        NoticeElement.OBJECTION_LASTS,
                        "the visitor were not told that an objection lasts"));
        changes.add(
                untold(
                        NoticeElement.PUBLISHED,
                        "content, recipient and purpose were not published"));
        changes.add(
                untold(
                        NoticeElement.BESIDE_CONTROL,
                        "the visitor were not told beside the control"));
        changes.add(optOutMechanism(OptOutMechanism.BROKEN, "the way to opt out did not work"));
        return changes;
    }

    private Change choosing(String text, ConsentStatus status) {
        Consent choice = Consent.builder().status(status).given(visit.at()).build();
        return on(text, old -> old.toBuilder().consent(choice).build());
    }

    private static Change consenting(String text, UnaryOperator<Consent.Builder> mend) {
        return on(
                text,
                old -> withConsent(old, old.consent().map(c -> mend.apply(c.toBuilder()).build())));
    }

    private static Consent byParent(Consent consent) {
        return consent.toBuilder().by(ChosenBy.PARENT).build();
    }

    // Notice, signals, site

    private List<Change> missingNotice() {
        List<Change> changes = new ArrayList<>();
        if (!decision.isAllowed()) {
            changes.add(told(NoticeElement.GIVEN, "the visitor were told beforehand"));
            changes.add(told(NoticeElement.OBJECTION_OFFERED, "a means to object were offered"));
            changes.add(
                    told(
                            NoticeElement.OBJECTION_LASTS,
                            "the visitor were told that an objection lasts"));
            changes.removeIf(change -> change.apply().apply(request).equals(request));
        }
        return changes;
    }

    private static Change told(NoticeElement element, String text) {
        return on(text, old -> old.toBuilder().notice(with(old.notice(), element, true)).build());
    }

    private static Change untold(NoticeElement element, String text) {
        return on(text, old -> old.toBuilder().notice(with(old.notice(), element, false)).build());
    }

    private static Notice with(Notice notice, NoticeElement element, boolean told) {
        Set<NoticeElement> elements = EnumSet.noneOf(NoticeElement.class);
        for (NoticeElement each : NoticeElement.values()) {
            if (each == element ? told : notice.has(each)) {
                elements.add(each);
            }
        }
        return Notice.of(elements.toArray(NoticeElement[]::new));
    }

    private List<Change> silentSignals() {
        List<Change> changes = new ArrayList<>();
        if (!decision.isAllowed() && visit.signals().gpc()) {
            changes.add(
                    on(
                            "the browser did not send Global Privacy Control",
                            old -> with(old, false, old.signals().dnt(), old.signals().tcf())));
        }
        if (!decision.isAllowed() && visit.signals().dnt()) {
            changes.add(
                    on(
                            "the browser did not send Do Not Track",
                            old -> with(old, old.signals().gpc(), false, old.signals().tcf())));
        }
        return changes;
    }

    private static Visit with(Visit old, boolean gpc, boolean dnt, Optional<TcfString> tcf) {
        return old.toBuilder().signals(new Signals(gpc, dnt, tcf)).build();
    }

    private Change optOutMechanism(OptOutMechanism mechanism, String text) {
        Site site = visit.site();
        Site changed = new Site(site.service(), site.childDirected(), mechanism);
        return on(text, old -> old.toBuilder().site(changed).build());
    }

    // The visitor, the cookie, the readings

    // Age, residence and vulnerability are left out: nobody is otherwise for the sake of a cookie.

    private List<Change> account() {
        boolean known = visit.visitor().account();
        return List.of(
                visiting(
                        known
                                ? "the visitor were not logged in to a known account"
                                : "the visitor were logged in to a known account",
                        visitor -> visitor.account(!known)));
    }

    /** Each thing that the visitor could have done, or could have left undone. */
    private List<Change> actions() {
        List<Change> changes = new ArrayList<>();
        for (Action action : Action.values()) {
            Set<Action> actions = EnumSet.of(action);
            actions.addAll(visit.visitor().actions());
            boolean done = visit.visitor().actions().contains(action);
            if (done) {
                actions.remove(action);
            }
            changes.add(
                    visiting(
                            done ? omission(action) : deed(action),
                            visitor -> visitor.actions(actions)));
        }
        return changes;
    }

    private static Change visiting(String text, UnaryOperator<Visitor.Builder> change) {
        return on(
                text,
                old ->
                        old.toBuilder()
                                .visitor(change.apply(old.visitor().toBuilder()).build())
                                .build());
    }

    private static String deed(Action action) {
        return switch (action) {
            case REQUESTED_SERVICE -> "the visitor asked for the service";
            case LOGGED_IN -> "the visitor signed in";
            case TICKED_REMEMBER_ME -> "the visitor asked to stay signed in";
            case PRESSED_PLAY -> "the visitor started playback";
            case CHOSE_SETTING -> "the visitor chose a setting of the interface";
            case ASKED_FOR_EMERGENCY_HELP -> "the visitor asked for emergency help";
            case NETWORK_MEMBER -> "the visitor were logged in to the social network";
        };
    }

    private static String omission(Action action) {
        return switch (action) {
            case REQUESTED_SERVICE -> "the visitor had not asked for the service";
            case LOGGED_IN -> "the visitor had not signed in";
            case TICKED_REMEMBER_ME -> "the visitor had not asked to stay signed in";
            case PRESSED_PLAY -> "the visitor had not started playback";
            case CHOSE_SETTING -> "the visitor had not chosen a setting of the interface";
            case ASKED_FOR_EMERGENCY_HELP -> "the visitor had not asked for emergency help";
            case NETWORK_MEMBER -> "the visitor were not logged in to the social network";
        };
    }

    private List<Change> cookie() {
        List<Change> changes = new ArrayList<>();
        if (!request.cookie().lifespan().isSession()) {
            changes.add(
                    new Change(
                            "the cookie ended with the session",
                            old ->
                                    new Request(
                                            old.operation(),
                                            old.cookie().toBuilder()
                                                    .lifespan(Lifespan.SESSION)
                                                    .build(),
                                            old.visit())));
        }
        return changes;
    }

    /** Ways to give data a ground for leaving, or to let no personal data leave. */
    private List<Change> transfers() {
        Set<String> ungrounded =
                decision.verdicts().stream()
                        .filter(verdict -> verdict.reason() == Reason.NO_GROUND)
                        .flatMap(verdict -> verdict.findings().stream())
                        .map(Finding::about)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (ungrounded.isEmpty()) {
            return List.of();
        }
        String names = String.join(" and ", ungrounded);
        return List.of(
                sending(
                        ungrounded,
                        names + " received anonymised data only",
                        Alternatives::anonymised),
                sending(
                        ungrounded,
                        "the data privacy framework covered the transfer to " + names,
                        recipient -> by(recipient, TransferMechanism.DATA_PRIVACY_FRAMEWORK)),
                sending(
                        ungrounded,
                        "standard contractual clauses with supplementary measures, disclosed to the"
                                + " visitor, covered the transfer to "
                                + names,
                        recipient ->
                                by(recipient, TransferMechanism.STANDARD_CONTRACTUAL_CLAUSES)));
    }

    private static Change sending(Set<String> names, String text, UnaryOperator<Recipient> mend) {
        return new Change(
                text,
                old ->
                        new Request(
                                old.operation(),
                                old.cookie().toBuilder()
                                        .recipients(
                                                old.cookie().recipients().stream()
                                                        .map(
                                                                r ->
                                                                        names.contains(r.name())
                                                                                ? mend.apply(r)
                                                                                : r)
                                                        .toList())
                                        .build(),
                                old.visit()));
    }

    private static Recipient anonymised(Recipient recipient) {
        return recipient.toBuilder().receives(ReceivedData.ANONYMISED).build();
    }

    private static Recipient by(Recipient recipient, TransferMechanism mechanism) {
        return recipient.toBuilder().transfer(new Transfer(mechanism, true, true)).build();
    }

    private List<Change> readings() {
        // Reading a point more leniently denies nothing, and more strictly allows nothing.
        Reading turned = decision.isAllowed() ? Reading.STRICT : Reading.LENIENT;
        List<Change> changes = new ArrayList<>();
        for (ContestedPoint point : ContestedPoint.values()) {
            if (visit.reading(point) != turned) {
                changes.add(
                        on(
                                "the point "
                                        + Tokens.of(point)
                                        + " were read "
                                        + (turned == Reading.STRICT ? "strictly" : "leniently"),
                                old -> read(old, point, turned)));
            }
        }
        return changes;
    }

    private static Visit read(Visit old, ContestedPoint point, Reading reading) {
        Map<ContestedPoint, Reading> readings = new EnumMap<>(ContestedPoint.class);
        readings.putAll(old.interpretations());
        readings.put(point, reading);
        return old.toBuilder().interpretations(readings).build();
    }

    // Common to all

    private static Change on(String text, UnaryOperator<Visit> change) {
        return new Change(
                text, old -> new Request(old.operation(), old.cookie(), change.apply(old.visit())));
    }

    /** The builder of a visit takes a consent, and cannot take it away again. */
    private static Visit withConsent(Visit old, Optional<Consent> consent) {
        return new Visit(
                old.at(),
                old.visitor(),
                old.notice(),
                consent,
                old.signals(),
                old.site(),
                old.operator(),
                old.interpretations());
    }

    private static String words(Set<Purpose> purposes) {
        return purposes.stream()
                .map(purpose -> Tokens.of(purpose).replace('-', ' '))
                .collect(Collectors.joining(" and "));
    }

    private static List<Change> join(List<Change> first, List<Change> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
