package org.cookiepolicy.rules.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.NoticeElement;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.OptOutMechanism;
import org.cookiepolicy.request.Reading;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Site;
import org.cookiepolicy.request.SiteService;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;

/** A request in the making, whose facts may be set in any order and several times. */
final class Draft {
    final Cookie.Builder cookie = Cookie.of("example", Purpose.UNKNOWN).toBuilder();
    final Set<SensitiveData> sensitiveData = EnumSet.noneOf(SensitiveData.class);
    final Set<Safeguard> safeguards = EnumSet.noneOf(Safeguard.class);
    final List<Recipient> recipients = new ArrayList<>();
    final Set<Action> actions = EnumSet.noneOf(Action.class);
    final Set<NoticeElement> told = EnumSet.noneOf(NoticeElement.class);
    final Map<ContestedPoint, Reading> readings = new EnumMap<>(ContestedPoint.class);
    LocalDate day = LocalDate.EPOCH;
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    boolean personalData = true;
    Party party = Party.FIRST;
    Lifespan lifespan = Lifespan.SESSION;
    Jurisdiction location = Jurisdiction.UNKNOWN;
    Optional<Jurisdiction> residence = Optional.empty();
    Optional<Jurisdiction> operator = Optional.empty();
    Optional<Integer> age = Optional.empty();
    boolean parentalConsent;
    boolean account;
    boolean gpc;
    boolean dnt;
    Optional<TcfString> tcf = Optional.empty();
    boolean childDirected;
    SiteService service = SiteService.GENERAL;
    OptOutMechanism mechanism = OptOutMechanism.WORKING;
    boolean eachPurposeNamed;
    boolean vulnerable;
    Operation operation = Operation.SET;
    final Set<Jurisdiction> outsideScopeOf = new TreeSet<>();
    private Optional<Consent.Builder> consent = Optional.empty();

    /** Makes a choice, with a further say in what it is like. */
    void choose(ConsentStatus status, Consumer<Consent.Builder> further) {
        Consent.Builder builder = Consent.builder().status(status);
        further.accept(builder);
        consent = Optional.of(builder);
    }

    Request request() {
        return new Request(
                operation,
                cookie.purposes(purposes)
                        .personalData(personalData)
                        .sensitiveData(sensitiveData)
                        .safeguards(safeguards)
                        .party(party)
                        .lifespan(lifespan)
                        .recipients(recipients)
                        .build(),
                visit());
    }

    /** The circumstances alone, for a cookie that is given. */
    Visit visit() {
        Visitor.Builder visitor =
                Visitor.builder()
                        .location(location)
                        .parentalConsent(parentalConsent)
                        .account(account)
                        .vulnerable(vulnerable)
                        .actions(actions);
        residence.ifPresent(visitor::residence);
        age.ifPresent(visitor::age);
        Visit.Builder visit =
                Visit.of(day, visitor.build()).toBuilder()
                        .notice(Notice.of(told.toArray(NoticeElement[]::new)))
                        .signals(new Signals(gpc, dnt, tcf))
                        .site(new Site(service, childDirected, mechanism))
                        .operator(new Operator(operator, outsideScopeOf))
                        .interpretations(readings);
        consent.map(builder -> eachPurposeNamed ? builder.purposes(purposes) : builder)
                .map(Consent.Builder::build)
                .ifPresent(visit::consent);
        return visit.build();
    }
}
