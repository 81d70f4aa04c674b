/** The command simulate. */
@NullMarked
package io.foyer.simulators.simulate;

import org.jspecify.annotations.NullMarked;
