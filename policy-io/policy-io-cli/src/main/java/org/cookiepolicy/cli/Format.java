package org.cookiepolicy.cli;

/** A format of answers. */
enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For spreadsheets. */
    CSV,
    /** The XML in which JUnit reports, which build servers read. */
    JUNIT
}
