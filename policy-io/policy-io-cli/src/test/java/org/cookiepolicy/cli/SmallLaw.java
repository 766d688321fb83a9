package org.cookiepolicy.cli;

/** What laws of a few lines have in common. */
final class SmallLaw {
    /** Rules for a register that says of every place that there is no rule. */
    static final String RULES =
            """
            package org.cookiepolicy.law.rules
            import org.cookiepolicy.law.Kind
            import org.cookiepolicy.rules.Findings
            import org.cookiepolicy.rules.Law
            global Findings findings
            rule "nothing is regulated"
            when
                $law : Law( kind == Kind.NO_RULE )
            then
                findings.unregulated( $law );
            end
            """;

    private SmallLaw() {}
}
