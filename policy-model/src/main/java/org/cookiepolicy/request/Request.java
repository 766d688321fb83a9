package org.cookiepolicy.request;

import java.util.Objects;
import org.cookiepolicy.policy.Cookie;

/**
 * One access to the device of a visitor: the question that a decision answers.
 *
 * @param operation what is done, not null
 * @param cookie what is stored or read, not null
 * @param visit the circumstances, not null
 */
public record Request(Operation operation, Cookie cookie, Visit visit) {
    /** Refuses missing and impossible values. */
    public Request {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(cookie, "cookie");
        Objects.requireNonNull(visit, "visit");
    }

    /**
     * Returns the request to set a cookie.
     *
     * @param cookie the cookie, not null
     * @param visit the circumstances, not null
     * @return the request, not null
     */
    public static Request toSet(Cookie cookie, Visit visit) {
        return new Request(Operation.SET, cookie, visit);
    }

    /**
     * Returns the request to read a cookie.
     *
     * @param cookie the cookie, not null
     * @param visit the circumstances, not null
     * @return the request, not null
     */
    public static Request toRead(Cookie cookie, Visit visit) {
        return new Request(Operation.READ, cookie, visit);
    }

    /**
     * Returns this request with every day that was left to its default written out.
     *
     * @return the request, not null
     */
    public Request settled() {
        return new Request(operation, cookie, visit.settled());
    }
}
