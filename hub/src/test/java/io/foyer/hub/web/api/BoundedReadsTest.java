package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.TestHub;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedReadsTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private TestHub.Reply admin(String path) {
        return hub.get(Role.ADMIN, SITE + path);
    }

    @Test
    void a_range_that_is_too_long_for_its_steps_says_how_long_it_may_be() {
        String years = "&from=2010-01-01&to=2020-01-01";
        Map.of(
                        "/occupancy/history?zone=lounge&step=5m" + years,
                        "must be 400 days before `to` at most for step 5m",
                        "/rooms/unused?zone=lounge" + years,
                        "must be 31 days before `to` at most for unused bookings",
                        "/energy/history?zone=f1&step=1h" + years,
                        "must be 1850 days before `to` at most for step 1h",
                        "/energy/waste?zone=f1" + years,
                        "must be 400 days before `to` at most for waste")
                .forEach((path, why) -> {
                    var reply = admin(path);
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("from");
                    assertThat(reply.json().at("/errors/0/text/en").asText()).isEqualTo(why);
                });
        assertThat(admin("/energy/history?zone=f1&step=1d" + years).status()).isEqualTo(200);
    }

    @Test
    void a_hundred_days_are_not_too_long_where_the_clocks_go_back_in_them() {
        SiteDefinition plain = hub.sites.harbour;
        hub.sites.harbour = new SiteDefinition(
                plain.site(),
                plain.name(),
                ZoneId.of("Europe/Berlin"),
                "EUR",
                plain.zones(),
                plain.doors(),
                plain.devices(),
                plain.meters(),
                plain.schedules(),
                plain.plans());
        assertThat(admin("/energy/anomalies?from=2026-08-15&to=2026-11-23").status())
                .isEqualTo(200);
        assertThat(admin("/energy/anomalies?from=2026-08-14&to=2026-11-23").status())
                .isEqualTo(400);
    }

    @Test
    void a_page_of_a_history_has_10000_steps_at_most() {
        hub.archive.points.add(new CountPoint("lounge", Instant.parse("2026-01-01T00:00:00Z"), 1, 0, 0));
        JsonNode page = admin("/occupancy/history?zone=lounge&step=5m&from=2026-08-15&to=2026-11-23")
                .json();
        assertThat(page.path("items")).hasSize(10_000);
        assertThat(page.path("cursor").asText())
                .isEqualTo(Instant.parse("2026-08-14T16:00:00Z")
                        .plus(Duration.ofMinutes(50_000))
                        .toString());
    }

    @Test
    void a_store_that_has_too_much_to_do_is_busy_and_not_away() {
        hub.archive.failure = new RejectedExecutionException("too many");
        var busy = admin("/occupancy/history?zone=lounge");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(busy.json().path("detail").asText()).isEqualTo("Too much at once. Try again in a moment.");
        hub.archive.failure = new Archive.HistoryTooLong(20, new IllegalStateException());
        var slow = admin("/audit");
        assertThat(slow.status()).isEqualTo(503);
        assertThat(slow.header("Retry-After")).isEqualTo("20");
        assertThat(slow.json().path("detail").asText()).contains("more than 20 s", "a shorter range");
    }
}
