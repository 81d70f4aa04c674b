/** Sends what devices say, when it is time, and moves the doors as the hub commands. */
@NullMarked
package io.foyer.simulators.play;

import org.jspecify.annotations.NullMarked;
