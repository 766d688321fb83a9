package org.cookiepolicy.io.document;

import org.cookiepolicy.value.Checks;

/**
 * How much a document may hold. What is beyond is refused before it costs memory or time.
 *
 * @param bytes the size of the document in bytes of UTF-8
 * @param depth how deep lists and mappings may stand in each other
 * @param nodes how many values, lists and mappings there may be
 * @param textLength the length of a text or a key in characters
 * @param numberLength the length of a number in characters
 */
public record Limits(int bytes, int depth, int nodes, int textLength, int numberLength) {
    /** Five million bytes, 64 levels, half a million values; room for ten thousand scenarios. */
    public static final Limits STANDARD = new Limits(5_000_000, 64, 500_000, 100_000, 100);

    private static final int DEEPEST = 500;

    /** Refuses limits that nothing could keep, and depths that could exhaust the stack. */
    public Limits {
        Checks.require(bytes > 0, "bytes", "must be positive");
        Checks.require(depth > 0 && depth <= DEEPEST, "depth", "must be from 1 to " + DEEPEST);
        Checks.require(nodes > 0, "nodes", "must be positive");
        Checks.require(textLength > 0, "text-length", "must be positive");
        Checks.require(numberLength > 0, "number-length", "must be positive");
    }
}
