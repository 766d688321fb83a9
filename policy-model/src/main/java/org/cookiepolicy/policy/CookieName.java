package org.cookiepolicy.policy;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cookiepolicy.value.InvalidValueException;

/**
 * The name of a cookie, or a pattern in which each {@code *} stands for any text, also for none.
 *
 * <p>Names are case-sensitive (RFC 6265 section 5.4). Where several patterns match one name, the
 * most specific is the smallest by {@link #MOST_SPECIFIC_FIRST}.
 *
 * @param text the name or pattern: a token of RFC 6265 section 4.1.1; not null
 */
public record CookieName(String text) {
    /** Exact before pattern, then the longer literal part before the shorter. */
    public static final Comparator<CookieName> MOST_SPECIFIC_FIRST =
            Comparator.comparing(CookieName::isPattern)
                    .thenComparing(Comparator.comparingInt(CookieName::literalLength).reversed());

    /** What RFC 2616 section 2.2 calls a token, which excludes separators and controls. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final int LONGEST = 4_096;

    /** Refuses what no browser takes as a name. */
    public CookieName {
        Objects.requireNonNull(text, "text");
        if (!TOKEN.matcher(text).matches()) {
            throw new InvalidValueException(
                    "name",
                    "`"
                            + text
                            + "` is not a cookie name (RFC 6265 section 4.1.1 allows no blanks and no separators)");
        }
        if (text.length() > LONGEST) {
            throw new InvalidValueException("name", "a cookie name has at most 4096 characters");
        }
    }

    /**
     * Reads a name or pattern.
     *
     * @param text the text, not null
     * @return the name, not null
     * @throws InvalidValueException when no cookie can have such a name
     */
    public static CookieName parse(String text) {
        return new CookieName(text);
    }

    /**
     * Returns whether this stands for more than one name.
     *
     * @return true when there is a {@code *} in it
     */
    public boolean isPattern() {
        return text.indexOf('*') >= 0;
    }

    /**
     * Returns how much of this is literal.
     *
     * @return the number of characters other than {@code *}
     */
    public int literalLength() {
        return (int) text.chars().filter(c -> c != '*').count();
    }

    /**
     * Returns whether a cookie of the given name is meant.
     *
     * @param name the name of a cookie, not null
     * @return true when it is this name, or fits this pattern
     */
    public boolean matches(String name) {
        if (!isPattern()) {
            return text.equals(name);
        }
        // Greedy with one point to come back to: time grows with the product of the lengths at
        // most,
        // where a regular expression with many stars could take for ever.
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < text.length() && text.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }

    /** Whether the literal beginnings or endings of two patterns tell any two names apart. */
    private static boolean differAtAnEnd(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int start = 0;
        while (start < length && a.charAt(start) == b.charAt(start) && a.charAt(start) != '*') {
            start++;
        }
        int end = 1;
        while (end <= length && fromEnd(a, end) == fromEnd(b, end) && fromEnd(a, end) != '*') {
            end++;
        }
        return (start < length && a.charAt(start) != '*' && b.charAt(start) != '*')
                || (end <= length && fromEnd(a, end) != '*' && fromEnd(b, end) != '*');
    }

    private static char fromEnd(String text, int index) {
        return text.charAt(text.length() - index);
    }

    /** Whether there is a name that both this and the other match. */
    boolean overlaps(CookieName other) {
        String a = text;
        String b = other.text;
        // What the table below would find too, but in large policies not in time.
        if (differAtAnEnd(a, b)) {
            return false;
        }
        // overlap[i][j]: the rest of a from i and the rest of b from j have a name in common.
        boolean[][] overlap = new boolean[a.length() + 1][b.length() + 1];
        for (int i = a.length(); i >= 0; i--) {
            for (int j = b.length(); j >= 0; j--) {
                boolean aEnds = i == a.length();
                boolean bEnds = j == b.length();
                boolean aStar = !aEnds && a.charAt(i) == '*';
                boolean bStar = !bEnds && b.charAt(j) == '*';
                if (aEnds && bEnds) {
                    overlap[i][j] = true;
                } else if (aStar) {
                    overlap[i][j] = overlap[i + 1][j] || (!bEnds && overlap[i][j + 1]);
                } else if (bStar) {
                    overlap[i][j] = overlap[i][j + 1] || (!aEnds && overlap[i + 1][j]);
                } else {
                    overlap[i][j] =
                            !aEnds && !bEnds && a.charAt(i) == b.charAt(j) && overlap[i + 1][j + 1];
                }
            }
        }
        return overlap[0][0];
    }

    /**
     * Returns the text that {@link #parse} reads.
     *
     * @return the name or pattern, not null
     */
    @Override
    public String toString() {
        return text;
    }
}
