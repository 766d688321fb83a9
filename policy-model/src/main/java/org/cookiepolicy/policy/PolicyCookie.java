package org.cookiepolicy.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookiepolicy.value.Checks;

/**
 * A cookie as it stands in a policy.
 *
 * @param cookie what the law asks about it; its name may be a pattern; not null
 * @param domain the domain it is limited to; empty for all sites of the policy
 * @param category the key of its category; may be empty
 * @param description what it does, in words; may be empty
 * @param processors the keys of the processors that receive what it holds; may be empty
 */
public record PolicyCookie(
        Cookie cookie,
        Optional<String> domain,
        Optional<String> category,
        String description,
        List<String> processors) {
    /** Refuses missing and impossible values. */
    public PolicyCookie {
        Objects.requireNonNull(cookie, "cookie");
        domain.ifPresent(Domains::check);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(description, "description");
        processors = List.copyOf(processors);
        Checks.distinct(processors, "processors");
    }

    /**
     * The order in which entries are tried: exact names before patterns, a longer literal part
     * before a shorter, an entry for a domain before one for all, a longer domain before a shorter.
     */
    public static final Comparator<PolicyCookie> MOST_SPECIFIC_FIRST =
            Comparator.comparing(
                            (PolicyCookie entry) -> entry.cookie.name(),
                            CookieName.MOST_SPECIFIC_FIRST)
                    .thenComparingInt(entry -> -entry.domain.map(String::length).orElse(0));

    /**
     * Returns whether a cookie is meant by this entry.
     *
     * @param name the name of the cookie, not null
     * @param host the host it belongs to, or empty when that is not known
     * @return true when name and host fit; an entry for a domain fits no unknown host
     */
    public boolean matches(String name, Optional<String> host) {
        return cookie.name().matches(name)
                && (domain.isEmpty()
                        || (host.isPresent() && Domains.isWithin(host.get(), domain.get())));
    }
}
