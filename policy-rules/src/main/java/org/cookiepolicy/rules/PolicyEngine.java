package org.cookiepolicy.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cookiepolicy.decision.Change;
import org.cookiepolicy.decision.Decision;
import org.cookiepolicy.decision.Finding;
import org.cookiepolicy.decision.PolicyVersion;
import org.cookiepolicy.document.DocumentException;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.CookiePolicy;
import org.cookiepolicy.policy.PolicyCookie;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.request.Operation;
import org.cookiepolicy.request.Operator;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.request.Visit;
import org.cookiepolicy.rules.drl.RuleFile;
import org.cookiepolicy.rules.drl.RuleReader;
import org.cookiepolicy.value.Jurisdiction;

/**
 * Decides whether cookies may be set or read.
 *
 * <p>Holds one version of the law, loaded once. Immutable and thread-safe; keep one for as long as
 * the law does not change.
 */
public final class PolicyEngine {
    private final Register register;
    private final RuleBase rules;
    private final String lawVersion;

    PolicyEngine(Register register, RuleBase rules, String lawVersion) {
        this.register = register;
        this.rules = rules;
        this.lawVersion = lawVersion;
    }

    /**
     * Loads the law that comes with this library.
     *
     * @return an engine, not null
     */
    public static PolicyEngine load() {
        return load(LawFile.shipped());
    }

    /**
     * Loads the law that comes with this library, and the rules of a house beside it.
     *
     * @param house the directory of the house, not null
     * @return an engine, not null
     * @throws IOException when the directory cannot be read
     * @throws DocumentException with everything that is wrong with the files
     */
    public static PolicyEngine load(Path house) throws IOException {
        return load(LawFile.shippedWith(house));
    }

    /**
     * Loads a law, and the rules of a house where they are among the files.
     *
     * @param files register and rules, not null
     * @return an engine, not null
     * @throws DocumentException with everything that is wrong with the files; rules that say more
     *     than rules may are refused here, before anything of them is compiled
     */
    public static PolicyEngine load(List<LawFile> files) {
        // Reading the register and compiling the rules take about as long, and know nothing of
        // each other.
        CompletableFuture<RegisterReader> reading =
                CompletableFuture.supplyAsync(
                        () ->
                                RegisterReader.of(
                                        files.stream().filter(file -> !file.isRules()).toList()));
        RuleReader.Result rules = RuleBase.read(files.stream().filter(LawFile::isRules).toList());
        Optional<RuleBase> compiled =
                rules.problems().isEmpty()
                        ? Optional.of(RuleBase.compile(rules.files()))
                        : Optional.empty();
        RegisterReader register = reading.join();
        List<Problem> problems = new ArrayList<>(House.check(files));
        problems.addAll(register.problems());
        problems.addAll(rules.problems());
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
        return new PolicyEngine(register.register(), compiled.orElseThrow(), version(files));
    }

    /**
     * Returns the version of the law: the same for the same files, another for any other.
     *
     * @return the version, not blank
     */
    public String lawVersion() {
        return lawVersion;
    }

    /**
     * Returns the register that this decides by.
     *
     * @return the register, not null
     */
    public Register register() {
        return register;
    }

    /**
     * Decides one request.
     *
     * @param request the facts, not null
     * @return the decision, not null
     * @throws UncoveredDayException when the day lies before the first day for which the register
     *     has the law of a place that matters
     */
    public Decision decide(Request request) {
        Request settled = request.settled();
        Decision decision = decideThatDay(settled);
        return laterDays(settled).stream()
                .flatMap(day -> change(decision, day).stream())
                .findFirst()
                .map(decision::changing)
                .orElse(decision);
    }

    /**
     * Decides one request without looking for a later day on which the decision changes, for tools
     * that decide very many.
     *
     * @param request the facts, not null
     * @return the decision, of which no change is known; not null
     * @throws UncoveredDayException as {@link #decide(Request)} does
     */
    public Decision decideThatDay(Request request) {
        Request settled = request.settled();
        Visit visit = settled.visit();
        checkCovered(visit);
        List<Finding> findings = rules.run(settled, register.lawsFor(settled));
        return Decision.of(
                settled,
                register.coverage(visit.visitor().location()),
                register.homeRegime(visit),
                findings,
                lawVersion);
    }

    /**
     * Returns an engine with the same rules and another register, for tools that try out an edit.
     *
     * @param edited the register, not null
     * @return the engine, whose law version says that it is edited; not null
     */
    public PolicyEngine with(Register edited) {
        return new PolicyEngine(edited, rules, lawVersion + "-edited");
    }

    /**
     * Returns whether the same provisions apply to a request here and elsewhere. Under the same
     * rules the decisions are then the same, whatever the other facts.
     *
     * @param other the other engine, not null
     * @param request the facts, not null
     * @return true when the provisions are equal, and the day is covered by both
     */
    public boolean appliesSameLaw(PolicyEngine other, Request request) {
        Request settled = request.settled();
        return isCovered(settled.visit())
                && other.isCovered(settled.visit())
                && register.homeRegime(settled.visit())
                        .equals(other.register.homeRegime(settled.visit()))
                && Set.copyOf(register.lawsFor(settled))
                        .equals(Set.copyOf(other.register.lawsFor(settled)));
    }

    /**
     * Returns whether the register has the law of every place that matters on the day of a visit.
     *
     * @param visit the visit, not null
     * @return false when deciding would throw {@link UncoveredDayException}
     */
    public boolean isCovered(Visit visit) {
        try {
            checkCovered(visit);
            return true;
        } catch (UncoveredDayException e) {
            return false;
        }
    }

    /**
     * Returns an engine with the same register and other rules, for tools that try out an edit.
     *
     * @param edited the files of the rules, not null
     * @return the engine, whose law version says that it is edited; not null
     * @throws DocumentException with everything that is wrong with the rules
     */
    public PolicyEngine withRules(List<LawFile> edited) {
        return new PolicyEngine(register, RuleBase.compile(rules(edited)), lawVersion + "-edited");
    }

    /**
     * Returns an engine whose rules look at the conditions of some rules, and find nothing: {@link
     * #firing} says which {@link #probes} of them came out.
     *
     * @param files the files of the rules, not null
     * @return the engine, not null
     * @throws DocumentException with everything that is wrong with the rules
     */
    public PolicyEngine probing(List<LawFile> files) {
        return new PolicyEngine(
                register, RuleBase.compileProbes(rules(files)), lawVersion + "-probing");
    }

    /**
     * Returns the probes of some rules: two for each condition.
     *
     * @param files the files of the rules, not null
     * @return the probes by the names of the files, in the order of the rules; not null
     * @throws DocumentException with everything that is wrong with the rules
     */
    public static Map<String, List<RuleFile.Probe>> probes(List<LawFile> files) {
        Map<String, List<RuleFile.Probe>> probes = new TreeMap<>();
        rules(files).forEach(file -> probes.put(file.name(), file.probes()));
        return probes;
    }

    /**
     * Returns rules as they are understood.
     *
     * @param files the files of the rules, of the law and of a house; not null
     * @return the rules file by file, not null
     * @throws DocumentException with everything that is wrong with the rules
     */
    public static List<RuleFile> rules(List<LawFile> files) {
        RuleReader.Result read = RuleBase.read(files);
        if (!read.problems().isEmpty()) {
            throw new DocumentException(read.problems());
        }
        return read.files();
    }

    /**
     * Returns the laws that apply to a request.
     *
     * @param request the facts, not null
     * @return the laws, may be empty
     * @throws UncoveredDayException as {@link #decide(Request)} does
     */
    public List<Law> lawsFor(Request request) {
        Request settled = request.settled();
        checkCovered(settled.visit());
        return register.lawsFor(settled);
    }

    /**
     * Returns what the rules find about a request under some laws.
     *
     * @param request the facts, not null
     * @param laws the laws, whether they apply or not; not null
     * @return the findings in the order in which they were made; may be empty
     */
    public List<Finding> find(Request request, List<Law> laws) {
        return rules.run(request.settled(), laws);
    }

    /**
     * Returns which rules fire for a request under some laws.
     *
     * @param request the facts, not null
     * @param laws the laws, whether they apply or not; not null
     * @return the names of the rules, whether they find something or not; may be empty
     */
    public Set<String> firing(Request request, List<Law> laws) {
        return rules.firing(request.settled(), laws);
    }

    /** What becomes of a decision on a later day; empty when it stays as it is. */
    private Optional<Change> change(Decision decision, LocalDate day) {
        Decision later = decideThatDay(on(day, decision.request()));
        boolean same =
                later.outcome() == decision.outcome() && later.dutySet().equals(decision.dutySet());
        return same
                ? Optional.empty()
                : Optional.of(new Change(day, later.outcome(), later.dutySet()));
    }

    /**
     * Returns the later days on which a request may be decided otherwise, by what is known today:
     * other provisions are about it, or the choice of the visitor has become too old.
     *
     * @param settled the request with every day written out, not null
     * @return the days, in order; may be empty
     */
    NavigableSet<LocalDate> laterDays(Request settled) {
        LocalDate at = settled.visit().at();
        NavigableSet<LocalDate> days = new TreeSet<>(register.laterDays(settled));
        Choice choice = Choice.of(settled);
        Set<LocalDate> lawDays = new TreeSet<>(days);
        lawDays.add(at);
        for (LocalDate day : lawDays) {
            register.lawsFor(on(day, settled)).stream()
                    .flatMap(law -> choice.turnsOn(law).stream())
                    .filter(at::isBefore)
                    .forEach(days::add);
        }
        return days;
    }

    private static Request on(LocalDate day, Request request) {
        return new Request(
                request.operation(), request.cookie(), request.visit().toBuilder().at(day).build());
    }

    private void checkCovered(Visit visit) {
        Jurisdiction home = register.homeRegime(visit).place();
        LocalDate first =
                register.coveredFrom(home)
                        .or(() -> register.coveredFrom(Jurisdiction.UNKNOWN))
                        // Without law even for an unknown place, every layer is denied as such.
                        .orElse(LocalDate.MIN);
        check(visit, visit.visitor().location(), first);
        Stream.concat(visit.visitor().residence().stream(), visit.operator().country().stream())
                .forEach(
                        place ->
                                register.coveredFrom(place)
                                        .ifPresent(day -> check(visit, place, day)));
    }

    private static void check(Visit visit, Jurisdiction place, LocalDate first) {
        if (visit.at().isBefore(first)) {
            throw new UncoveredDayException(place, visit.at(), first);
        }
    }

    /**
     * Decides one cookie of a policy by its name. A cookie that the policy does not know is denied.
     *
     * @param policy the policy, not null
     * @param name the name of the cookie as the browser has it, not null
     * @param host the host it belongs to; empty when not known
     * @param operation what is to be done, not null
     * @param visit the circumstances; where they name no operator, the controller of the policy is
     *     the operator; not null
     * @return the decision, not null
     * @throws UncoveredDayException as {@link #decide(Request)} does
     */
    public Decision decide(
            CookiePolicy policy,
            String name,
            Optional<String> host,
            Operation operation,
            Visit visit) {
        Cookie cookie =
                policy.find(name, host)
                        .map(policy::resolve)
                        .orElseGet(() -> Cookie.of(name, Purpose.UNKNOWN));
        return decide(policy, cookie, operation, visit);
    }

    /**
     * Decides every cookie of a policy.
     *
     * @param policy the policy, not null
     * @param operation what is to be done, not null
     * @param visit the circumstances; where they name no operator, the controller of the policy is
     *     the operator; not null
     * @return a decision for each entry of the policy, in its order; not null
     * @throws UncoveredDayException as {@link #decide(Request)} does
     */
    public List<Decision> decideAll(CookiePolicy policy, Operation operation, Visit visit) {
        return policy.cookies().stream()
                .map(
                        (PolicyCookie entry) ->
                                decide(policy, policy.resolve(entry), operation, visit))
                .toList();
    }

    private Decision decide(CookiePolicy policy, Cookie cookie, Operation operation, Visit visit) {
        Visit operated =
                visit.operator().country().isPresent()
                        ? visit
                        : visit.toBuilder()
                                .operator(
                                        new Operator(
                                                Optional.of(policy.controller().country()),
                                                visit.operator().outsideScopeOf()))
                                .build();
        return decide(new Request(operation, cookie, operated))
                .under(new PolicyVersion(policy.id(), policy.revision().version()));
    }

    /**
     * Returns the version of a law, whether it would load or not: of the names and texts of its
     * files, and of whose they are.
     *
     * @param files register and rules, not null
     * @return what {@link #lawVersion()} is of an engine with these files, not blank
     */
    public static String version(List<LawFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<LawFile> inOrder =
                    files.stream()
                            .sorted(
                                    Comparator.comparing(LawFile::origin)
                                            .thenComparing(LawFile::name))
                            .toList();
            for (LawFile file : inOrder) {
                if (file.isOfHouse()) {
                    digest.update((byte) 1);
                }
                digest.update(file.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
