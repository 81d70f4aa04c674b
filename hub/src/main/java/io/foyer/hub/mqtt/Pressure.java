package io.foyer.hub.mqtt;

import io.foyer.hub.domain.house.Device;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much waits for the store, of one connection and of all. At the bound a connection is no longer read until half of
 * it is gone, so that its telemetry waits at the sender. A connection that carries swipes is always read: beyond the
 * bound its telemetry is dropped unacknowledged, and it is closed on recovery so that it comes again with what it kept.
 */
final class Pressure {
    /** Messages of one connection that may wait; a client of MQTT 5 is told so at its login. */
    static final int MOST_OF_ONE = 4_000;

    private static final int MOST_OF_ALL = 40_000;

    private final Set<Gauge> held = new LinkedHashSet<>();
    private final Counter dropped;
    private int all;

    Pressure(MeterRegistry metrics) {
        dropped = metrics.counter("foyer.mqtt.dropped");
        metrics.gauge("foyer.mqtt.waiting", this, self -> self.all);
    }

    Gauge gauge(Device device, Pipe pipe, Runnable close) {
        boolean swipes = device.kind() == Device.Kind.READER
                || device.kind() == Device.Kind.CONTROLLER
                || device.kind() == Device.Kind.GATEWAY;
        return new Gauge(swipes, pipe, close);
    }

    private void recover() {
        List<Gauge> waiting = held.stream().filter(Gauge::hasRoom).toList();
        waiting.forEach(held::remove);
        waiting.forEach(Gauge::goOn);
    }

    /** One connection's share. */
    final class Gauge {
        private final boolean swipes;
        private final Pipe pipe;
        private final Runnable close;
        private int pending;

        private Gauge(boolean swipes, Pipe pipe, Runnable close) {
            this.swipes = swipes;
            this.pipe = pipe;
            this.close = close;
        }

        /** Counts a message in, or says that it must be dropped. */
        boolean admit(String kind) {
            if (pending >= MOST_OF_ONE || all >= MOST_OF_ALL) {
                boolean first = held.add(this);
                if (!swipes && first) {
                    pipe.pause();
                }
                boolean atDoor = kind.equals("swipe") || kind.equals("door");
                if (swipes && (!atDoor || all >= 2 * MOST_OF_ALL)) {
                    dropped.increment();
                    return false;
                }
            }
            pending++;
            all++;
            return true;
        }

        void release() {
            pending--;
            all--;
            if (!held.isEmpty() && all <= MOST_OF_ALL / 2) {
                recover();
            }
        }

        /** The connection is gone; what it sent is still counted until it is durable. */
        void close() {
            held.remove(this);
        }

        private boolean hasRoom() {
            return pending <= MOST_OF_ONE / 2;
        }

        private void goOn() {
            if (swipes) {
                close.run();
            } else {
                pipe.resume();
            }
        }
    }
}
