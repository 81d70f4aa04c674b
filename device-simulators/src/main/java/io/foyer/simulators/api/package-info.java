/** The hub over HTTP, as a client of its contract. */
@NullMarked
package io.foyer.simulators.api;

import org.jspecify.annotations.NullMarked;
