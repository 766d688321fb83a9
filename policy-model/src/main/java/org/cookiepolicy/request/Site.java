package org.cookiepolicy.request;

import java.util.Objects;

/**
 * The site that is visited.
 *
 * @param service the kind of service, not null
 * @param childDirected whether it is offered directly to children
 * @param optOutMechanism whether a request to opt out has effect, not null
 */
public record Site(SiteService service, boolean childDirected, OptOutMechanism optOutMechanism) {
    /** Refuses missing and impossible values. */
    public Site {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(optOutMechanism, "optOutMechanism");
    }

    /** A general site, not directed to children, whose opt-out works. */
    public static final Site GENERAL =
            new Site(SiteService.GENERAL, false, OptOutMechanism.WORKING);
}
