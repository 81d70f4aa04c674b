/** The live feed: what is now, told to every viewer as it changes. */
@NullMarked
package io.foyer.hub.web.live;

import org.jspecify.annotations.NullMarked;
