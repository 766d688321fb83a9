package org.cookiepolicy.rules.drl;

import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.policy.Cookie;
import org.cookiepolicy.policy.Recipient;
import org.cookiepolicy.request.Notice;
import org.cookiepolicy.request.Visitor;

/** Takes down which rule met which fact. */
public final class Notes {
    private final IdentityHashMap<Object, Set<String>> met = new IdentityHashMap<>();

    IdentityHashMap<Object, Set<String>> met() {
        return met;
    }

    private void add(Object fact, String rule) {
        met.computeIfAbsent(fact, ignored -> new TreeSet<>()).add(rule);
    }

    public void cookie(Cookie fact, String rule) {
        add(fact, rule);
    }

    public void notice(Notice fact, String rule) {
        add(fact, rule);
    }

    public void recipient(Recipient fact, String rule) {
        add(fact, rule);
    }

    public void visitor(Visitor fact, String rule) {
        add(fact, rule);
    }
}
