package io.foyer.simulators.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How many QoS 1 messages a second are acknowledged, the hub's after their commit, the bare server's at once. */
final class IngestBench {
    private final Rig rig;
    private final Scale scale;

    IngestBench(Rig rig, Scale scale) {
        this.rig = rig;
        this.scale = scale;
    }

    /** All rounds of one server. */
    private final class Total {
        private final ServerProcess server;
        private final Flood flood = new Flood(rig.vertx(), scale.window());
        private final Histogram waits = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private final Histogram noise = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
        private Cpu cpu = Cpu.NONE;
        private long messages;
        private double seconds;

        Total(ServerProcess server) {
            this.server = server;
            Rig.on(
                    rig.sensors(),
                    () -> flood.connect(
                            rig.client(), server.port("mqtt"), rig.site().sensors()));
            run(scale.warmUp());
        }

        private Flood.Measured run(Duration time) {
            return Rig.on(rig.sensors(), () -> flood.run(time));
        }

        void round() {
            rig.noise().since();
            Cpu before = Cpu.now(server);
            Flood.Measured measured = run(scale.round());
            cpu = cpu.plus(Cpu.now(server).minus(before));
            noise.add(rig.noise().since());
            waits.add(measured.waits());
            messages += measured.messages();
            seconds += measured.seconds();
        }

        Cpu per100k() {
            return cpu.per100k(messages);
        }
    }

    List<Row> measure() {
        Total bare = new Total(rig.bare());
        Total hub = new Total(rig.hub());
        for (int round = 0; round < scale.rounds(); round++) {
            bare.round();
            hub.round();
        }
        bare.flood.close();
        hub.flood.close();
        Cpu cpu = hub.per100k();
        Cpu bareCpu = bare.per100k();
        return List.of(
                row("acknowledged", "messages/s", hub.messages / hub.seconds, bare.messages / bare.seconds),
                row("wait for the PUBACK, p50", "ms", millis(hub.waits, 50), millis(bare.waits, 50)),
                row("wait for the PUBACK, p99", "ms", millis(hub.waits, 99), millis(bare.waits, 99)),
                row("server's CPU", "s per 100,000", cpu.server(), bareCpu.server()),
                new Row("ingest", "PostgreSQL's CPU", "s per 100,000", cpu.database(), null),
                row("this client's CPU", "s per 100,000", cpu.client(), bareCpu.client()),
                row("a 1 ms timer's lateness meanwhile, p99", "ms", millis(hub.noise, 99), millis(bare.noise, 99)));
    }

    private static Row row(String figure, String unit, double hub, double bare) {
        return new Row("ingest", figure, unit, hub, bare);
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
