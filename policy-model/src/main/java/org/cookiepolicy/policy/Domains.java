package org.cookiepolicy.policy;

import java.util.regex.Pattern;
import org.cookiepolicy.value.InvalidValueException;

/** Domain names as policies state them. */
final class Domains {
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}|localhost");

    private Domains() {}

    static void check(String domain) {
        if (!NAME.matcher(domain).matches()) {
            throw new InvalidValueException(
                    "domain", "`" + domain + "` is not a domain name in lower case");
        }
    }

    /** Whether a host is a domain or one below it (RFC 6265 section 5.1.3). */
    static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
