package org.cookiepolicy.cli;

/** A format of which edits of the law scenarios notice. */
enum MutationFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
}
