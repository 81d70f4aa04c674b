@NullMarked
package io.foyer.simulators.setting;

import org.jspecify.annotations.NullMarked;
