package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whoever only holds a place before a login loses it to who comes after; a device that has logged in never does. */
class NewcomersTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Newcomers newcomers = new Newcomers(now::get, new SimpleMeterRegistry());
    private final List<String> away = new ArrayList<>();

    private record Visitor(String name, String address, List<String> away) implements Newcomers.NewConnection {
        @Override
        public void turnAway(String kind, String why) {
            away.add(name);
        }
    }

    private Visitor arrive(String name, String address) {
        Visitor visitor = new Visitor(name, address, away);
        newcomers.arrive(visitor);
        return visitor;
    }

    private void arrive(int count, String address) {
        for (int one = 0; one < count; one++) {
            arrive(address + "#" + one, address);
        }
    }

    @Test
    void five_hundred_devices_behind_one_address_come_in_at_once() {
        arrive(500, "proxy");
        assertThat(away).isEmpty();
    }

    @Test
    void of_too_many_of_one_address_the_oldest_yields_and_a_device_gets_in() {
        arrive(Newcomers.MOST_OF_ADDRESS, "proxy");
        Visitor door = arrive("door", "proxy");
        newcomers.loggedIn(door);
        arrive(2 * Newcomers.MOST_OF_ADDRESS, "proxy");
        assertThat(away).startsWith("proxy#0").doesNotContain("door");
    }

    @Test
    void of_too_many_in_all_the_oldest_yields() {
        arrive(Newcomers.MOST_OF_ADDRESS, "a");
        arrive(Newcomers.MOST - Newcomers.MOST_OF_ADDRESS, "b");
        arrive("door", "c");
        assertThat(away).containsExactly("a#0");
    }

    @Test
    void beyond_all_connections_who_has_not_logged_in_yields() {
        for (int one = 0; one < Newcomers.MOST_CONNECTIONS; one++) {
            newcomers.loggedIn(arrive("device" + one, "a"));
        }
        arrive("one more", "a");
        assertThat(away).containsExactly("one more");
    }

    @Test
    void who_has_not_logged_in_within_10_s_is_turned_away() {
        arrive("slow", "a");
        newcomers.loggedIn(arrive("device", "a"));
        now.set(now.get().plusSeconds(9));
        newcomers.sweep();
        assertThat(away).isEmpty();
        now.set(now.get().plusSeconds(1));
        newcomers.sweep();
        assertThat(away).containsExactly("slow");
    }

    @Test
    void places_are_given_back_by_who_leaves() {
        for (int one = 0; one < 2 * Newcomers.MOST_CONNECTIONS; one++) {
            newcomers.leave(arrive("guest" + one, "a"));
        }
        assertThat(away).isEmpty();
    }
}
