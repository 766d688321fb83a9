package org.cookiepolicy.io.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Leaves quotes out only where every reader, of YAML 1.1 too, takes the text for text. */
final class Quoting extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    /** Begins with a letter and holds no sign that means anything to YAML; or is a day. */
    private static final Pattern PLAIN =
            Pattern.compile("\\p{L}[\\p{L}\\p{N}_./(),;' -]*(?<! )|\\d{4}-\\d{2}-\\d{2}");

    private static final Set<String> TAKEN_FOR_OTHERS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return TAKEN_FOR_OTHERS.contains(value.toLowerCase(Locale.ROOT))
                || !PLAIN.matcher(value).matches();
    }
}
