package io.foyer.simulators.bench;

import io.foyer.simulators.setting.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** From a swipe's scheduled instant to its command, with nothing else to do and beside telemetry. */
final class SwipeBench {
    private final Rig rig;
    private final Scale scale;

    SwipeBench(Rig rig, Scale scale) {
        this.rig = rig;
        this.scale = scale;
    }

    /** All rounds of one server. */
    private final class Total {
        private final ServerProcess server;
        private final Swipes swipes = new Swipes();
        private final Telemetry telemetry = new Telemetry(rig.vertx());
        private final Result idle = new Result();
        private final Result beside = new Result();

        Total(ServerProcess server) {
            this.server = server;
            int port = server.port("mqtt");
            Rig.on(
                    rig.readers(),
                    () -> swipes.connect(rig.client(), port, rig.site().readers()));
            Rig.on(
                    rig.sensors(),
                    () -> telemetry.connect(rig.client(), port, rig.site().sensors()));
            beside(new Result(), scale.warmUp());
        }

        void round() {
            idle(idle, scale.round());
            beside(beside, scale.round());
        }

        private void idle(Result result, Duration time) {
            rig.noise().since();
            result.add(swipes.run(scale.swipesPerSecond(), time), rig.noise().since());
        }

        private void beside(Result result, Duration time) {
            Cpu before = Cpu.now(server);
            Rig.on(rig.sensors(), () -> telemetry.start(scale.telemetryPerSecond()));
            idle(result, time);
            Telemetry.Sent sent = Rig.on(rig.sensors(), telemetry::stop);
            result.cpu = result.cpu.plus(Cpu.now(server).minus(before));
            result.telemetry += sent.messages();
            result.seconds += sent.seconds();
        }

        void close() {
            swipes.close();
            telemetry.close();
        }
    }

    private static final class Result {
        private final Histogram times = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private final Histogram noise = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
        private Cpu cpu = Cpu.NONE;
        private long telemetry;
        private double seconds;

        void add(Swipes.Measured measured, Histogram lateness) {
            if (measured.missing() + measured.denied() > 0) {
                throw new Refusal("bench: " + measured.missing() + " swipes were not answered within ten seconds and "
                        + measured.denied() + " were denied, where all must be granted. Nothing is reported.");
            }
            times.add(measured.times());
            noise.add(lateness);
        }
    }

    List<Row> measure() {
        Total bare = new Total(rig.bare());
        Total hub = new Total(rig.hub());
        for (int round = 0; round < scale.rounds(); round++) {
            bare.round();
            hub.round();
        }
        bare.close();
        hub.close();
        List<Row> rows = new ArrayList<>(rows("idle", hub.idle, bare.idle));
        String load = String.format("beside %,d/s", scale.telemetryPerSecond());
        rows.addAll(rows(load, hub.beside, bare.beside));
        rows.add(row(load + ", really sent", "messages/s", rate(hub.beside), rate(bare.beside)));
        Cpu cpu = hub.beside.cpu.per100k(hub.beside.telemetry);
        Cpu bareCpu = bare.beside.cpu.per100k(bare.beside.telemetry);
        rows.add(row(load + ", server's CPU", "s per 100,000", cpu.server(), bareCpu.server()));
        rows.add(new Row("swipe", load + ", PostgreSQL's CPU", "s per 100,000", cpu.database(), null));
        return rows;
    }

    private static List<Row> rows(String load, Result hub, Result bare) {
        List<Row> rows = new ArrayList<>();
        for (double percentile : new double[] {50, 99, 99.9}) {
            rows.add(row(
                    load + ", p" + (percentile == 99.9 ? "99.9" : (int) percentile),
                    "ms",
                    millis(hub.times, percentile),
                    millis(bare.times, percentile)));
        }
        rows.add(row(load + ", a 1 ms timer's lateness, p99", "ms", millis(hub.noise, 99), millis(bare.noise, 99)));
        return rows;
    }

    private static double rate(Result result) {
        return result.telemetry / result.seconds;
    }

    private static Row row(String figure, String unit, double hub, double bare) {
        return new Row("swipe", figure, unit, hub, bare);
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
