package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * As many QoS 1 messages as a server acknowledges: every sensor keeps a window of messages under way and sends the next
 * one when one is acknowledged. All on one event loop; figures are asked for and given there.
 */
final class Flood {
    private final Vertx vertx;
    private final int window;
    private final List<Stream> streams = new ArrayList<>();
    private final Histogram waits = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    private long acknowledged;
    private boolean sending = true;

    Flood(Vertx vertx, int window) {
        this.vertx = vertx;
        this.window = window;
    }

    /** One sensor's connection. */
    private final class Stream {
        private final Sensor sensor;
        private final Link link;
        private final long[] sentAt = new long[Packets.MOST_PACKET_ID + 1];
        private int packet;
        private int room;
        private boolean asked;

        Stream(Sensor sensor, Link link) {
            this.sensor = sensor;
            this.link = link;
            this.room = window;
            link.onAcknowledged(this::acknowledged);
        }

        private void acknowledged(int id) {
            acknowledged++;
            waits.recordValue(System.nanoTime() - sentAt[id]);
            room++;
            if (!asked) {
                // After all that this read has brought.
                asked = true;
                vertx.runOnContext(turn -> fill());
            }
        }

        void fill() {
            asked = false;
            if (!sending) {
                return;
            }
            Buffer packets = Buffer.buffer(room * 160);
            long now = System.nanoTime();
            for (; room > 0; room--) {
                packet = packet % Packets.MOST_PACKET_ID + 1;
                sentAt[packet] = now;
                Packets.publish(packets, sensor.topic(), packet, sensor.next());
            }
            link.write(packets);
        }
    }

    /** What was acknowledged in a time, and how long each message waited for it, in ns. */
    record Measured(long messages, double seconds, Histogram waits) {}

    /** Connects all sensors, one after the other. */
    Future<Void> connect(NetClient client, int port, List<Sensor> sensors) {
        return Link.openEach(client, port, sensors, (sensor, link) -> streams.add(new Stream(sensor, link)));
    }

    /** Runs for so long. */
    Future<Measured> run(Duration time) {
        long began = System.nanoTime();
        acknowledged = 0;
        waits.reset();
        sending = true;
        streams.forEach(Stream::fill);
        return vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).map(over -> {
            sending = false;
            streams.forEach(stream -> stream.link.assertOpen());
            return new Measured(acknowledged, (System.nanoTime() - began) / 1e9, waits.copy());
        });
    }

    void close() {
        streams.forEach(stream -> stream.link.close());
    }
}
