package org.cookiepolicy.cli;

import org.cookiepolicy.rules.PolicyEngine;

/** The engine with the law that comes with the library, loaded when it is first asked for. */
final class ShippedLaw {
    private static final PolicyEngine ENGINE = PolicyEngine.load();

    private ShippedLaw() {}

    static PolicyEngine engine() {
        return ENGINE;
    }
}
