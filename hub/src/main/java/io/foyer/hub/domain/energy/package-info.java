/** The use that registers show, quarter-hour by quarter-hour. */
@NullMarked
package io.foyer.hub.domain.energy;

import org.jspecify.annotations.NullMarked;
