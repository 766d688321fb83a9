package org.cookiepolicy.cli;

/** A format of problems with a law. */
enum CheckFormat {
    /** A line for each, as compilers print them. */
    TEXT,
    /** For programs. */
    JSON,
    /**
     * The format in which build servers and editors exchange what checks find (OASIS SARIF 2.1.0).
     */
    SARIF
}
