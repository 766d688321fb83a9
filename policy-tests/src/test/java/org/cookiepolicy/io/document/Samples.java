package org.cookiepolicy.io.document;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Change;
import org.cookiepolicy.decision.Coverage;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.FindingType;
import org.cookiepolicy.decision.Outcome;
import org.cookiepolicy.decision.OwedDuty;
import org.cookiepolicy.decision.PolicyVersion;
import org.cookiepolicy.decision.Reason;
import org.cookiepolicy.decision.Regime;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.law.Confidence;
import org.cookiepolicy.law.Duty;
import org.cookiepolicy.law.Layer;
import org.cookiepolicy.law.Loosening;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.law.Reach;
import org.cookiepolicy.policy.Category;
import org.cookiepolicy.policy.ClaimedBasis;
import org.cookiepolicy.policy.ClaimedConsent;
import org.cookiepolicy.policy.Control;
import org.cookiepolicy.policy.Controller;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookieName;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.Expression;
import org.cookiepolicy.policy.Party;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Processor;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.ReceivedData;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.RecipientRole;
import org.cookiepolicy.policy.Revision;
import org.cookiepolicy.policy.Safeguard;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Technology;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.policy.Website;
import org.cookiepolicy.request.Action;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.ConsentStatus;
import org.cookiepolicy.request.ContestedPoint;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Notice;
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
import org.cookiepolicy.request.Visitors;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;
import org.cookiepolicy.value.Jurisdiction;
import org.cookiepolicy.value.Lifespan;

/** One value of each document with every fact stated, so that variations reach all of them. */
final class Samples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final URI LINK = URI.create("https://example.com/privacy?a=b&c=%20#d");

    private Samples() {}

    static Recipient recipient() {
        return Recipient.builder()
                .name("Example Analytics, Inc.")
                .country(Jurisdiction.of("US"))
                .role(RecipientRole.SERVICE_PROVIDER)
                .reusesData(true)
                .sharesIdentifierAcrossSites(true)
                .linksToKnownPerson(true)
                .exchangeForValue(true)
                .iabVendor(755)
                .transfer(new Transfer(TransferMechanism.ADEQUACY, true, true))
                .receives(ReceivedData.ANONYMISED)
                .build();
    }

    static Cookie cookie() {
        return Cookie.builder()
                .name(CookieName.parse("_ga_*"))
                .purposes(Purpose.AUDIENCE_MEASUREMENT, Purpose.PROFILING)
                .declaredCategory("necessary")
                .party(Party.THIRD)
                .lifespan(Lifespan.parse("P13M"))
                .technology(Technology.PIXEL)
                .personalData(false)
                .sensitiveData(SensitiveData.HEALTH)
                .safeguards(Safeguard.IP_MASKED, Safeguard.NOT_SHARED)
                .canBeDisabled(false)
                .claimedBasis(ClaimedBasis.LEGITIMATE_INTEREST)
                .soldOrShared(Disclosure.SOLD_OR_SHARED)
                .recipients(List.of(recipient()))
                .build();
    }

    static Visit visit() {
        return Visit.builder()
                .at(DAY)
                .visitor(
                        Visitor.builder()
                                .location(Jurisdiction.of("NO"))
                                .residence(Jurisdiction.of("US-CA"))
                                .age(15)
                                .parentalConsent(true)
                                .account(true)
                                .vulnerable(true)
                                .actions(Action.PRESSED_PLAY)
                                .build())
                .notice(new Notice(true, true, true, true, true))
                .consent(
                        Consent.of(ConsentStatus.GRANTED, Purpose.RESEARCH).toBuilder()
                                .vendors(Set.of("Example Analytics, Inc.", "no"))
                                .given(DAY.minusDays(7))
                                .rememberedFor(Lifespan.parse("P6M"))
                                .replaces(ConsentStatus.REFUSED)
                                .build())
                .signals(
                        new Signals(
                                true,
                                true,
                                Optional.of(
                                        new TcfString(
                                                "2.2",
                                                Optional.of(DAY),
                                                Set.of(1, 3),
                                                Set.of(7),
                                                Set.of(755),
                                                true))))
                .site(new Site(SiteService.HEALTH, true, OptOutMechanism.BROKEN))
                .operator(
                        new Operator(
                                Optional.of(Jurisdiction.of("FR")),
                                Set.of(Jurisdiction.of("US-VA"), Jurisdiction.of("US-CO"))))
                .interpretations(Map.of(ContestedPoint.PAY_OR_CONSENT, Reading.LENIENT))
                .build();
    }

    static NamedVisit visitor() {
        return new NamedVisit("oslo", "A child in Oslo", visit());
    }

    static Visitors visitors() {
        Visit plain = Visit.of(DAY, Visitor.in("unknown"));
        return new Visitors(List.of(visitor(), new NamedVisit("nobody", "Somebody", plain)));
    }

    static Request request() {
        return Request.toRead(cookie(), visit());
    }

    static CookiePolicy policy() {
        Processor processor =
                new Processor(
                        "analytics",
                        recipient(),
                        "Counts visits.",
                        Optional.of(LINK),
                        Optional.of(LINK),
                        Optional.of(LINK));
        PolicyCookie cookie =
                new PolicyCookie(
                        cookie(),
                        Optional.of("example.com"),
                        Optional.of("statistics"),
                        "Tells visitors apart: 1 of 2.",
                        List.of("analytics"));
        return new CookiePolicy(
                "example",
                "Cookie policy",
                new Controller("Example AS", Jurisdiction.of("NO"), "Reg. no. 1"),
                List.of(new Website("example.com", "Example"), new Website("localhost", "Test")),
                List.of(
                        new Revision("1.0.", LocalDate.of(2018, 4, 29), "Initial version"),
                        new Revision("2.3", DAY, "Analytics added")),
                List.of(new Category("statistics", "Statistics", "Counting.")),
                List.of(processor),
                List.of(cookie),
                List.of(new Control("Browser", "Delete them there.", Optional.of(LINK))),
                Optional.of(new ClaimedConsent(Expression.CONTINUED_USE, "Going on is agreeing.")));
    }

    static Decision decision() {
        Regime regime = new Regime(Reach.LOCATION, Jurisdiction.of("NO"));
        Basis basis =
                new Basis(
                        "no.consent",
                        Origin.LAW,
                        Layer.DEVICE,
                        regime,
                        "Ekomloven",
                        "§ 3-15",
                        LINK,
                        Confidence.UNCERTAIN,
                        Set.of(Duty.INFORM, Duty.ASK_AGAIN),
                        Map.of(ContestedPoint.TAG_MANAGER, Reading.STRICT),
                        Optional.empty());
        Basis house =
                basis.ofHouse(
                        Optional.of(
                                new Loosening(
                                        Set.of("no.consent", "eu.consent"),
                                        "yes: the authority said so",
                                        "General Counsel",
                                        DAY)));
        // Variations are made of what stands first in a list; the law has nothing to loosen.
        Finding exempt = new Finding(FindingType.EXEMPT, "eu.exempt", house, "security");
        Finding required =
                new Finding(FindingType.CONSENT_REQUIRED, "eu.consent", basis, "profiling");
        Verdict ofHouse =
                new Verdict(
                        regime,
                        Layer.DEVICE,
                        Origin.HOUSE,
                        Outcome.DENY,
                        Reason.NO_CONSENT,
                        List.of(exempt, required));
        Verdict ofLaw =
                new Verdict(
                        regime,
                        Layer.DEVICE,
                        Origin.LAW,
                        Outcome.DENY,
                        Reason.NO_CONSENT,
                        List.of(required));
        return new Decision(
                Outcome.DENY,
                request(),
                Coverage.COVERED,
                List.of(ofHouse, ofLaw),
                List.of(new OwedDuty(Duty.INFORM, house), new OwedDuty(Duty.INFORM, basis)),
                List.of(exempt, required),
                Optional.of(new Change(DAY.plusYears(1), Outcome.ALLOW, Set.of(Duty.INFORM))),
                Optional.of(new PolicyVersion("example", "2.3")),
                "1.0.0");
    }

    static Suite suite() {
        Visit plain = Visit.of(DAY, Visitor.in("FR"));
        return new Suite(
                "norway",
                "Norway: ekomloven",
                List.of(
                        new Scenario(
                                "N01",
                                "everything stated",
                                "Ekomloven § 3-15",
                                request(),
                                new Expectation(
                                        Outcome.DENY,
                                        Set.of(Duty.INFORM),
                                        Set.of("no.consent"),
                                        true)),
                        new Scenario(
                                "02",
                                "nothing but what is required",
                                "yes",
                                Request.toSet(Cookie.of("example", Purpose.SECURITY), plain),
                                new Expectation(Outcome.ALLOW, Set.of()))));
    }
}
