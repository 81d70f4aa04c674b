/** The hub's figures beside the truth of a simulation. */
@NullMarked
package io.foyer.simulators.accuracy;

import org.jspecify.annotations.NullMarked;
