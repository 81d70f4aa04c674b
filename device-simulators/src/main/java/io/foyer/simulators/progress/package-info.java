/** How far a long work is, for people. */
@NullMarked
package io.foyer.simulators.progress;

import org.jspecify.annotations.NullMarked;
