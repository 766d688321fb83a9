/**
 * What the document formats share.
 *
 * <p>{@link org.cookiepolicy.io.document.Documents} holds the shapes of the documents: policy,
 * visitor, request, decision and scenario suite. {@link
 * org.cookiepolicy.io.document.DocumentFormat} turns the text of a format into a tree within {@link
 * org.cookiepolicy.io.document.Limits limits} and back.
 */
@NullMarked
package org.cookiepolicy.io.document;

import org.jspecify.annotations.NullMarked;
