package org.cookiepolicy.cli;

/** A format of what scenarios have seen of the law. */
enum CoverageFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** A page that needs nothing beside itself. */
    HTML
}
