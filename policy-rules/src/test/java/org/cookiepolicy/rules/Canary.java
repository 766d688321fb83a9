package org.cookiepolicy.rules;

/** What attacks would reach if they could; it tells when one does. */
public final class Canary {
    /** The system property that attacks set. */
    static final String PROPERTY = "canary";

    static {
        // Whoever makes the class be initialised has reached too far already.
        System.setProperty(PROPERTY, "set by being loaded");
    }

    private Canary() {}

    /**
     * Called by attacks.
     *
     * @return true
     */
    public static boolean set() {
        System.setProperty(PROPERTY, "set by a call");
        return true;
    }
}
