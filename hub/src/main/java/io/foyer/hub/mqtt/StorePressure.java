package io.foyer.hub.mqtt;

import io.foyer.hub.domain.definition.Device;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for the store, of one device and of all; a message counts one, and one more for each KiB, and so do a
 * last will, a login and its end. At the bound a connection is no longer read until half of it is gone, so that its
 * telemetry waits at the sender. A connection that carries swipes is always read: beyond the bound its telemetry is
 * dropped unacknowledged, its swipes are answered and not kept, and it is closed on recovery so that it comes again with
 * all of that. Nobody has more than twice the bound.
 */
final class StorePressure {
    /** What may wait of one device; a client of MQTT 5 is told so at its login. */
    static final int MOST_OF_ONE = 4_000;

    static final int MOST_OF_ALL = 40_000;
    private static final int KIB = 1_024;
    /** A login and its end. */
    private static final int CONNECTION = 2;

    private final Set<ConnectionGauge> held = new LinkedHashSet<>();
    /** Over its reconnections, so that nobody gets a new share by coming again. */
    private final Map<String, Integer> pendingByDevice = new HashMap<>();

    private final Counter dropped;
    private int all;

    StorePressure(MeterRegistry metrics) {
        dropped = metrics.counter("foyer.mqtt.dropped");
        metrics.gauge("foyer.mqtt.waiting", this, StorePressure::waiting);
    }

    /** What waits of all devices. */
    int waiting() {
        return all;
    }

    ConnectionGauge gauge(Device device, ReadGate reading, Runnable close) {
        return new ConnectionGauge(device.id(), carriesSwipes(device), reading, close);
    }

    /** What a payload of this many bytes counts. */
    static int cost(int bytes) {
        return 1 + bytes / KIB;
    }

    /** Counts a connection in, until its login and its end are durable; null where no more can be kept. */
    @Nullable PressureShare connection(Device device) {
        int most = carriesSwipes(device) ? 2 : 1;
        return isFull(device.id(), most) ? null : new PressureShare(device.id(), CONNECTION);
    }

    private static boolean carriesSwipes(Device device) {
        return device.kind() == Device.DeviceKind.READER
                || device.kind() == Device.DeviceKind.CONTROLLER
                || device.kind() == Device.DeviceKind.GATEWAY;
    }

    private static boolean carriesDoors(String kind) {
        return kind.equals("swipe") || kind.equals("door");
    }

    private boolean isFull(String device, int times) {
        return pending(device) >= times * MOST_OF_ONE || all >= times * MOST_OF_ALL;
    }

    private int pending(String device) {
        return pendingByDevice.getOrDefault(device, 0);
    }

    private void recover() {
        List<ConnectionGauge> waiting =
                held.stream().filter(ConnectionGauge::hasRoom).toList();
        waiting.forEach(held::remove);
        waiting.forEach(ConnectionGauge::goOn);
    }

    /** What one thing counts until it is durable, or has failed on its way there. */
    final class PressureShare {
        private final String device;
        private int cost;

        private PressureShare(String device, int cost) {
            this.device = device;
            this.cost = cost;
            pendingByDevice.merge(device, cost, Integer::sum);
            all += cost;
        }

        /** All that is left of it; a second time changes nothing. */
        void release() {
            release(cost);
        }

        void release(int part) {
            int given = Math.min(part, cost);
            if (given == 0) {
                return;
            }
            cost -= given;
            all -= given;
            pendingByDevice.computeIfPresent(device, (id, pending) -> pending <= given ? null : pending - given);
            if (!held.isEmpty() && all <= MOST_OF_ALL / 2) {
                recover();
            }
        }
    }

    /** One connection's part in it. */
    final class ConnectionGauge {
        private final String device;
        private final boolean swipes;
        private final ReadGate reading;
        private final Runnable close;

        private ConnectionGauge(String device, boolean swipes, ReadGate reading, Runnable close) {
            this.device = device;
            this.swipes = swipes;
            this.reading = reading;
            this.close = close;
        }

        /** Counts a message in; null where it cannot be kept. */
        @Nullable PressureShare admit(String kind, int cost) {
            if (isFull(device, 1)) {
                boolean first = held.add(this);
                if (!swipes && first) {
                    reading.hold(ReadGate.HoldReason.STORE);
                }
                if (isFull(device, 2) || (swipes && !carriesDoors(kind))) {
                    dropped.increment();
                    return null;
                }
            }
            return new PressureShare(device, cost);
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
                reading.release(ReadGate.HoldReason.STORE);
            }
        }
    }
}
