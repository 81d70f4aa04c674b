package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * Many viewers of one site while the people of one room change some times a second: from the change to each viewer, and
 * what it costs. The bare server sends the same frames to as many, one for each change.
 */
final class FanoutBench {
    private static final Sensor CAMERA = new Sensor(0);

    private final Rig rig;
    private final Scale scale;

    FanoutBench(Rig rig, Scale scale) {
        this.rig = rig;
        this.scale = scale;
    }

    /** All rounds of one server. */
    private final class Total {
        private final ServerProcess server;
        private final Viewers viewers = new Viewers(rig.vertx(), scale.viewers());
        private final byte[] topic;
        private final LongFunction<String> change;
        private final Link camera;
        private final Histogram times = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private final Histogram noise = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
        private Cpu cpu = Cpu.NONE;
        private long frames;
        private double seconds;
        private long number;

        Total(ServerProcess server, String token, byte[] topic, LongFunction<String> change) {
            this.server = server;
            this.topic = topic;
            this.change = change;
            Rig.on(rig.readers(), () -> viewers.connect(server.port("http"), scale.viewers(), token));
            camera = Rig.on(
                    rig.sensors(), () -> Link.open(rig.client(), server.port("mqtt"), CAMERA.id(), BenchSite.PASSWORD));
            run(scale.warmUp());
        }

        private Viewers.Seen run(Duration time) {
            Rig.on(rig.sensors(), () -> send(time));
            camera.assertOpen();
            return Rig.on(rig.readers(), () -> viewers.seen(number));
        }

        /** Changes, one after the other, at an even pace. */
        private Future<Void> send(Duration time) {
            Promise<Void> sent = Promise.promise();
            long last = number + Math.max(1, time.toMillis() * scale.changesPerSecond() / 1_000);
            rig.vertx().setPeriodic(1_000 / scale.changesPerSecond(), timer -> {
                Buffer packet = Buffer.buffer();
                number++;
                byte[] payload = change.apply(number).getBytes(StandardCharsets.UTF_8);
                Packets.publish(packet, topic, (int) (number % Packets.MOST_PACKET_ID) + 1, payload);
                viewers.sent(number);
                camera.write(packet);
                if (number == last) {
                    rig.vertx().cancelTimer(timer);
                    sent.complete();
                }
            });
            return sent.future();
        }

        void round() {
            rig.noise().since();
            long began = System.nanoTime();
            Cpu before = Cpu.now(server);
            Viewers.Seen seen = run(scale.round());
            cpu = cpu.plus(Cpu.now(server).minus(before));
            seconds += (System.nanoTime() - began) / 1e9;
            noise.add(rig.noise().since());
            times.add(seen.times());
            frames += seen.frames();
        }

        void close() {
            camera.close();
            viewers.close();
        }
    }

    List<Row> measure() {
        Total hub = new Total(
                rig.hub(), rig.token(), CAMERA.topic(), number -> "{\"present\":" + number % Viewers.NUMBERS + "}");
        Total bare =
                new Total(rig.bare(), "", EchoServer.BROADCAST.getBytes(StandardCharsets.UTF_8), hub.viewers::sample);
        for (int round = 0; round < scale.rounds(); round++) {
            bare.round();
            hub.round();
        }
        bare.close();
        hub.close();
        return List.of(
                row("frames", "frames/s", hub.frames / hub.seconds, bare.frames / bare.seconds),
                row("change to viewer, p50", "ms", millis(hub.times, 50), millis(bare.times, 50)),
                row("change to viewer, p99", "ms", millis(hub.times, 99), millis(bare.times, 99)),
                row("frames of one core", "frames/s", hub.frames / hub.cpu.server(), bare.frames / bare.cpu.server()),
                new Row("fanout", "PostgreSQL's CPU", "cores", hub.cpu.database() / hub.seconds, null),
                row("a 1 ms timer's lateness meanwhile, p99", "ms", millis(hub.noise, 99), millis(bare.noise, 99)));
    }

    private Row row(String figure, String unit, double hub, double bare) {
        return new Row("fanout", figure, unit, hub, bare);
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
