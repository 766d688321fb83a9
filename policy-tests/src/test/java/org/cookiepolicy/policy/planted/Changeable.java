package org.cookiepolicy.policy.planted;

/** Breaks the rule that values do not change. */
public final class Changeable {
    private int age;

    /** Changes the value. */
    public void setAge(int age) {
        this.age = age;
    }

    /** Returns the value. */
    public int getAge() {
        return age;
    }
}
