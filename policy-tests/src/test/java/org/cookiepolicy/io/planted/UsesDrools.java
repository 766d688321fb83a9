package org.cookiepolicy.io.planted;

import org.cookiepolicy.rules.PolicyEngine;
import org.kie.api.runtime.KieSession;

/** Breaks the rules that Drools stays in the rules and that formats do not know the engine. */
public interface UsesDrools {
    /** A session of the rules. */
    KieSession session(PolicyEngine engine);
}
