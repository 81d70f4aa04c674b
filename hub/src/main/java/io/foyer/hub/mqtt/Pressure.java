package io.foyer.hub.mqtt;

import io.foyer.hub.domain.house.Device;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much waits for the store, of one device and of all; a message counts one, and one more for each KiB. At the bound
 * a connection is no longer read until half of it is gone, so that its telemetry waits at the sender. A connection that
 * carries swipes is always read: beyond the bound its telemetry is dropped unacknowledged, its swipes are answered and
 * not kept, and it is closed on recovery so that it comes again with all of that.
 */
final class Pressure {
    /** What may wait of one device; a client of MQTT 5 is told so at its login. */
    static final int MOST_OF_ONE = 4_000;

    private static final int MOST_OF_ALL = 40_000;
    private static final int KIB = 1_024;

    private final Set<Gauge> held = new LinkedHashSet<>();
    /** Over its reconnections, so that nobody gets a new share by coming again. */
    private final Map<String, Integer> pendingByDevice = new HashMap<>();

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
        return new Gauge(device.id(), swipes, pipe, close);
    }

    /** What a payload of this many bytes counts. */
    static int cost(int bytes) {
        return 1 + bytes / KIB;
    }

    private int pending(String device) {
        return pendingByDevice.getOrDefault(device, 0);
    }

    private void recover() {
        List<Gauge> waiting = held.stream().filter(Gauge::hasRoom).toList();
        waiting.forEach(held::remove);
        waiting.forEach(Gauge::goOn);
    }

    /** One connection's part in it. */
    final class Gauge {
        private final String device;
        private final boolean swipes;
        private final Pipe pipe;
        private final Runnable close;

        private Gauge(String device, boolean swipes, Pipe pipe, Runnable close) {
            this.device = device;
            this.swipes = swipes;
            this.pipe = pipe;
            this.close = close;
        }

        /** Counts a message in, or says that it cannot be kept. */
        boolean admit(String kind, int cost) {
            int most = carriesDoors(kind) ? 2 : 1;
            if (pending(device) >= MOST_OF_ONE || all >= MOST_OF_ALL) {
                boolean first = held.add(this);
                if (!swipes && first) {
                    pipe.pause();
                }
                if (swipes && (pending(device) >= most * MOST_OF_ONE || all >= most * MOST_OF_ALL)) {
                    dropped.increment();
                    return false;
                }
            }
            pendingByDevice.merge(device, cost, Integer::sum);
            all += cost;
            return true;
        }

        private static boolean carriesDoors(String kind) {
            return kind.equals("swipe") || kind.equals("door");
        }

        void release(int cost) {
            all -= cost;
            pendingByDevice.computeIfPresent(device, (id, pending) -> pending <= cost ? null : pending - cost);
            if (!held.isEmpty() && all <= MOST_OF_ALL / 2) {
                recover();
            }
        }

        /** The connection is gone; what it sent is still counted until it is durable. */
        void close() {
            held.remove(this);
        }

        private boolean hasRoom() {
            return pending(device) <= MOST_OF_ONE / 2;
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
