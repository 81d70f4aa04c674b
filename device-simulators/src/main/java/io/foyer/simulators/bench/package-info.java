/** Benchmarks of the packed hub, as its devices see it, beside a bare MQTT server. */
@NullMarked
package io.foyer.simulators.bench;

import org.jspecify.annotations.NullMarked;
