/**
 * The circumstances of one access: the visitor, what the visitor was told and chose, the signals of
 * the browser, the site, the operator, the day.
 *
 * <p>Start at {@link org.cookiepolicy.request.Request}, which puts them together with a cookie.
 */
@NullMarked
package org.cookiepolicy.request;

import org.jspecify.annotations.NullMarked;
