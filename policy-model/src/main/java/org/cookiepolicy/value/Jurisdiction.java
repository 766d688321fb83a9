package org.cookiepolicy.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place whose law may apply: an ISO 3166-1 country ({@code FR}), an ISO 3166-2 subdivision
 * ({@code US-CA}), or {@code unknown}.
 *
 * <p>Countries are those of ISO 3166-1 as the JDK lists them, and the user-assigned {@code XK}
 * (Kosovo). The subdivisions of the United States and Canada are checked by name, since their law
 * depends on them; those of other countries by their form.
 *
 * @param code the code in upper case, or {@code unknown}; not null
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {
    /** A place that could not be determined. */
    public static final Jurisdiction UNKNOWN = new Jurisdiction("unknown");

    private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})");
    private static final Map<String, String> OFTEN_MEANT = Map.of("UK", "GB", "EL", "GR");
    private static final Set<String> US_PARTS =
            Set.of(
                    ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE"
                                    + " NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI"
                                    + " WY DC PR GU VI AS MP UM")
                            .split(" "));
    private static final Set<String> CA_PARTS =
            Set.of("AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" "));

    /** Refuses codes that ISO 3166 does not assign. */
    public Jurisdiction {
        Objects.requireNonNull(code, "code");
        String suggestion = suggestionFor(code);
        if (suggestion != null) {
            throw new InvalidValueException(
                    "jurisdiction",
                    "`" + code + "` is not an ISO 3166 code",
                    suggestion.isEmpty() ? null : suggestion);
        }
    }

    /**
     * Reads a place.
     *
     * @param code the code, not null
     * @return the place, not null
     * @throws InvalidValueException when ISO 3166 does not assign the code
     */
    public static Jurisdiction of(String code) {
        return code.equals("unknown") && UNKNOWN != null ? UNKNOWN : new Jurisdiction(code);
    }

    /**
     * Returns the countries, and the parts of the United States and Canada.
     *
     * @return the places in the order of their codes, not empty
     */
    public static List<Jurisdiction> all() {
        Stream<String> countries =
                Stream.concat(
                        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream(),
                        Stream.of("XK"));
        Stream<String> parts =
                Stream.concat(
                        US_PARTS.stream().map(part -> "US-" + part),
                        CA_PARTS.stream().map(part -> "CA-" + part));
        return Stream.concat(countries, parts).map(Jurisdiction::of).sorted().toList();
    }

    /**
     * Returns whether the place could not be determined.
     *
     * @return true for {@link #UNKNOWN} only
     */
    public boolean isUnknown() {
        return code.equals("unknown");
    }

    /**
     * Returns whether this is a part of a country.
     *
     * @return true for ISO 3166-2 codes
     */
    public boolean isSubdivision() {
        return code.indexOf('-') > 0 && !isUnknown();
    }

    /**
     * Returns the country that this is a part of.
     *
     * @return the country; this itself when it is a country or unknown; not null
     */
    public Jurisdiction country() {
        return isSubdivision() ? of(code.substring(0, 2)) : this;
    }

    @Override
    public int compareTo(Jurisdiction other) {
        return code.compareTo(other.code);
    }

    /**
     * Returns the code.
     *
     * @return the code that {@link #of} reads, not null
     */
    @Override
    public String toString() {
        return code;
    }

    /** Null when the code is good, empty when it is bad, otherwise the code probably meant. */
    private static @Nullable String suggestionFor(String code) {
        if (code.equals("unknown") || isCountry(code)) {
            return null;
        }
        String upper = code.toUpperCase(Locale.ROOT).replace('_', '-').strip();
        if (OFTEN_MEANT.containsKey(upper)) {
            return OFTEN_MEANT.get(upper);
        }
        if (isSubdivision(code)) {
            return null;
        }
        return isCountry(upper) || isSubdivision(upper) ? upper : "";
    }

    private static boolean isCountry(String code) {
        return code.equals("XK")
                || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
    }

    private static boolean isSubdivision(String code) {
        var parts = SUBDIVISION.matcher(code);
        if (!parts.matches() || !isCountry(parts.group(1))) {
            return false;
        }
        String part = parts.group(2);
        return switch (parts.group(1)) {
            case "US" -> US_PARTS.contains(part);
            case "CA" -> CA_PARTS.contains(part);
            default -> true;
        };
    }
}
