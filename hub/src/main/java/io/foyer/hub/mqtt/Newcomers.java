package io.foyer.hub.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The connections that have not logged in. Their number is limited, in all and for each address, and each has
 * {@link #LONGEST_S} seconds. At a limit the oldest connection yields to the newest. A device logs in within moments,
 * so only a connection that does nothing loses its place, and strangers behind an address lock out no device behind it.
 * A connection that has logged in counts only among all connections.
 */
final class Newcomers {
    static final int MOST = 2_000;
    static final int MOST_OF_ADDRESS = 1_000;
    static final int MOST_CONNECTIONS = 10_000;
    static final long LONGEST_S = 10;

    private final InstantSource clock;
    private final Counter yielded;
    /** The time of arrival of each connection in ms, oldest first. */
    private final Map<NewConnection, Long> arrived = new LinkedHashMap<>();

    private final Map<String, Set<NewConnection>> byAddress = new HashMap<>();
    private int connections;

    /** A connection, as far as this class needs it. */
    interface NewConnection {
        String address();

        /** Ends the connection at once and logs the reason. */
        void turnAway(String kind, String why);
    }

    Newcomers(InstantSource clock, MeterRegistry metrics) {
        this.clock = clock;
        this.yielded = metrics.counter("foyer.mqtt.turned.away");
        metrics.gauge("foyer.mqtt.newcomers", arrived, Map::size);
        metrics.gauge("foyer.mqtt.sockets", this, self -> self.connections);
    }

    /** Adds a connection, which may be turned away at once. Each connection must {@link #leave} when it has closed. */
    void arrive(NewConnection visitor) {
        connections++;
        Set<NewConnection> neighbours = byAddress.computeIfAbsent(visitor.address(), address -> new LinkedHashSet<>());
        if (neighbours.size() >= MOST_OF_ADDRESS) {
            yieldPlace(neighbours.iterator().next(), MOST_OF_ADDRESS + " of its address");
        } else if (arrived.size() >= MOST) {
            yieldPlace(arrived.keySet().iterator().next(), MOST + " in all");
        }
        arrived.put(visitor, clock.millis());
        byAddress
                .computeIfAbsent(visitor.address(), address -> new LinkedHashSet<>())
                .add(visitor);
        if (connections > MOST_CONNECTIONS) {
            yieldPlace(arrived.keySet().iterator().next(), MOST_CONNECTIONS + " connections");
        }
    }

    private void yieldPlace(NewConnection oldest, String bound) {
        yielded.increment();
        loggedIn(oldest);
        oldest.turnAway("too many connections before a login", "the oldest one ends; there are " + bound);
    }

    /** The connection has logged in and keeps its place. */
    void loggedIn(NewConnection visitor) {
        if (arrived.remove(visitor) != null) {
            byAddress.computeIfPresent(
                    visitor.address(), (address, same) -> same.remove(visitor) && same.isEmpty() ? null : same);
        }
    }

    /** The connection has closed. */
    void leave(NewConnection visitor) {
        connections--;
        loggedIn(visitor);
    }

    /** Turns away connections that have waited too long; to be called about once a second. */
    void sweep() {
        long latest = clock.millis() - LONGEST_S * 1_000;
        while (!arrived.isEmpty()) {
            Map.Entry<NewConnection, Long> oldest =
                    arrived.entrySet().iterator().next();
            if (oldest.getValue() > latest) {
                return;
            }
            loggedIn(oldest.getKey());
            oldest.getKey().turnAway("no login", "no login within " + LONGEST_S + " s");
        }
    }
}
