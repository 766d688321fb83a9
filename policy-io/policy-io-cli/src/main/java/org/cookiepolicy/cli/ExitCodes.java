package org.cookiepolicy.cli;

/** What the exit codes of the command line mean. */
final class ExitCodes {
    /** It did what was asked and found nothing amiss. */
    static final int CLEAN = 0;

    /**
     * A scenario failed, a decision did not come out the same again, a day is not covered, a law
     * has a problem, or too few changes of it are noticed.
     */
    static final int FINDINGS = 1;

    /** The command was not understood. */
    static final int USAGE = 2;

    /** An input could not be read. */
    static final int UNREADABLE = 3;

    /** The program failed; what BSD's sysexits.h calls an internal software error. */
    static final int FAILURE = 70;

    private ExitCodes() {}
}
