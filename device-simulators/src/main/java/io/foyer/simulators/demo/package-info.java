/** The command demo. */
@NullMarked
package io.foyer.simulators.demo;

import org.jspecify.annotations.NullMarked;
