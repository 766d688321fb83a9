/**
 * Values that every other package builds on: places, lifespans, the spelling of names in documents,
 * and the one exception by which a constructor refuses an impossible value.
 *
 * <p>Nothing here knows of cookies, visitors or law.
 */
@NullMarked
package org.cookiepolicy.value;

import org.jspecify.annotations.NullMarked;
