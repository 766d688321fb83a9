package org.cookiepolicy.request;

import java.util.Objects;
import java.util.Optional;

/**
 * What the browser sends without being asked.
 *
 * @param gpc Global Privacy Control: a {@code Sec-GPC} field whose value is 1
 * @param dnt Do Not Track: a {@code DNT} field whose value is 1
 * @param tcf a consent string; the choice of the visitor where no consent is stated
 */
public record Signals(boolean gpc, boolean dnt, Optional<TcfString> tcf) {
    /** Refuses missing and impossible values. */
    public Signals {
        Objects.requireNonNull(tcf, "tcf");
    }

    /** No signal. */
    public static final Signals NONE = new Signals(false, false, Optional.empty());

    /** Global Privacy Control alone. */
    public static final Signals GPC = new Signals(true, false, Optional.empty());
}
