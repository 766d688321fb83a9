package org.cookiepolicy.law;

/** What consent has to be. */
public enum Demand {
    /** Expressed by a clear affirmative act, not by silence or inactivity. */
    AFFIRMATIVE,
    /** Given by an act upon what was shown. */
    CONFIRMED,
    /** Given for each purpose separately. */
    GRANULAR,
    /** Given after being told purposes, duration and third-party access. */
    INFORMED,
    /** Given where refusing takes no more effort. */
    REFUSAL_AS_EASY,
    /** Given where withdrawing takes no more effort and costs nothing. */
    WITHDRAWAL_AS_EASY,
    /** Not the only way in. */
    NO_WALL,
    /** Not the alternative to a fee. */
    NOT_FOR_A_FEE,
    /** Provable by the operator. */
    RECORDED,
    /** Not older than its lifetime. */
    RECENT,
    /** Given on the day of the operation or before. */
    NOT_IN_FUTURE,
    /** Expressed on this device, or announced for every device of a known account. */
    ON_THIS_DEVICE,
    /** Given or agreed to by a parent. */
    PARENTAL,
    /** A consent string with its segment of disclosed vendors. */
    DISCLOSED_VENDORS,
    /** Given for this very purpose, by name. */
    SEPARATE
}
