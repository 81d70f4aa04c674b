package io.foyer.hub.mqtt;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.time.Deadlines;
import io.foyer.hub.site.KnownDevice;
import io.foyer.hub.site.Sites;
import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds devices at doors that get no orders. A door whose reader has logged in without a subscription opens for nobody.
 */
final class DoorReachability {
    /** A device subscribes soon after its login. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Sites sites;
    private final DeviceSessions sessions;
    private final InstantSource clock;
    private final SlowLog log;
    /** By connected device: when to check its subscriptions. */
    private final Deadlines<String> looks = new Deadlines<>();
    /** By connected device: the readers and controllers on its connection that get no commands. */
    private final Map<String, Set<String>> deaf = new HashMap<>();

    DoorReachability(Sites sites, DeviceSessions sessions, InstantSource clock, SlowLog log, MeterRegistry metrics) {
        this.sites = sites;
        this.sessions = sessions;
        this.clock = clock;
        this.log = log;
        metrics.gauge(
                "foyer.mqtt.deaf",
                deaf,
                all -> all.values().stream().flatMap(Set::stream).distinct().count());
    }

    /** A device has connected, has left, or has changed its subscriptions. */
    void changed(String device) {
        looks.set(device, Deadlines.AT_ONCE);
        sites.gatewayOf(device).ifPresent(gateway -> looks.set(gateway, Deadlines.AT_ONCE));
    }

    /** Warns of devices that no longer get commands; to be called every few seconds. */
    void sweep() {
        Instant now = clock.instant();
        for (String device : looks.removeDue(now)) {
            look(device, sessions.get(device), now);
        }
    }

    private void look(String connected, @Nullable DeviceSession session, Instant now) {
        if (session == null || !session.since().isBefore(now.minus(GRACE))) {
            deaf.remove(connected);
            looks.set(
                    connected,
                    session == null ? null : session.since().plus(GRACE).plusNanos(1));
            return;
        }
        Set<String> before = deaf.getOrDefault(connected, Set.of());
        Set<String> deafNow = carried(session.known())
                .filter(known -> !session.hears(DeviceTopic.command(known.site(), known.id())))
                .map(KnownDevice::id)
                .collect(Collectors.toSet());
        deafNow.stream()
                .filter(device -> !before.contains(device))
                .sorted()
                .forEach(device -> log.warn(
                        "hears no commands",
                        device,
                        "the device has not subscribed to its commands, so its door opens for nobody"));
        if (deafNow.isEmpty()) {
            deaf.remove(connected);
        } else {
            deaf.put(connected, deafNow);
        }
    }

    /** The readers and controllers whose commands go over the connection of a device. */
    private Stream<KnownDevice> carried(KnownDevice connected) {
        Stream<KnownDevice> brought = connected.device().speaksFor().stream()
                .filter(device -> !sessions.has(device))
                .map(sites::known)
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(connected), brought)
                .filter(known -> known.device().kind() == Device.DeviceKind.READER
                        || known.device().kind() == Device.DeviceKind.CONTROLLER);
    }
}
