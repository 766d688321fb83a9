package org.cookiepolicy.policy;

/** What a recipient does with the data. */
public enum RecipientRole {
    /** Acts for the operator only, under a contract (a processor). */
    SERVICE_PROVIDER,
    /** Acts for itself, or may. */
    THIRD_PARTY
}
