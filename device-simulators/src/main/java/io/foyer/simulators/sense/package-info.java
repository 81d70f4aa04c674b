/** What the devices of a space say of a day. */
@NullMarked
package io.foyer.simulators.sense;

import org.jspecify.annotations.NullMarked;
