package io.foyer.simulators.bench;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** From the start of the hub's JVM to its line {@code foyer ready}, on a data folder that is there already. */
final class StartBench {
    private final Supplier<ServerProcess> hub;
    private final Scale scale;

    /** @param hub starts it, each time on the same data folder */
    StartBench(Supplier<ServerProcess> hub, Scale scale) {
        this.hub = hub;
        this.scale = scale;
    }

    List<Row> measure() {
        double first = millis();
        double[] warm = IntStream.range(0, scale.starts())
                .mapToDouble(start -> millis())
                .sorted()
                .toArray();
        return List.of(
                row("on an empty data folder", first),
                row("warm, median of " + warm.length, warm[warm.length / 2]),
                row("warm, slowest", warm[warm.length - 1]));
    }

    private double millis() {
        try (ServerProcess started = hub.get()) {
            return started.awaitReady().toNanos() / 1e6;
        }
    }

    private static Row row(String figure, double hub) {
        return new Row("start", figure, "ms", hub, null);
    }
}
