/** Where a medium went: from the main meters through places and systems, with what no meter below has seen. */
@NullMarked
package io.foyer.hub.domain.flow;

import org.jspecify.annotations.NullMarked;
