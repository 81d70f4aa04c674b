package io.foyer.simulators.bench;

import java.util.Comparator;
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

    /** One start; its CPU time, unlike its duration, hardly depends on what else the machine does. */
    private record Start(double millis, double cpuMillis) {}

    List<Row> measure() {
        Start first = start();
        List<Start> warm = IntStream.range(0, scale.starts())
                .mapToObj(number -> start())
                .sorted(Comparator.comparingDouble(Start::millis))
                .toList();
        Start median = warm.get(warm.size() / 2);
        return List.of(
                row("on an empty data folder", first.millis()),
                row("warm, median of " + warm.size(), median.millis()),
                row("warm, slowest", warm.get(warm.size() - 1).millis()),
                row("warm, the JVM's CPU until then", median.cpuMillis()));
    }

    private Start start() {
        try (ServerProcess started = hub.get()) {
            double millis = started.awaitReady().toNanos() / 1e6;
            return new Start(millis, 1_000 * started.cpu());
        }
    }

    private static Row row(String figure, double hub) {
        return new Row("start", figure, "ms", hub, null);
    }
}
