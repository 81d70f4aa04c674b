package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final String OCCUPANCY = "/api/v1/sites/harbour/occupancy";

    /** 00:00 in Shanghai on the day of the tests' clock, a Monday. */
    private static final Instant TODAY = Instant.parse("2026-11-22T16:00:00Z");

    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** Thirty people from 9 to 18 on every day of the weeks before. */
    private void fourWeeks() {
        for (int day = 28; day > 0; day--) {
            Instant midnight = TODAY.minus(Duration.ofDays(day));
            hub.archive.points.add(new CountPoint("lounge", midnight.plus(Duration.ofHours(9)), 30, 30, 0));
            hub.archive.points.add(new CountPoint("lounge", midnight.plus(Duration.ofHours(18)), 0, 0, 30));
        }
    }

    private JsonNode wall(String path) {
        var reply = hub.get(Role.WALL, OCCUPANCY + path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void a_wall_is_told_what_is_usual_on_a_day() {
        fourWeeks();
        JsonNode typical = wall("/typical?zone=lounge");
        assertThat(typical.path("items")).hasSize(96);
        assertThat(typical.at("/items/48").toString())
                .isEqualTo("{\"at\":\"2026-11-23T04:00:00Z\",\"expected\":30.0,\"low\":30.0,\"high\":30.0}");
        assertThat(typical.path("error").asDouble()).isLessThan(1);
        assertThat(wall("/typical?zone=lounge&date=2026-11-28")
                        .at("/items/0/at")
                        .asText())
                .isEqualTo("2026-11-27T16:00:00Z");
    }

    @Test
    void of_a_zone_without_a_past_nothing_is_usual() {
        assertThat(wall("/typical?zone=f1").toString()).isEqualTo("{\"error\":null,\"items\":[]}");
    }

    @Test
    void what_is_asked_wrongly_is_refused_by_field() {
        assertThat(hub.get(Role.ADMIN, OCCUPANCY + "/typical?zone=attic&date=tomorrow")
                        .json()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly("zone", "date");
    }

    @Test
    void the_past_is_looked_at_once_a_quarter_hour_and_again_after_a_look_that_failed() {
        hub.archive.away = true;
        assertThat(hub.get(Role.WALL, OCCUPANCY + "/typical?zone=lounge").status())
                .isEqualTo(503);
        hub.archive.away = false;
        assertThat(wall("/typical?zone=lounge").path("items")).isEmpty();
        fourWeeks();
        assertThat(wall("/typical?zone=lounge").path("items")).isEmpty();
        hub.clock.pass(Duration.ofMinutes(15));
        assertThat(wall("/typical?zone=lounge").path("items")).hasSize(96);
    }

    @Test
    void a_wall_is_told_what_is_expected_from_now_to_the_end_of_tomorrow() {
        fourWeeks();
        JsonNode forecast = wall("/forecast?zone=lounge");
        assertThat(forecast.path("items")).hasSize(40 + 96);
        assertThat(forecast.at("/items/0/at").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(forecast.at("/items/100/expected").asDouble()).isCloseTo(30, within(0.5));
        assertThat(forecast.path("error").asDouble()).isNotNegative();
        JsonNode today = wall("/forecast?zone=lounge&until=2026-11-23");
        assertThat(today.path("items")).hasSize(40);
        assertThat(wall("/forecast?zone=f1").toString()).isEqualTo("{\"error\":null,\"items\":[]}");
    }

    @Test
    void a_forecast_ends_with_tomorrow_and_not_before_now() {
        for (String until : List.of("2026-11-25", "2026-11-22", "2026-11-23T06:00:00Z")) {
            var reply = hub.get(Role.ADMIN, OCCUPANCY + "/forecast?zone=lounge&until=" + until);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("until");
        }
    }
}
