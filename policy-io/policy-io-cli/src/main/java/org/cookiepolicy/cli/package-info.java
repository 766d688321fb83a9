/**
 * The command line: {@code demo}, {@code decide}, {@code explain} and {@code test}.
 *
 * <p>Start at {@link org.cookiepolicy.cli.Main}. Answers go to the standard output, everything else
 * to the standard error; {@code ExitCodes} says what a script can learn without reading either.
 */
@NullMarked
package org.cookiepolicy.cli;

import org.jspecify.annotations.NullMarked;
