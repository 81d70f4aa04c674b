package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.ViewerFeed.FeedFrame;
import io.foyer.hub.web.TestHub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms that are booked and empty, now and in the past. */
class VacancyApiTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static Instant ago(int minutes) {
        return NOW.minusSeconds(60L * minutes);
    }

    private void book(String id, String zone, int from, int until) {
        hub.archive.reservations.add(Booking.once(id, zone, null, Set.of("m1"), ago(from), ago(until)));
    }

    private void counted(String zone, int minutesAgo, int people) {
        hub.archive.points.add(new CountPoint(zone, ago(minutesAgo), people, 0, 0));
    }

    private void isNow(String zone, Integer people) {
        ZoneCount.CountState state = people == null ? ZoneCount.CountState.UNKNOWN : ZoneCount.CountState.OK;
        ZoneCount count = new ZoneCount(zone, people, people, people, people, state, 0.9, NOW, null, Map.of());
        hub.feed.show("harbour", new FeedFrame(List.of(count), List.of(), List.of(), List.of(), List.of(), null));
    }

    private JsonNode items(String path) {
        var reply = hub.get(Role.DESK, SITE + path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("items");
    }

    @Test
    void a_room_that_is_booked_now_is_told_once_it_has_been_empty_for_some_minutes() {
        book("b1", "lounge", 50, -10);
        book("b2", "f1", 50, -10);
        counted("lounge", 120, 3);
        counted("lounge", 20, 0);
        isNow("lounge", 0);
        assertThat(items("/rooms/empty").toString())
                .isEqualTo("[{\"zone\":\"lounge\",\"booking\":\"b1\",\"from\":\"2026-11-23T05:10:00Z\","
                        + "\"until\":\"2026-11-23T06:10:00Z\",\"emptySince\":\"2026-11-23T05:40:00Z\"}]");
        assertThat(items("/rooms/empty?minutes=20")).hasSize(1);
        assertThat(items("/rooms/empty?minutes=21")).isEmpty();
        isNow("lounge", 1);
        assertThat(items("/rooms/empty")).isEmpty();
        isNow("lounge", null);
        assertThat(items("/rooms/empty")).as("not known").isEmpty();
    }

    @Test
    void a_booking_to_which_nobody_came_is_told_when_it_is_over() {
        book("missed", "lounge", 180, 120);
        book("used", "lounge", 120, 60);
        book("running", "lounge", 50, -10);
        book("unknown", "lounge", 600, 540);
        counted("lounge", 500, 0);
        counted("lounge", 90, 5);
        counted("lounge", 60, 0);
        JsonNode unused = items("/rooms/unused?zone=lounge&from=2026-11-22&to=2026-11-24");
        assertThat(unused.toString())
                .isEqualTo("[{\"zone\":\"lounge\",\"booking\":\"missed\",\"from\":\"2026-11-23T03:00:00Z\","
                        + "\"until\":\"2026-11-23T04:00:00Z\"}]");
        assertThat(items("/rooms/unused?zone=lounge&from=2026-11-23T11:30:00%2B08:00&to=2026-11-24"))
                .as("a booking that began before the range")
                .isEmpty();
    }

    @Test
    void who_booked_in_vain_is_for_the_desk() {
        for (String path : List.of("/rooms/empty", "/rooms/unused?zone=lounge")) {
            assertThat(hub.get(Role.WALL, SITE + path).status()).isEqualTo(403);
            assertThat(hub.get(Role.ENERGY, SITE + path).status()).isEqualTo(403);
        }
        assertThat(hub.get(Role.DESK, SITE + "/rooms/empty?minutes=4").status()).isEqualTo(400);
    }
}
