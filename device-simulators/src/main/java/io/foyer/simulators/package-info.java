@NullMarked
package io.foyer.simulators;

import org.jspecify.annotations.NullMarked;
