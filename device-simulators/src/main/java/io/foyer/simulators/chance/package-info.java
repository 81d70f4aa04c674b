/** Chance that can be had again: the same question, the same answer, on every machine. */
@NullMarked
package io.foyer.simulators.chance;

import org.jspecify.annotations.NullMarked;
