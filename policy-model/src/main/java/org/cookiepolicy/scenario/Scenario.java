package org.cookiepolicy.scenario;

import java.util.Objects;
import org.cookiepolicy.request.Request;
import org.cookiepolicy.value.Checks;

/**
 * Facts and the decision that the law requires.
 *
 * @param id its key, unique within the suite, not blank
 * @param name what it is about, not blank
 * @param source where the expectation comes from, not blank
 * @param request the facts, not null
 * @param expect the decision that the law requires, not null
 */
public record Scenario(String id, String name, String source, Request request, Expectation expect) {
    /** Refuses missing and impossible values. */
    public Scenario {
        Checks.text(id, "id");
        Checks.text(name, "name");
        Checks.text(source, "source");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(expect, "expect");
    }
}
