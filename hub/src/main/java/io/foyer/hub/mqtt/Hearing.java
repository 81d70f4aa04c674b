package io.foyer.hub.mqtt;

import io.foyer.hub.domain.house.Device;
import io.foyer.hub.site.Known;
import io.foyer.hub.site.Sites;
import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether doors can be told anything: one whose reader has logged in and does not listen opens for nobody. */
final class Hearing {
    /** A device subscribes right after its login. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Sites sites;
    private final Map<String, Session> sessions;
    private final InstantSource clock;
    private final SlowLog log;
    private Set<String> deaf = Set.of();

    Hearing(Sites sites, Map<String, Session> sessions, InstantSource clock, SlowLog log, MeterRegistry metrics) {
        this.sites = sites;
        this.sessions = sessions;
        this.clock = clock;
        this.log = log;
        metrics.gauge("foyer.mqtt.deaf", this, self -> self.deaf.size());
    }

    /** Warns of who has become deaf; to be called every few seconds. */
    void sweep() {
        Instant latest = clock.instant().minus(GRACE);
        Set<String> now = new TreeSet<>();
        sessions.values().stream()
                .filter(session -> session.since().isBefore(latest))
                .forEach(session -> carried(session.known())
                        .filter(known -> !session.hears(Topic.command(known.site(), known.id())))
                        .forEach(known -> now.add(known.id())));
        now.stream()
                .filter(device -> !deaf.contains(device))
                .forEach(device -> log.warn(
                        "hears no commands",
                        device,
                        "nobody has subscribed to its commands: its door opens for nobody"));
        deaf = now;
    }

    /** Whose commands come over the connection of a device. */
    private Stream<Known> carried(Known connected) {
        Stream<Known> brought = connected.device().speaksFor().stream()
                .filter(device -> !sessions.containsKey(device))
                .map(sites::known)
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(connected), brought)
                .filter(known -> known.device().kind() == Device.Kind.READER
                        || known.device().kind() == Device.Kind.CONTROLLER);
    }
}
