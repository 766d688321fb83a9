/**
 * JUnit support for those who write scenarios: {@link org.cookiepolicy.tests.ScenarioTests} turns a
 * folder of suites into tests.
 */
@NullMarked
package org.cookiepolicy.tests;

import org.jspecify.annotations.NullMarked;
