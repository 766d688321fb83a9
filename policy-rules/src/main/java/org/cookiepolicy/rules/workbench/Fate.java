package org.cookiepolicy.rules.workbench;

/** What became of an edit. */
enum Fate {
    /** A scenario failed. */
    NOTICED,
    /** No scenario failed, and nothing shows that none could. */
    SURVIVED,
    /** No scenario could fail. */
    EQUIVALENT,
    /** It was no law: the reader or the compiler refused it. */
    REFUSED
}
