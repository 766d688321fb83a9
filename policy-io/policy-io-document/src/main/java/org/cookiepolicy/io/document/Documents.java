package org.cookiepolicy.io.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cookiepolicy.decision.Basis;
import org.cookiepolicy.decision.Change;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.Verdict;
import org.cookiepolicy.document.RecordShape;
import org.cookiepolicy.document.Shape;
import org.cookiepolicy.document.Shapes;
import org.cookiepolicy.law.Origin;
import org.cookiepolicy.policy.Category;
import org.cookiepolicy.policy.Controller;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookieName;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.Disclosure;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Processor;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.policy.Revision;
import org.cookiepolicy.policy.SensitiveData;
import org.cookiepolicy.policy.Transfer;
import org.cookiepolicy.policy.TransferMechanism;
import org.cookiepolicy.policy.Website;
import org.cookiepolicy.request.Consent;
import org.cookiepolicy.request.NamedVisit;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Signals;
import org.cookiepolicy.request.Site;
import org.cookiepolicy.request.TcfString;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.request.Visitor;
import org.cookiepolicy.request.Visitors;
import org.cookiepolicy.scenario.Expectation;
import org.cookiepolicy.scenario.Scenario;
import org.cookiepolicy.scenario.Suite;

/**
 * The shapes of all documents. Keys are the names of the facts; what may be left out has the
 * default that the builder of the value gives it.
 *
 * <p>A JSON Schema of each document stands beside this class, in {@code /org/cookiepolicy/schema}.
 */
public final class Documents {
    private static final RecordShape<Recipient> RECIPIENT =
            RecordShape.of(Recipient.class)
                    .standards(Recipient.builder().build())
                    .required("name")
                    .type(
                            Transfer.class,
                            RecordShape.of(Transfer.class)
                                    .standards(Transfer.by(TransferMechanism.NONE))
                                    .required("mechanism")
                                    .build())
                    .build();

    /** A cookie of a request, which need not say its name; one of a policy has to. */
    private static final RecordShape<Cookie> COOKIE = cookie("purposes");

    private static final RecordShape<Visit> VISIT =
            RecordShape.of(Visit.class)
                    .standards(Visit.builder().build())
                    .required("at", "visitor")
                    .shape("consent", consent())
                    .type(
                            Visitor.class,
                            RecordShape.of(Visitor.class)
                                    .standards(Visitor.builder().build())
                                    .required("location")
                                    .build())
                    .type(Notice.class, RecordShape.of(Notice.class).standards(Notice.NONE).build())
                    .type(Signals.class, signals())
                    .type(Site.class, RecordShape.of(Site.class).standards(Site.GENERAL).build())
                    .type(
                            Operator.class,
                            RecordShape.of(Operator.class).standards(Operator.UNKNOWN).build())
                    .build();

    private static final RecordShape<NamedVisit> NAMED_VISIT =
            RecordShape.of(NamedVisit.class).inline("visit", VISIT).build();

    private static final RecordShape<Request> FLAT_REQUEST =
            RecordShape.of(Request.class)
                    .standard("operation", Operation.SET)
                    .type(Cookie.class, COOKIE)
                    .inline("visit", VISIT)
                    .build();

    /** A cookie policy. */
    public static final Shape<CookiePolicy> POLICY = policy();

    /** One visitor with a name, and the circumstances of the visit. */
    public static final Shape<NamedVisit> VISITOR = NAMED_VISIT;

    /** Several visitors, in a list under {@code visitors}. */
    public static final Shape<Visitors> VISITORS =
            RecordShape.of(Visitors.class)
                    .shape("visitors", Shapes.list(NAMED_VISIT, NamedVisit::id))
                    .build();

    /** One request: a cookie, and the circumstances of the visit beside it. */
    public static final Shape<Request> REQUEST = FLAT_REQUEST;

    /** One decision with its proof. */
    public static final Shape<Decision> DECISION = decision();

    /** A suite of scenarios. */
    public static final Shape<Suite> SCENARIOS = suite();

    private Documents() {}

    private static RecordShape<Cookie> cookie(String... required) {
        Shape<SensitiveData> sensitiveData = Shapes.constant(SensitiveData.class);
        return RecordShape.of(Cookie.class)
                .standards(Cookie.of("example", Purpose.UNKNOWN))
                .required(required)
                .type(CookieName.class, cookieName())
                .shape("sensitiveData", new OneOrMany<>(sensitiveData, Shapes.set(sensitiveData)))
                .shape("soldOrShared", disclosure())
                .shape("recipients", Shapes.list(RECIPIENT, Recipient::name))
                .build();
    }

    private static Shape<Disclosure> disclosure() {
        // What is derived is left out: there is no word for it.
        return Shapes.bool()
                .map(
                        isOne -> isOne ? Disclosure.SOLD_OR_SHARED : Disclosure.NOT_SOLD_OR_SHARED,
                        disclosure -> disclosure == Disclosure.SOLD_OR_SHARED);
    }

    /** No choice may also be written, as {@code none}. */
    private static Shape<Optional<Consent>> consent() {
        return new WordOr<>("none", Optional.empty(), Shapes.optional(new ConsentShape()));
    }

    private static Shape<CookieName> cookieName() {
        return Shapes.parsed("the name of a cookie", CookieName::parse, CookieName::text);
    }

    private static RecordShape<Signals> signals() {
        TcfString empty =
                new TcfString("2.3", Optional.empty(), Set.of(), Set.of(), Set.of(), false);
        return RecordShape.of(Signals.class)
                .standards(Signals.NONE)
                .type(
                        TcfString.class,
                        RecordShape.of(TcfString.class)
                                .standards(empty)
                                .required("version")
                                .build())
                .build();
    }

    private static Shape<CookiePolicy> policy() {
        Shape<PolicyCookie> cookie =
                RecordShape.of(PolicyCookie.class)
                        .inline("cookie", cookie("name", "purposes"))
                        .standard("description", "")
                        .standard("processors", List.of())
                        .build();
        Shape<Processor> processor =
                RecordShape.of(Processor.class).inline("recipient", RECIPIENT).build();
        return RecordShape.of(CookiePolicy.class)
                .type(
                        Controller.class,
                        RecordShape.of(Controller.class).standard("description", "").build())
                .type(PolicyCookie.class, cookie)
                .shape("sites", listOf(Website.class, Website::domain))
                .shape("revisions", listOf(Revision.class, Revision::version))
                .shape("categories", listOf(Category.class, Category::id))
                .shape("processors", Shapes.list(processor, Processor::id))
                .standard("categories", List.of())
                .standard("processors", List.of())
                .standard("cookies", List.of())
                .standard("controls", List.of())
                .build();
    }

    private static <R extends Record> Shape<List<R>> listOf(
            Class<R> type, Function<R, String> key) {
        return Shapes.list(RecordShape.of(type).build(), key);
    }

    private static Shape<Decision> decision() {
        Shape<Basis> basis =
                RecordShape.of(Basis.class)
                        .standard("origin", Origin.LAW)
                        .standard("duties", Set.of())
                        .standard("readings", Map.of())
                        .build();
        Shape<Finding> finding =
                RecordShape.of(Finding.class)
                        .type(Basis.class, basis)
                        .standard("about", "")
                        .build();
        return RecordShape.of(Decision.class)
                .type(Request.class, FLAT_REQUEST)
                .type(Basis.class, basis)
                .type(
                        Change.class,
                        RecordShape.of(Change.class).standard("duties", Set.of()).build())
                .type(Finding.class, finding)
                .type(
                        Verdict.class,
                        RecordShape.of(Verdict.class)
                                .type(Finding.class, finding)
                                .standard("origin", Origin.LAW)
                                .build())
                .build();
    }

    private static Shape<Suite> suite() {
        Shape<Scenario> scenario =
                RecordShape.of(Scenario.class)
                        .inline("request", FLAT_REQUEST)
                        .type(
                                Expectation.class,
                                RecordShape.of(Expectation.class)
                                        .standard("duties", Set.of())
                                        .standard("provisions", Set.of())
                                        .standard("exactly", false)
                                        .build())
                        .build();
        return RecordShape.of(Suite.class)
                .shape("scenarios", Shapes.list(scenario, Scenario::id))
                .build();
    }
}
