package org.cookiepolicy.policy.planted;

import org.kie.api.KieBase;

/** Breaks the rule that the model depends on the JDK only. */
public interface UsesRules {
    KieBase rules();
}
