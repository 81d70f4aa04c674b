/** The live feed: tells every viewer the present state and its changes. */
@NullMarked
package io.foyer.hub.web.live;

import org.jspecify.annotations.NullMarked;
