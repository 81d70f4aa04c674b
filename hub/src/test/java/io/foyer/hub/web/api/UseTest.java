package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UseTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static final String RANGE = "?zone=lounge&from=2026-11-23T08:00:00%2B08:00&to=2026-11-23T10:00:00%2B08:00";
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private JsonNode get(Role role, String path) {
        var reply = hub.get(role, SITE + path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void use_tells_how_long_a_zone_was_in_use_and_how_long_it_was_booked_in_vain() {
        hub.archive.points.add(new CountPoint("lounge", EIGHT, 0, 0, 0));
        hub.archive.points.add(new CountPoint("lounge", EIGHT.plusSeconds(1_800), 20, 20, 0));
        hub.archive.points.add(new CountPoint("lounge", EIGHT.plusSeconds(3_600), 0, 0, 20));
        hub.archive.reservations.add(
                Booking.once("b1", "lounge", null, Set.of("m1"), EIGHT.plusSeconds(900), EIGHT.plusSeconds(3_600)));
        JsonNode use = get(Role.WALL, "/occupancy/use" + RANGE);
        assertThat(use.path("share").asDouble()).isCloseTo(0.25, within(1e-6));
        assertThat(use.path("peak").asInt()).isEqualTo(20);
        assertThat(use.path("peakAt").asText()).isEqualTo("2026-11-23T00:30:00Z");
        assertThat(use.path("dwellMinutes").asDouble()).isCloseTo(30, within(1e-6));
        assertThat(use.path("bookedEmptyMinutes").asDouble()).isCloseTo(15, within(1e-6));
        assertThat(use.path("bookedMinutes").asDouble()).isCloseTo(45, within(1e-6));
        assertThat(use.path("utilisation").asDouble()).isCloseTo(5 / 40.0, within(1e-6));

        JsonNode heat = get(Role.WALL, "/occupancy/heatmap" + RANGE).path("items");
        assertThat(heat.findValuesAsText("hour")).containsExactly("8", "9");
        assertThat(heat.at("/0/day").asText()).isEqualTo("mon");
        assertThat(heat.at("/0/mean").asDouble()).isCloseTo(10, within(1e-6));
    }

    @Test
    void letting_is_for_the_desk_and_not_for_a_wall() {
        hub.archive.memberships.add(new Membership(
                "ms1",
                "m1",
                "day",
                LocalDate.of(2026, 1, 1),
                null,
                Membership.MembershipStatus.ACTIVE,
                "lounge",
                null));
        JsonNode lounge = get(Role.DESK, "/occupancy/letting").at("/items/0");
        assertThat(lounge.path("zone").asText()).isEqualTo("lounge");
        assertThat(lounge.path("let").asInt()).isEqualTo(1);
        assertThat(hub.get(Role.WALL, SITE + "/occupancy/letting").status()).isEqualTo(403);
        assertThat(hub.get(Role.ENERGY, SITE + "/occupancy/letting").status()).isEqualTo(403);
    }
}
