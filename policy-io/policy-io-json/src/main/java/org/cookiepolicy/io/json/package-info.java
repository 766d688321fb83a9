/**
 * Documents in JSON (RFC 8259). Start at {@link org.cookiepolicy.io.json.Json}; the documents
 * themselves are those of {@link org.cookiepolicy.io.document.Documents}.
 */
@NullMarked
package org.cookiepolicy.io.json;

import org.jspecify.annotations.NullMarked;
