package org.cookiepolicy.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The spelling of names in documents: {@code AUDIENCE_MEASUREMENT} is written {@code
 * audience-measurement} and {@code refusalAsEasy} is written {@code refusal-as-easy}.
 */
public final class Tokens {
    /** How much of a name has to be written to be taken for its beginning, in letters. */
    private static final int SHORTEST_BEGINNING = 4;

    private Tokens() {}

    /**
     * Returns the spelling of an enum constant.
     *
     * @param constant the constant, not null
     * @return the name in lower case with hyphens, not null
     */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the spelling of a Java name in camel case, such as that of a record component.
     *
     * @param camelCase the Java name, not null
     * @return the name in lower case with hyphens, not null
     */
    public static String ofName(String camelCase) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                if (i > 0) {
                    token.append('-');
                }
                token.append(Character.toLowerCase(c));
            } else {
                token.append(c);
            }
        }
        return token.toString();
    }

    /**
     * Finds the constant that is spelt so. Spelling is exact: no case is folded and no space
     * trimmed.
     *
     * @param <E> the enum
     * @param type the enum, not null
     * @param token the spelling, not null
     * @return the constant, or empty when none is spelt so
     */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String token) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> of(c).equals(token)).findFirst();
    }

    /**
     * Returns the spellings of all constants in the order in which they are declared.
     *
     * @param type the enum, not null
     * @return the spellings, never empty for an enum with constants
     */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Tokens::of).toList();
    }

    /**
     * Finds the known name that a misspelt one most likely stands for.
     *
     * <p>A name is near when at most a third of its letters, and at least one, have to be changed,
     * added, dropped or swapped with a neighbour; case, spaces and underscores do not count. Where
     * none is, the only one that begins as the misspelt one does, for four letters at least, is.
     *
     * @param misspelt the name that is not known, not null
     * @param known the names that are, not null
     * @return the nearest one, or empty when none is near
     */
    public static Optional<String> nearest(String misspelt, Collection<String> known) {
        String wanted = folded(misspelt);
        TreeMap<Integer, String> byDistance = new TreeMap<>();
        for (String candidate : known) {
            String name = folded(candidate);
            int distance = distance(wanted, name);
            int limit = Math.max(1, Math.min(wanted.length(), name.length()) / 3);
            if (distance <= limit) {
                byDistance.putIfAbsent(distance, candidate);
            }
        }
        if (!byDistance.isEmpty()) {
            return Optional.of(byDistance.firstEntry().getValue());
        }
        List<String> longer =
                known.stream()
                        .filter(name -> wanted.length() >= SHORTEST_BEGINNING)
                        .filter(name -> folded(name).startsWith(wanted))
                        .distinct()
                        .limit(2)
                        .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-').strip();
    }

    /** The restricted Damerau-Levenshtein distance. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
