package org.cookiepolicy.policy.planted;

import java.util.UUID;

/** Breaks the rule that nothing is left to chance. */
public final class ThrowsDice {
    private ThrowsDice() {}

    /** Makes up an identifier. */
    public static UUID identifier() {
        return UUID.randomUUID();
    }
}
