/** A site as its file describes it: where one can walk, and what measures it. */
@NullMarked
package io.foyer.simulators.space;

import org.jspecify.annotations.NullMarked;
