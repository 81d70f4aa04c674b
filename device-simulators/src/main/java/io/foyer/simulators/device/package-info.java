@NullMarked
package io.foyer.simulators.device;

import org.jspecify.annotations.NullMarked;
