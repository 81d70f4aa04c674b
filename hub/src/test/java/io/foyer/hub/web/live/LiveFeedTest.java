package io.foyer.hub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.TestSites;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Watcher watch(Role role, String topics) {
        return Watcher.of(hub, "/live/harbour?topics=" + topics, hub.accounts.token(role));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void a_viewer_is_told_everything_first_and_then_what_changed() {
        hub.feed.show("harbour", Shown.count("lounge", 12));
        Watcher viewer = watch(Role.DESK, "occupancy,energy,doors,alarms");
        JsonNode snapshot = viewer.any();
        assertThat(keys(snapshot))
                .containsExactly("type", "site", "seq", "at", "lockdown", "zones", "meters", "doors", "alarms");
        assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
        assertThat(snapshot.path("site").asText()).isEqualTo("harbour");
        assertThat(snapshot.path("at").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(snapshot.path("zones").findValuesAsText("zone")).containsExactly("house", "f1", "lounge");
        assertThat(snapshot.path("alarms")).isEmpty();

        hub.feed.show("harbour", Shown.count("lounge", 13));
        JsonNode delta = viewer.next();
        assertThat(keys(delta)).containsExactly("type", "seq", "at", "zones");
        assertThat(delta.path("type").asText()).isEqualTo("delta");
        assertThat(delta.path("seq").asLong()).isEqualTo(snapshot.path("seq").asLong() + 1);
        assertThat(delta.path("zones").toString())
                .isEqualTo(
                        "[{\"zone\":\"lounge\",\"count\":13,\"own\":13,\"low\":12,\"high\":14,\"capacity\":40,\"state\":\"ok\",\"confidence\":0.9,"
                                + "\"asOf\":\"2026-11-23T05:59:00Z\"}]");
    }

    @Test
    void a_snapshot_says_when_it_was_sent_however_long_nothing_changed() {
        watch(Role.DESK, "occupancy,events").any();
        hub.clock.pass(Duration.ofMinutes(7));
        JsonNode later = watch(Role.DESK, "occupancy,events").any();
        assertThat(later.path("at").asText()).isEqualTo("2026-11-23T06:07:00Z");
    }

    @Test
    void what_is_not_known_is_written_as_unknown_since_when() {
        hub.feed.show("harbour", Shown.unknown("lounge"));
        JsonNode zones = watch(Role.WALL, "occupancy").any().path("zones");
        assertThat(zones.path(2).toString())
                .isEqualTo(
                        "{\"zone\":\"lounge\",\"count\":null,\"own\":null,\"capacity\":40,\"state\":\"unknown\",\"confidence\":0.0,"
                                + "\"asOf\":\"2026-11-23T05:59:00Z\",\"since\":\"2026-11-23T05:59:00Z\"}");
        assertThat(zones.path(0).toString())
                .isEqualTo(
                        "{\"zone\":\"house\",\"count\":null,\"own\":null,\"capacity\":300,\"state\":\"unknown\",\"confidence\":0.0,"
                                + "\"asOf\":null}");
    }

    @Test
    void meters_and_doors_speak_the_units_of_the_contract() {
        hub.feed.show("harbour", Shown.meter("main", 18250.0, 96_400_000));
        hub.feed.show("harbour", Shown.meter("tap", 0.3, 1_500_000));
        hub.feed.show("harbour", Shown.meter("line", null, 123_456_789_012L));
        hub.feed.show("harbour", Shown.door(false));
        JsonNode snapshot = watch(Role.ADMIN, "energy,doors").any();
        assertThat(snapshot.path("meters").path(0).toString())
                .isEqualTo(
                        "{\"meter\":\"main\",\"powerW\":18250.0,\"todayKwh\":96.4,\"asOf\":\"2026-11-23T05:59:00Z\"}");
        assertThat(snapshot.path("meters").path(1).toString())
                .isEqualTo("{\"meter\":\"f1-light\",\"powerW\":null,\"todayKwh\":null,\"asOf\":null}");
        assertThat(snapshot.path("meters").path(4).toString())
                .isEqualTo("{\"meter\":\"tap\",\"flowM3h\":0.3,\"todayM3\":1.5,\"asOf\":\"2026-11-23T05:59:00Z\"}");
        assertThat(snapshot.path("meters").path(5).toString())
                .isEqualTo("{\"meter\":\"line\",\"todayBytes\":123456789012,\"asOf\":\"2026-11-23T05:59:00Z\"}");
        assertThat(snapshot.path("doors").path(0).toString())
                .isEqualTo(
                        "{\"door\":\"front\",\"mode\":\"secure\",\"contact\":\"closed\",\"asOf\":\"2026-11-23T05:59:00Z\"}");
    }

    @Test
    void the_api_tells_the_same_entries() {
        Watcher viewer = watch(Role.ADMIN, "occupancy,energy");
        viewer.any();
        hub.feed.show("harbour", Shown.count("lounge", 7));
        hub.feed.show("harbour", Shown.meter("main", 100.0, 1));
        viewer.next();
        JsonNode zones =
                hub.get(Role.WALL, "/api/v1/sites/harbour/occupancy").json().path("zones");
        assertThat(zones.path(2).path("count").asInt()).isEqualTo(7);
        JsonNode meters =
                hub.get(Role.ENERGY, "/api/v1/sites/harbour/energy").json().path("meters");
        assertThat(meters.path(1).path("meter").asText()).isEqualTo("f1-light");
    }

    @Test
    void many_changes_are_told_as_few_deltas_that_end_with_the_newest() {
        Watcher viewer = watch(Role.WALL, "occupancy");
        long seq = viewer.any().path("seq").asLong();
        long began = System.nanoTime();
        for (int people = 1; people <= 5_000; people++) {
            hub.feed.show("harbour", Shown.count("lounge", people));
        }
        int deltas = 0;
        JsonNode delta;
        do {
            delta = viewer.next();
            deltas++;
            assertThat(delta.path("seq").asLong()).isEqualTo(seq + deltas);
        } while (delta.path("zones").path(0).path("count").asInt() != 5_000);
        long tenths = (System.nanoTime() - began) / 100_000_000;
        assertThat(deltas).isLessThanOrEqualTo((int) tenths + 2);
    }

    @Test
    void the_same_again_is_no_change() {
        Watcher viewer = watch(Role.WALL, "occupancy");
        viewer.any();
        hub.feed.show("harbour", Shown.count("lounge", 1));
        viewer.nextOf("delta");
        hub.feed.show("harbour", Shown.count("lounge", 1));
        hub.feed.show("other", Shown.count("lounge", 2));
        hub.feed.show("harbour", Shown.meter("main", 1.0, 1));
        assertThat(viewer.any().path("type").asText()).isEqualTo("tick");
    }

    @Test
    void a_tick_repeats_the_sequence_when_nothing_changes() {
        Watcher viewer = watch(Role.WALL, "occupancy");
        long seq = viewer.any().path("seq").asLong();
        JsonNode tick = viewer.any();
        assertThat(keys(tick)).containsExactly("type", "seq", "at");
        assertThat(tick.path("type").asText()).isEqualTo("tick");
        assertThat(tick.path("seq").asLong()).isEqualTo(seq);
    }

    @Test
    void the_sequence_starts_above_all_that_an_earlier_hub_can_have_told() {
        long seq = watch(Role.WALL, "occupancy").any().path("seq").asLong();
        assertThat(seq).isEqualTo(hub.clock.millis());
    }

    @Test
    void a_viewer_that_comes_back_is_told_what_it_missed() {
        Watcher first = watch(Role.DESK, "occupancy,events");
        long seq = first.any().path("seq").asLong();
        for (int people = 1; people <= 3; people++) {
            hub.feed.show("harbour", Shown.count("lounge", people));
            first.nextOf("delta");
            hub.feed.show("harbour", Shown.swipe("s-" + people));
            first.nextOf("event");
            first.nextOf("delta");
        }
        Watcher again = watch(Role.DESK, "events,occupancy&since=" + (seq + 1));
        for (int people = 1; people <= 3; people++) {
            if (people > 1) {
                assertThat(again.any().path("seq").asLong()).isEqualTo(seq + 2 * people - 1);
            }
            assertThat(again.any().path("swipe").asText()).isEqualTo("s-" + people);
            assertThat(again.any().path("seq").asLong()).isEqualTo(seq + 2 * people);
        }
        assertThat(again.any().toString()).contains("tick").contains("" + (seq + 6));
    }

    @Test
    void a_viewer_that_cannot_resume_gets_a_snapshot() {
        Watcher first = watch(Role.WALL, "occupancy");
        long seq = first.any().path("seq").asLong();
        for (long since : new long[] {0, seq - 1, seq + 1}) {
            JsonNode frame = watch(Role.WALL, "occupancy&since=" + since).any();
            assertThat(frame.path("type").asText()).isEqualTo("snapshot");
            assertThat(frame.path("seq").asLong()).isEqualTo(seq);
        }
        assertThat(watch(Role.WALL, "occupancy&since=" + seq).any().path("type").asText())
                .isEqualTo("tick");
    }

    @Test
    void decisions_are_told_one_by_one_and_the_last_200_at_first() {
        Watcher early = watch(Role.DESK, "events");
        assertThat(early.any().path("events")).isEmpty();
        for (int i = 1; i <= 250; i++) {
            hub.feed.show("harbour", Shown.swipe("s-" + i));
        }
        for (int i = 1; i <= 250; i++) {
            JsonNode event = early.nextOf("event");
            assertThat(event.path("swipe").asText()).isEqualTo("s-" + i);
        }
        JsonNode events = watch(Role.DESK, "events").any().path("events");
        assertThat(events).hasSize(200);
        assertThat(events.path(0).path("swipe").asText()).isEqualTo("s-51");
        assertThat(events.path(199).path("reason").asText()).isEqualTo("granted");
    }

    @Test
    void decisions_that_come_too_fast_are_told_as_a_gap() {
        Watcher viewer = watch(Role.DESK, "events");
        viewer.any();
        String[] ids = new String[Mailbox.MOST_EVENTS + 12];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "s-" + i;
        }
        hub.feed.show("harbour", Shown.swipe(ids));
        JsonNode gap = viewer.next();
        assertThat(gap.toString()).isEqualTo("{\"type\":\"gap\",\"missed\":12}");
        assertThat(viewer.next().path("swipe").asText()).isEqualTo("s-12");
    }

    @Test
    void a_house_that_was_changed_is_told_whole() {
        Watcher viewer = watch(Role.WALL, "occupancy");
        long seq = viewer.any().path("seq").asLong();
        hub.sites.harbour = TestSites.definition("harbour", 50, TestSites.zone("attic", "house", 4));
        hub.feed.show("harbour", Shown.count("attic", 1));
        JsonNode snapshot = viewer.next();
        assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
        assertThat(snapshot.path("seq").asLong()).isEqualTo(seq + 1);
        assertThat(snapshot.path("zones").path(2).path("capacity").asInt()).isEqualTo(50);
        assertThat(snapshot.path("zones").path(3).path("zone").asText()).isEqualTo("attic");
    }
}
