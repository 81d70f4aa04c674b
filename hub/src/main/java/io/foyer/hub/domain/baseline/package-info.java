/** What a meter would use as things were, and where it used something else. */
@NullMarked
package io.foyer.hub.domain.baseline;

import org.jspecify.annotations.NullMarked;
