package io.foyer.simulators.bench;

import java.time.Duration;

/**
 * How much is measured. Every figure is taken in rounds, the hub and the bare server in turn, so that what else the
 * machine does falls on both.
 *
 * @param sensors connections that send telemetry
 * @param window messages that each of them has under way in {@code ingest}
 * @param readers connections that send swipes
 * @param swipesPerSecond offered over all readers
 * @param telemetryPerSecond offered beside the swipes
 * @param viewers of the live feed in {@code fanout}
 * @param changesPerSecond of what they see
 * @param warmUp of each server before each kind of measurement, not counted
 * @param round one measurement
 * @param starts of the hub, after a first one that is not counted
 */
record Scale(
        int sensors,
        int window,
        int readers,
        int swipesPerSecond,
        int telemetryPerSecond,
        int viewers,
        int changesPerSecond,
        Duration warmUp,
        Duration round,
        int rounds,
        int starts) {

    static final Scale USUAL =
            new Scale(50, 32, 8, 500, 20_000, 2_000, 10, Duration.ofSeconds(20), Duration.ofSeconds(8), 3, 5);
}
