/** What somebody should look at. */
@NullMarked
package io.foyer.hub.domain.alarm;

import org.jspecify.annotations.NullMarked;
