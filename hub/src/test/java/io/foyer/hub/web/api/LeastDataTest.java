package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.ViewerFeed;
import io.foyer.hub.web.TestHub;
import io.foyer.hub.web.live.Watcher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeastDataTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void a_wall_gets_of_a_site_what_it_draws_and_the_ids_of_desk_sensors() {
        JsonNode site = hub.get(Role.WALL, SITE).json();
        assertThat(site.path("zones")).hasToString("""
                [{"id":"lounge","capacity":40,"name":{"zh":"lounge 区","en":"lounge"}}]""");
        assertThat(site.path("devices")).hasToString("""
                [{"id":"desk-1","kind":"presence","zone":"lounge"}]""");
        for (String list : new String[] {"doors", "meters", "plans", "schedules", "tariffs"}) {
            assertThat(site.path(list).isArray()).as(list).isTrue();
            assertThat(site.path(list)).as(list).isEmpty();
        }
    }

    @Test
    void whoever_looks_after_energy_gets_meters_and_tariffs_besides() {
        JsonNode site = hub.get(Role.ENERGY, SITE).json();
        assertThat(site.path("meters")).hasSize(1);
        assertThat(site.path("tariffs")).hasSize(1);
        assertThat(site.path("devices").toString())
                .contains("desk-1", "dev-main")
                .doesNotContain("front-in", "4711");
        assertThat(site.path("doors")).isEmpty();
        assertThat(site.path("plans")).isEmpty();
    }

    @Test
    void the_desk_gets_doors_plans_and_devices_too() {
        JsonNode site = hub.get(Role.DESK, SITE).json();
        assertThat(site.at("/doors/0/lockdownPass/0").asText()).isEqualTo("staff");
        assertThat(site.path("plans")).hasSize(1);
        assertThat(site.path("devices")).hasSize(4);
        assertThat(site.at("/zones/0/hardLimit").asBoolean()).isTrue();
    }

    @Test
    void alarms_of_doors_are_not_for_whoever_looks_after_energy() {
        hub.archive.alarms.add(new Alarm(Alarm.AlarmKind.PASSED_BACK, "lounge", hub.clock.instant(), null, null));
        assertThat(hub.get(Role.DESK, SITE + "/alarms").json().path("items")).hasSize(1);
        assertThat(hub.get(Role.ENERGY, SITE + "/alarms").json().path("items")).isEmpty();
    }

    private static AccessEvent event(CredentialType type, String credential, String member) {
        return new AccessEvent(
                hub.clock.instant(),
                hub.clock.instant(),
                "front-in",
                "front",
                credential,
                credential,
                type,
                member,
                Direction.IN,
                member == null ? AccessOutcome.DENIED : AccessOutcome.GRANTED,
                member == null ? AccessReason.UNKNOWN_CREDENTIAL : AccessReason.GRANTED);
    }

    @Test
    void nobody_can_copy_a_card_or_a_qr_code_from_the_decisions_and_an_unknown_card_can_be_registered() {
        List<AccessEvent> events = List.of(
                event(CredentialType.CARD, "04A2B3C4D5", "ann"),
                event(CredentialType.CARD, "A1", "ann"),
                event(CredentialType.CARD, "04A2B3C4D6", null),
                event(CredentialType.QR, "foyer:v:harbour:v17:1795000000000:Zm9yZ2VkIHNpZ24", null),
                event(CredentialType.QR, "https://example.org/ticket/4711", null));
        hub.archive.events.addAll(events);
        hub.feed.show("harbour", new ViewerFeed.FeedFrame(List.of(), List.of(), List.of(), List.of(), events, null));
        String[] shown = {"…C4D5", "…1", "04A2B3C4D6", "foyer:v:harbour:v17:…", "…4711"};

        JsonNode listed = hub.get(Role.DESK, SITE + "/access-events").json().path("items");
        assertThat(listed.findValuesAsText("credential")).containsExactly(shown);
        Watcher desk = Watcher.of(hub, "/live/harbour?topics=events", hub.accounts.token(Role.DESK));
        List<String> heard = new ArrayList<>();
        while (heard.size() < shown.length) {
            heard.addAll(desk.any().findValuesAsText("credential"));
        }
        assertThat(heard).containsExactly(shown);
    }

    @Test
    void the_desk_finds_what_a_member_holds_and_who_holds_a_card() {
        Credential card =
                new Credential(Credential.CredentialKey.of(CredentialType.CARD, "04A2B3C4D5"), "ann", false, null);
        hub.archive.credentials.add(card);
        String entry = "[{\"type\":\"card\",\"value\":\"04A2B3C4D5\",\"member\":\"ann\",\"status\":\"active\"}]";
        assertThat(hub.get(Role.DESK, SITE + "/credentials?member=ann").json().path("items"))
                .hasToString(entry);
        assertThat(hub.get(Role.DESK, SITE + "/credentials?value=04:a2:b3:c4:d5")
                        .json()
                        .path("items"))
                .hasToString(entry);
        assertThat(hub.get(Role.DESK, SITE + "/credentials").status()).isEqualTo(400);
    }
}
