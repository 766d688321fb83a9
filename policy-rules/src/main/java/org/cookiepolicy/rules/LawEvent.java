package org.cookiepolicy.rules;

import java.util.List;
import java.util.Objects;
import org.cookiepolicy.document.Problem;
import org.cookiepolicy.value.Checks;

/** What came of an attempt to replace the law. */
public sealed interface LawEvent {
    /**
     * The law was replaced. Decisions that begin from now on are made under the new one.
     *
     * @param oldVersion the version of the law that was replaced, not blank
     * @param newVersion the version of the law that replaces it, not blank; the old one where it
     *     was loaded again
     */
    record Replaced(String oldVersion, String newVersion) implements LawEvent {
        /** Refuses blank versions. */
        public Replaced {
            Checks.text(oldVersion, "oldVersion");
            Checks.text(newVersion, "newVersion");
        }
    }

    /**
     * A law was refused, and the one before it stays.
     *
     * @param version the version of the law that stays, not blank
     * @param problems what is wrong with the one that was refused, not empty
     */
    record Refused(String version, List<Problem> problems) implements LawEvent {
        /** Refuses blank versions and refusals without a reason. */
        public Refused {
            Checks.text(version, "version");
            problems = List.copyOf(Objects.requireNonNull(problems, "problems"));
            Checks.require(!problems.isEmpty(), "problems", "a law is refused for a reason");
        }
    }
}
