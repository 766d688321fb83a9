package org.cookiepolicy.law;

/** The disclosure that a provision is about. */
public enum DisclosureScope {
    /** No matter. */
    ANY,
    /** A sale for money or other value, sharing, or targeted advertising. */
    SOLD_OR_SHARED,
    /** A sale for money, sharing, or targeted advertising; other value does not count. */
    SOLD_FOR_MONEY
}
