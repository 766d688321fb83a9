/** Facts together with the decision that the law requires, as rule authors write them down. */
@NullMarked
package org.cookiepolicy.scenario;

import org.jspecify.annotations.NullMarked;
