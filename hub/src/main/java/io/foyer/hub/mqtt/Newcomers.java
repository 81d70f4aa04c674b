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
 * Connections that have not logged in: so many in all, so many of one address, each for {@link #LONGEST_S}. At a bound
 * the oldest yields to the newest: a device logs in within moments, so whoever only holds a place loses it, and nobody
 * is locked out by strangers behind the same address. Who has logged in is counted in the whole alone.
 */
final class Newcomers {
    static final int MOST = 2_000;
    static final int MOST_OF_ADDRESS = 1_000;
    static final int MOST_CONNECTIONS = 10_000;
    static final long LONGEST_S = 10;

    private final InstantSource clock;
    private final Counter yielded;
    /** Oldest first, and when each came, in ms. */
    private final Map<NewConnection, Long> arrived = new LinkedHashMap<>();

    private final Map<String, Set<NewConnection>> byAddress = new HashMap<>();
    private int connections;

    /** A connection, as far as it matters here. */
    interface NewConnection {
        String address();

        /** Ends it at once, and says why. */
        void turnAway(String kind, String why);
    }

    Newcomers(InstantSource clock, MeterRegistry metrics) {
        this.clock = clock;
        this.yielded = metrics.counter("foyer.mqtt.turned.away");
        metrics.gauge("foyer.mqtt.newcomers", arrived, Map::size);
        metrics.gauge("foyer.mqtt.sockets", this, self -> self.connections);
    }

    /** A connection has come; it may be turned away on the spot. Each must {@link #leave} when it has closed. */
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
        oldest.turnAway("too many connections before a login", "the oldest yields: there are " + bound);
    }

    /** It has logged in, and has its place. */
    void loggedIn(NewConnection visitor) {
        if (arrived.remove(visitor) != null) {
            byAddress.computeIfPresent(
                    visitor.address(), (address, same) -> same.remove(visitor) && same.isEmpty() ? null : same);
        }
    }

    /** It has closed. */
    void leave(NewConnection visitor) {
        connections--;
        loggedIn(visitor);
    }

    /** Turns away who has not logged in in time; to be called every second or so. */
    void sweep() {
        long latest = clock.millis() - LONGEST_S * 1_000;
        while (!arrived.isEmpty()) {
            Map.Entry<NewConnection, Long> oldest =
                    arrived.entrySet().iterator().next();
            if (oldest.getValue() > latest) {
                return;
            }
            loggedIn(oldest.getKey());
            oldest.getKey().turnAway("no login", "it has not logged in within " + LONGEST_S + " s");
        }
    }
}
