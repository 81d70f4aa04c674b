package io.foyer.hub.mqtt;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.site.DeviceCommands;
import io.foyer.hub.site.Sites;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions of all devices that have logged in, one for each device. */
final class DeviceSessions implements DeviceCommands {
    private final Sites sites;
    private final PasswordBrake brake;
    private final MessageCounters counters;
    private final Map<String, DeviceSession> byDevice = new HashMap<>();

    DeviceSessions(Sites sites, PasswordBrake brake, MessageCounters counters, MeterRegistry metrics) {
        this.sites = sites;
        this.brake = brake;
        this.counters = counters;
        metrics.gauge("foyer.mqtt.connections", byDevice, Map::size);
    }

    /** Adds a session. An older session of the same device ends. */
    void add(DeviceSession session, String address) {
        DeviceSession before = byDevice.put(session.known().id(), session);
        if (before != null) {
            before.hangUp(
                    "taken over",
                    "the same client id has logged in from " + address,
                    MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
    }

    /** Removes a session that has ended. False where the device has another session already. */
    boolean remove(DeviceSession session) {
        return byDevice.remove(session.known().id(), session);
    }

    @Nullable DeviceSession get(String device) {
        return byDevice.get(device);
    }

    Collection<DeviceSession> all() {
        return List.copyOf(byDevice.values());
    }

    boolean has(String device) {
        return byDevice.containsKey(device);
    }

    @Override
    public void send(String site, DoorOrder order) {
        DeviceSession session = reaching(order.device());
        if (session == null || !session.send(DeviceTopic.command(site, order.device()), order)) {
            counters.command("dropped");
        }
    }

    /** The session of a device, or of the gateway that carries its messages. */
    private @Nullable DeviceSession reaching(String device) {
        DeviceSession own = byDevice.get(device);
        return own == null ? sites.gatewayOf(device).map(byDevice::get).orElse(null) : own;
    }

    @Override
    public void expel(Set<String> devices) {
        brake.forgive(devices);
        devices.forEach(device -> {
            DeviceSession session = byDevice.get(device);
            if (session != null) {
                session.hangUp(
                        "expelled",
                        "the device's entry in the site file has changed; the device may log in again",
                        MqttDisconnectReasonCode.NOT_AUTHORIZED);
            }
        });
    }
}
