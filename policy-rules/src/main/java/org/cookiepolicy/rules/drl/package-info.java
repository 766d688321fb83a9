/**
 * Reads rule files, and keeps what rules may say within narrow bounds.
 *
 * <p>Nothing confines a rule once it is compiled: it could end the process or open a file. So
 * {@link org.cookiepolicy.rules.drl.RuleReader} reads rule files with a grammar of its own that has
 * words for facts, comparisons and findings only, checks every name and type against a {@link
 * org.cookiepolicy.rules.drl.Vocabulary}, and writes them anew from what it understood. The
 * compiler gets to see that text and never the author's, so that no difference between two readings
 * of a file can let anything through.
 *
 * <p>The way of a file: {@code Lexer}, {@code Parser} to {@code Syntax}, {@code Checker} to {@code
 * Term} and {@code Condition}, {@code Writer}.
 */
@NullMarked
package org.cookiepolicy.rules.drl;

import org.jspecify.annotations.NullMarked;
