/**
 * Documents as located trees, and the shapes that bind such trees to values.
 *
 * <p>A format (JSON, YAML) turns text into {@link org.cookiepolicy.document.Node nodes} that know
 * where they stand. A {@link org.cookiepolicy.document.Shape} turns nodes into a value and back,
 * and reports every {@link org.cookiepolicy.document.Problem} at once with file, line and column.
 * Start at {@link org.cookiepolicy.document.RecordShape}, which binds mappings to records.
 *
 * <p>Nothing here knows a format, nor what the documents are about.
 */
@NullMarked
package org.cookiepolicy.document;

import org.jspecify.annotations.NullMarked;
