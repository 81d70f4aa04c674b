/** Counts how many people are in which zone, from sensors of every kind. */
@NullMarked
package io.foyer.hub.domain.occupancy;

import org.jspecify.annotations.NullMarked;
