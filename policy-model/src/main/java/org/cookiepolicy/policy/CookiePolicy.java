package org.cookiepolicy.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.value.Checks;
import org.cookiepolicy.value.InvalidValueException;
import org.cookiepolicy.value.Tokens;

/**
 * A whole cookie policy.
 *
 * <p>Refuses references to categories and processors that are not there, keys that stand twice, and
 * entries of which neither is more specific for one and the same cookie.
 *
 * @param id its key, not blank
 * @param title its title, not blank
 * @param controller who answers for it, not null
 * @param sites the sites it covers, at least one
 * @param revisions its published states from the oldest to the newest, at least one
 * @param categories its categories of use; may be empty
 * @param processors who receives data; may be empty
 * @param cookies its cookies; may be empty
 * @param controls how visitors control cookies; may be empty
 * @param claimedConsent what it takes for consent; may be empty
 */
public record CookiePolicy(
        String id,
        String title,
        Controller controller,
        List<Website> sites,
        List<Revision> revisions,
        List<Category> categories,
        List<Processor> processors,
        List<PolicyCookie> cookies,
        List<Control> controls,
        Optional<ClaimedConsent> claimedConsent) {
    /** Refuses missing and impossible values. */
    public CookiePolicy {
        Checks.text(id, "id");
        Checks.text(title, "title");
        Objects.requireNonNull(controller, "controller");
        sites = List.copyOf(sites);
        revisions = List.copyOf(revisions);
        categories = List.copyOf(categories);
        processors = List.copyOf(processors);
        cookies = List.copyOf(cookies);
        controls = List.copyOf(controls);
        Objects.requireNonNull(claimedConsent, "claimedConsent");
        Checks.require(!sites.isEmpty(), "sites", "at least one site is needed");
        Checks.require(!revisions.isEmpty(), "revisions", "at least one revision is needed");
        Checks.distinct(sites.stream().map(Website::domain).toList(), "sites");
        Checks.distinct(revisions.stream().map(Revision::version).toList(), "revisions");
        Checks.distinct(categories.stream().map(Category::id).toList(), "categories");
        Checks.distinct(processors.stream().map(Processor::id).toList(), "processors");
        checkRevisionsAscend(revisions);
        checkReferences(cookies, categories, processors);
        checkTies(cookies);
    }

    /**
     * Returns the newest revision.
     *
     * @return the last revision, not null
     */
    public Revision revision() {
        return revisions.get(revisions.size() - 1);
    }

    /**
     * Finds what the policy says of a cookie: the most specific entry that matches, by {@link
     * PolicyCookie#MOST_SPECIFIC_FIRST}.
     *
     * @param name the name of the cookie, not null
     * @param host the host it belongs to; empty when not known
     * @return the entry, or empty when the policy does not know the cookie
     */
    public Optional<PolicyCookie> find(String name, Optional<String> host) {
        return cookies.stream()
                .filter(entry -> entry.matches(name, host))
                .min(PolicyCookie.MOST_SPECIFIC_FIRST);
    }

    /**
     * Returns a cookie as the law sees it: with the recipients that its entry names.
     *
     * @param entry an entry of this policy, not null
     * @return the cookie with its processors among its recipients, not null
     */
    public Cookie resolve(PolicyCookie entry) {
        List<Recipient> recipients = new ArrayList<>(entry.cookie().recipients());
        processors.stream()
                .filter(processor -> entry.processors().contains(processor.id()))
                .map(Processor::recipient)
                .filter(recipient -> !recipients.contains(recipient))
                .forEach(recipients::add);
        return entry.cookie().toBuilder().recipients(recipients).build();
    }

    private static void checkRevisionsAscend(List<Revision> revisions) {
        for (int i = 1; i < revisions.size(); i++) {
            Checks.require(
                    revisions.get(i).date().isAfter(revisions.get(i - 1).date()),
                    "revisions[" + i + "].date",
                    "revision `"
                            + revisions.get(i).version()
                            + "` is not younger than the one before it");
        }
    }

    private static void checkReferences(
            List<PolicyCookie> cookies, List<Category> categories, List<Processor> processors) {
        List<String> categoryIds = categories.stream().map(Category::id).toList();
        List<String> processorIds = processors.stream().map(Processor::id).toList();
        for (int i = 0; i < cookies.size(); i++) {
            PolicyCookie entry = cookies.get(i);
            String fact = "cookies[" + i + "].";
            String cookie = " of cookie `" + entry.cookie().name() + "` ";
            entry.category()
                    .ifPresent(
                            id ->
                                    checkKnown(
                                            id,
                                            categoryIds,
                                            fact + "category",
                                            "category `" + id + "`" + cookie));
            entry.processors()
                    .forEach(
                            id ->
                                    checkKnown(
                                            id,
                                            processorIds,
                                            fact
                                                    + "processors["
                                                    + entry.processors().indexOf(id)
                                                    + "]",
                                            "processor `" + id + "`" + cookie));
        }
    }

    private static void checkKnown(String id, List<String> known, String fact, String what) {
        if (!known.contains(id)) {
            throw new InvalidValueException(
                    fact,
                    what + "is not defined in this policy",
                    Tokens.nearest(id, known).orElse(null));
        }
    }

    private static void checkTies(List<PolicyCookie> cookies) {
        // Only what is equally specific can tie. Looking among that keeps large policies fast.
        Map<List<?>, List<CookieName>> equallySpecific = new HashMap<>();
        for (int i = 0; i < cookies.size(); i++) {
            CookieName name = cookies.get(i).cookie().name();
            Object specificity = name.isPattern() ? (Object) name.literalLength() : name.text();
            List<CookieName> others =
                    equallySpecific.computeIfAbsent(
                            List.of(specificity, cookies.get(i).domain()),
                            key -> new ArrayList<>());
            for (CookieName other : others) {
                Checks.require(
                        !name.overlaps(other),
                        "cookies[" + i + "]",
                        "`"
                                + other
                                + "` and `"
                                + name
                                + "` match a same cookie and neither is more specific");
            }
            others.add(name);
        }
    }
}
