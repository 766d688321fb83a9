/**
 * Documents in YAML 1.2. Start at {@link org.cookiepolicy.io.yaml.Yaml}; the documents themselves
 * are those of {@link org.cookiepolicy.io.document.Documents}.
 */
@NullMarked
package org.cookiepolicy.io.yaml;

import org.jspecify.annotations.NullMarked;
