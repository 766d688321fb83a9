package org.cookiepolicy.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookiepolicy.policy.Purpose;
import org.cookiepolicy.value.Checks;

/**
 * A consent string of the IAB Transparency and Consent Framework, decoded.
 *
 * <p>Source: IAB Europe TCF, versions 2.0 to 2.3. Strings of version 1 are refused.
 *
 * @param version {@code 2.0} to {@code 2.3}, not null
 * @param created the day it was made; empty: thirty days before the operation
 * @param consents the numbers of the purposes consented to; may be empty
 * @param legitimateInterests the numbers of the purposes not objected to; may be empty
 * @param vendors the numbers of the vendors consented to; may be empty
 * @param disclosedVendors whether the segment of disclosed vendors is present
 */
public record TcfString(
        String version,
        Optional<LocalDate> created,
        Set<Integer> consents,
        Set<Integer> legitimateInterests,
        Set<Integer> vendors,
        boolean disclosedVendors) {
    /** Refuses missing and impossible values. */
    public TcfString {
        Checks.require(
                VERSIONS.contains(version),
                "version",
                "`" + version + "` is not understood; `2.0` to `2.3` are");
        Objects.requireNonNull(created, "created");
        consents = sorted(consents, 11, "consents");
        legitimateInterests = sorted(legitimateInterests, 11, "legitimate-interests");
        vendors = sorted(vendors, 65_535, "vendors");
    }

    private static final Set<String> VERSIONS = Set.of("2.0", "2.1", "2.2", "2.3");

    /**
     * Returns whether storing or reading for a purpose was consented to.
     *
     * <p>Purpose 1 of the framework is always needed: it stands for access to the device, which no
     * legitimate interest carries. Political advertising needs consent of its own, which the
     * framework cannot express.
     *
     * @param purpose the purpose, not null
     * @return true when every purpose of the framework that stands for it was consented to
     */
    public boolean covers(Purpose purpose) {
        return consents.contains(1)
                && switch (purpose) {
                    case BEHAVIOURAL_ADVERTISING, SOCIAL_TRACKING, CROSS_DEVICE_LINKING ->
                            consents.containsAll(Set.of(3, 4));
                    case PROFILING -> consents.contains(3);
                    case CONTEXTUAL_ADVERTISING, FREQUENCY_CAPPING -> consents.contains(2);
                    case ADVERTISING_MEASUREMENT, AFFILIATE_ATTRIBUTION, EMAIL_TRACKING ->
                            consents.contains(7);
                    case AUDIENCE_MEASUREMENT -> consents.contains(8) || consents.contains(9);
                    case RESEARCH, AB_TESTING -> consents.contains(10);
                    case UI_INFERENCE -> consents.containsAll(Set.of(5, 6));
                    case POLITICAL_ADVERTISING -> false;
                    default -> true;
                };
    }

    private static Set<Integer> sorted(Set<Integer> numbers, int largest, String fact) {
        for (int number : numbers) {
            Checks.require(
                    number >= 1 && number <= largest,
                    fact,
                    "`" + number + "` is not a number from 1 to " + largest);
        }
        return Collections.unmodifiableSet(new TreeSet<>(numbers));
    }
}
