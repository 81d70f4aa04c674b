/** Measures on recorded counts how well the hub forecasts; the hub itself uses nothing of it. */
@NullMarked
package io.foyer.hub.backtest;

import org.jspecify.annotations.NullMarked;
