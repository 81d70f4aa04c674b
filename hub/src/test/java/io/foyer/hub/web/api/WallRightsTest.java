package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.ViewerFeed;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.live.Watcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A wall hangs where everybody passes: it gets counts and when rooms are booked, and nothing else. */
class WallRightsTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    /** What the archive, the trail, the site's file and the feed hold of people, devices and money. */
    private static final String[] KEPT_FROM_WALLS = {
        "zhang",
        "Zhang",
        "Lanhai",
        "04A2B3C4D5",
        "party",
        "Bo Li",
        "front",
        "street",
        "dev-main",
        "4711",
        "0x17",
        "password",
        "price",
        "120",
        "tariff\"",
        "power",
        "staff",
        "argon"
    };

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
        hub.archive.members.put("zhang", new Member("zhang", "Zhang Wei", "Lanhai", Set.of()));
        hub.archive.credentials.add(
                new Credential(Credential.CredentialKey.of(CredentialType.CARD, "04A2B3C4D5"), "zhang", false, null));
        hub.archive.reservations.add(Booking.once(
                "party", "lounge", null, Set.of("zhang"), NOW.plusSeconds(7_200), NOW.plusSeconds(10_800)));
        hub.archive.reservations.add(
                Booking.once("fair", "lounge", null, Set.of("zhang"), NOW.minusSeconds(600), NOW.plusSeconds(5_400)));
        hub.archive.reservations.add(
                Booking.once("beamer", null, "beamer", Set.of("zhang"), NOW, NOW.plusSeconds(86_400)));
        hub.archive.visits.add(
                new Visit("v1", "Bo Li", "zhang", NOW, NOW.plusSeconds(60), Set.of("front"), NOW, NOW, null));
        AccessEvent swipe = new AccessEvent(
                NOW,
                NOW,
                "front-in",
                "front",
                "s-1",
                "04A2B3C4D5",
                CredentialType.CARD,
                "zhang",
                Direction.IN,
                AccessOutcome.GRANTED,
                AccessReason.GRANTED);
        hub.archive.events.add(swipe);
        hub.feed.show(
                "harbour", new ViewerFeed.FeedFrame(List.of(), List.of(), List.of(), List.of(), List.of(swipe), null));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void no_answer_of_the_api_tells_a_wall_of_people_devices_or_money() {
        List<String> told = new ArrayList<>();
        for (Operation operation : Endpoints.operations()) {
            String path = operation
                    .path()
                    .replace("{site}", "harbour")
                    .replace("{type}", "card")
                    .replace("{value}", "04A2B3C4D5")
                    .replaceAll("\\{[a-z]+}", "zhang");
            String query = operation.isOfSite() && operation.hasQuery("zone") ? "?zone=lounge" : "";
            if (operation.roles().isEmpty()) {
                continue; // login and logout, which need no session
            }
            var answer = hub.ask(
                    operation.method().name(),
                    path + query,
                    null,
                    "Authorization",
                    "Bearer " + hub.accounts.token(Role.WALL),
                    "Content-Type",
                    operation.accepts());
            if (answer.status() == 403) {
                assertThat(answer.body()).as(path).doesNotContain("Zhang", "04A2B3C4D5", "Lanhai");
            } else {
                assertThat(operation.changes()).as(operation.toString()).isFalse();
                assertThat(answer.body()).as(path).doesNotContain(KEPT_FROM_WALLS);
                told.add(path);
            }
        }
        assertThat(told).contains(SITE, SITE + "/occupancy", SITE + "/occupancy/history", SITE + "/rooms");
        assertThat(told).noneMatch(path -> path.contains("energy") || path.contains("members"));
    }

    @Test
    void the_live_feed_tells_a_wall_counts_and_closes_on_every_other_topic() {
        Watcher wall = Watcher.of(hub, "/live/harbour?topics=occupancy", hub.accounts.token(Role.WALL));
        JsonNode snapshot = wall.any();
        assertThat(snapshot.toString()).doesNotContain(KEPT_FROM_WALLS);
        assertThat(snapshot.properties())
                .extracting(each -> each.getKey())
                .containsExactlyInAnyOrder("type", "site", "seq", "at", "lockdown", "zones");
        for (String topic : List.of("energy", "doors", "alarms", "events")) {
            assertThat(Watcher.of(hub, "/live/harbour?topics=occupancy," + topic, hub.accounts.token(Role.WALL))
                            .closeCode())
                    .as(topic)
                    .isEqualTo(4403);
        }
    }

    @Test
    void a_room_tells_when_it_is_booked_today_and_not_by_whom() {
        JsonNode rooms = hub.get(Role.WALL, SITE + "/rooms").json().path("items");
        assertThat(rooms).anySatisfy(room -> assertThat(room).hasToString("""
                {"zone":"lounge","booked":[{"from":"2026-11-23T05:50:00Z","until":"2026-11-23T07:30:00Z"},\
                {"from":"2026-11-23T08:00:00Z","until":"2026-11-23T09:00:00Z"}]}"""));
        assertThat(hub.archive.lastReservationFilter.to()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
    }
}
