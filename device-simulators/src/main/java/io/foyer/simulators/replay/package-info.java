@NullMarked
package io.foyer.simulators.replay;

import org.jspecify.annotations.NullMarked;
