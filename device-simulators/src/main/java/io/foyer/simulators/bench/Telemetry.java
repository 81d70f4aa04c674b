package io.foyer.simulators.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;

/** Sensors that send so many QoS 1 messages a second between them, one after the other, each in a packet of its own. */
final class Telemetry {
    /** Of one sensor; a client's usual window is smaller. */
    private static final int MOST_UNDER_WAY = 100;

    private final Vertx vertx;
    private final List<Stream> streams = new ArrayList<>();
    private long timer = -1;
    private long begin;
    private long sent;
    private long skipped;

    Telemetry(Vertx vertx) {
        this.vertx = vertx;
    }

    private static final class Stream {
        private final Sensor sensor;
        private final Link link;
        private int packet;
        private int underWay;

        Stream(Sensor sensor, Link link) {
            this.sensor = sensor;
            this.link = link;
            link.onAcknowledged(id -> underWay--);
        }

        boolean send() {
            if (underWay >= MOST_UNDER_WAY) {
                return false;
            }
            underWay++;
            packet = packet % Packets.MOST_PACKET_ID + 1;
            Buffer packets = Buffer.buffer();
            Packets.publish(packets, sensor.topic(), packet, sensor.next());
            link.write(packets);
            return true;
        }
    }

    Future<Void> connect(NetClient client, int port, List<Sensor> sensors) {
        return Link.openEach(client, port, sensors, (sensor, link) -> streams.add(new Stream(sensor, link)));
    }

    /** What was sent in a time: less than offered where a server did not acknowledge. */
    record Sent(long messages, double seconds) {}

    /** Begins; what one millisecond could not send the next one does. On the connections' loop, as all of this. */
    Future<Void> start(int perSecond) {
        begin = System.nanoTime();
        sent = 0;
        skipped = 0;
        timer = vertx.setPeriodic(1, tick -> {
            long due = (long) ((System.nanoTime() - begin) / 1e9 * perSecond);
            while (sent + skipped < due) {
                if (streams.get((int) ((sent + skipped) % streams.size())).send()) {
                    sent++;
                } else {
                    skipped++;
                }
            }
        });
        return Future.succeededFuture();
    }

    Future<Sent> stop() {
        vertx.cancelTimer(timer);
        streams.forEach(stream -> stream.link.assertOpen());
        return Future.succeededFuture(new Sent(sent, (System.nanoTime() - begin) / 1e9));
    }

    void close() {
        streams.forEach(stream -> stream.link.close());
    }
}
