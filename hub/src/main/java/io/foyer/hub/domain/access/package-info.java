/** Who may pass which door now, and why. */
@NullMarked
package io.foyer.hub.domain.access;

import org.jspecify.annotations.NullMarked;
