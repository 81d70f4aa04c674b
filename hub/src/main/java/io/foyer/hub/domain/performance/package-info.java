/** What quantities of energy mean: for people and area, for the climate, against a budget, and what could be saved. */
@NullMarked
package io.foyer.hub.domain.performance;

import org.jspecify.annotations.NullMarked;
