/** The people of a space and what each of them does on a day. */
@NullMarked
package io.foyer.simulators.day;

import org.jspecify.annotations.NullMarked;
