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
 * Limits how much waits for the store, for each device and for all devices. A message counts one, and one more for each
 * KiB; so do a last will, a login and its end. At the limit the hub stops reading a connection until half has gone, so
 * telemetry waits at the sender. The hub always reads a connection that carries swipes. Beyond the limit it drops the
 * telemetry of such a connection without an acknowledgement, and answers its swipes without keeping them. It closes the
 * connection on recovery, so that the device sends all of that again. Nobody gets more than twice the limit.
 */
final class StorePressure {
    /** How much of one device may wait. The hub tells a client of MQTT 5 at its login. */
    static final int MOST_OF_ONE = 4_000;

    static final int MOST_OF_ALL = 40_000;
    private static final int KIB = 1_024;
    /** The cost of a login and its end. */
    private static final int CONNECTION = 2;

    private final Set<ConnectionGauge> held = new LinkedHashSet<>();
    /** The counts go on over reconnections: a device gets no new share when it comes again. */
    private final Map<String, Integer> pendingByDevice = new HashMap<>();

    private final Counter dropped;
    private int all;

    StorePressure(MeterRegistry metrics) {
        dropped = metrics.counter("foyer.mqtt.dropped");
        metrics.gauge("foyer.mqtt.waiting", this, StorePressure::waiting);
    }

    /** How much waits from all devices. */
    int waiting() {
        return all;
    }

    ConnectionGauge gauge(Device device, ReadGate reading, Runnable close) {
        return new ConnectionGauge(device.id(), carriesSwipes(device), reading, close);
    }

    /** The cost of a payload of this size. */
    static int cost(int bytes) {
        return 1 + bytes / KIB;
    }

    /** Counts a connection until its login and its end are durable. Null where there is no room. */
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

    /** The cost of one thing until the thing is durable, or has failed on its way. */
    final class PressureShare {
        private final String device;
        private int cost;

        private PressureShare(String device, int cost) {
            this.device = device;
            this.cost = cost;
            pendingByDevice.merge(device, cost, Integer::sum);
            all += cost;
        }

        /** Gives back the rest of the share. A second call changes nothing. */
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

    /** The part of one connection in the pressure. */
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

        /** Counts a message. Null where there is no room for it. */
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

        /** The connection has ended. Its messages still count until they are durable. */
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
