/** When something is due. */
@NullMarked
package io.foyer.hub.domain.time;

import org.jspecify.annotations.NullMarked;
