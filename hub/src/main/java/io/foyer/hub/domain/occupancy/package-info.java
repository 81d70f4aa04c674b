/** How many people are where, from sensors of every kind. */
@NullMarked
package io.foyer.hub.domain.occupancy;

import org.jspecify.annotations.NullMarked;
