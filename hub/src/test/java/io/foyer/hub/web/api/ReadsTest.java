package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.web.TestHub;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadsTest {
    private static final String SITE = "/api/v1/sites/harbour";

    /** 08:00 in Shanghai on the day of the tests' clock. */
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

    private JsonNode admin(String path) {
        var reply = hub.get(Role.ADMIN, SITE + path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void a_site_has_its_files_keys_and_its_names() {
        JsonNode site = admin("");
        assertThat(site.path("id").asText()).isEqualTo("harbour");
        assertThat(site.path("name").path("zh").asText()).isEqualTo("港湾社");
        assertThat(site.path("timeZone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(site.at("/zones/0/name/en").asText()).isEqualTo("lounge");
        assertThat(site.at("/doors/0/contact").asBoolean()).isTrue();
        assertThat(site.path("tariffs")).hasSize(1);
    }

    @Test
    void decisions_are_listed_page_by_page() {
        for (int i = 0; i < 5; i++) {
            hub.archive.events.add(new AccessEvent(
                    EIGHT.minusSeconds(i),
                    EIGHT,
                    "front-in",
                    null,
                    "s-" + i,
                    "04A2",
                    CredentialType.CARD,
                    null,
                    Direction.IN,
                    AccessOutcome.DENIED,
                    AccessReason.UNKNOWN_CREDENTIAL));
        }
        JsonNode first = admin("/access-events?limit=3&since=2026-11-23T08:00:00+08:00&outcome=denied&door=front");
        assertThat(first.path("items").findValuesAsText("swipe")).containsExactly("s-0", "s-1", "s-2");
        assertThat(first.at("/items/0").toString())
                .isEqualTo(
                        "{\"at\":\"2026-11-23T00:00:00Z\",\"received\":\"2026-11-23T00:00:00Z\",\"device\":\"front-in\","
                                + "\"door\":null,\"swipe\":\"s-0\",\"credential\":\"04A2\",\"credentialType\":\"card\",\"member\":null,"
                                + "\"direction\":\"in\",\"outcome\":\"denied\",\"reason\":\"unknown-credential\"}");
        assertThat(hub.archive.lastFilter.since()).isEqualTo(EIGHT);
        assertThat(hub.archive.lastFilter.outcome()).isEqualTo(AccessOutcome.DENIED);
        JsonNode second =
                admin("/access-events?limit=3&cursor=" + first.path("cursor").asText());
        assertThat(second.path("items").findValuesAsText("swipe")).containsExactly("s-3", "s-4");
        assertThat(second.has("cursor")).isFalse();
    }

    @Test
    void a_plus_sign_that_a_query_made_a_space_is_understood() {
        admin("/access-events?since=2026-11-23T08:00:00%2B08:00");
        assertThat(hub.archive.lastFilter.since()).isEqualTo(EIGHT);
        admin("/access-events?since=2026-11-23");
        assertThat(hub.archive.lastFilter.since()).isEqualTo(EIGHT.minus(Duration.ofHours(8)));
        admin("/access-events?since=" + EIGHT.toEpochMilli());
        assertThat(hub.archive.lastFilter.since()).isEqualTo(EIGHT);
    }

    @Test
    void a_denial_explains_itself() {
        JsonNode explained = admin("/access/explain?credential=04A2&door=front");
        assertThat(explained.path("outcome").asText()).isEqualTo("denied");
        assertThat(explained.path("reason").asText()).isEqualTo("unknown-credential");
        assertThat(explained.at("/rules/0/answer").asText()).isEqualTo("passes");
        assertThat(explained.at("/rules/1/answer").asText()).isEqualTo("not-asked");
        assertThat(explained.at("/rules/0/text/zh").asText()).isEqualTo("有此门");
    }

    @Test
    void what_is_put_reaches_the_site_as_a_command_of_the_person() {
        hub.put(
                Role.DESK,
                SITE + "/members/m1",
                "{\"name\": \"李雷\", \"company\": \"Acme\", \"exempt\": [\"capacity\"]}");
        hub.put(
                Role.DESK,
                SITE + "/memberships/x1",
                "{\"member\": \"m1\", \"plan\": \"day\", \"from\": \"2026-11-01\", \"until\": \"2026-11-30\"}");
        hub.put(
                Role.DESK,
                SITE + "/credentials/plate/%02%20%E6%B2%AAA%2F123%0D%0A",
                "{\"member\": \"m1\", \"status\": \"blocked\", \"until\": \"2026-11-30\"}");
        assertThat(hub.sites.actors).containsOnly("test-DESK");
        assertThat(hub.sites.commands.get(0))
                .isInstanceOfSatisfying(
                        PutMember.class, put -> assertThat(put.member().name()).isEqualTo("李雷"));
        assertThat(hub.sites.commands.get(1))
                .isEqualTo(new PutMembership(new Membership(
                        "x1",
                        "m1",
                        "day",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        Membership.MembershipStatus.ACTIVE,
                        null,
                        null)));
        assertThat(hub.sites.commands.get(2))
                .isEqualTo(new PutCredential(
                        new Credential(
                                new Credential.CredentialKey(CredentialType.PLATE, "沪A/123"),
                                "m1",
                                true,
                                Instant.parse("2026-11-30T16:00:00Z")),
                        true));
    }

    @Test
    void a_zones_history_is_answered_whole_or_in_pages() {
        hub.archive.points.add(new CountPoint("lounge", EIGHT, 10, 10, 0));
        hub.archive.points.add(new CountPoint("lounge", EIGHT.plusSeconds(450), 20, 10, 0));
        String range = "&from=2026-11-23T08:00:00%2B08:00&to=2026-11-23T10:00:00%2B08:00";
        JsonNode whole = admin("/occupancy/history?zone=lounge&step=15m" + range);
        assertThat(whole.path("items")).hasSize(8);
        assertThat(whole.has("cursor")).isFalse();
        JsonNode first = whole.at("/items/0");
        assertThat(first.path("at").asText()).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(first.path("mean").asDouble()).isCloseTo(15, within(1e-9));
        assertThat(first.path("max").asInt()).isEqualTo(20);
        assertThat(first.path("capacity").asInt()).isEqualTo(40);
        assertThat(first.path("entries").asInt()).isEqualTo(20);

        List<String> starts = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = admin("/occupancy/history?zone=lounge&step=15m&limit=3" + range + cursor);
            starts.addAll(page.path("items").findValuesAsText("at"));
            cursor = page.has("cursor") ? "&cursor=" + page.path("cursor").asText() : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(starts).isEqualTo(whole.path("items").findValuesAsText("at"));
    }

    @Test
    void a_zones_energy_is_that_of_its_topmost_meters() {
        for (String meter : List.of("main", "f1-light", "f1-fans", "lounge-plugs", "tap")) {
            hub.archive.quarters.add(
                    new Quarter(meter, EIGHT, Kwh.of(meter.equals("main") ? 10 : 2), meter.equals("f1-fans")));
        }
        String range = "&from=2026-11-23&to=2026-11-24&step=1d";
        JsonNode f1 = admin("/energy/history?zone=f1" + range).at("/items/0");
        assertThat(f1.path("quantity").asDouble()).isEqualTo(4);
        assertThat(f1.path("maxDemandKw").asDouble()).isEqualTo(16);
        assertThat(f1.path("estimated").asBoolean()).isTrue();
        assertThat(f1.path("cost").isNull()).isTrue();
        assertThat(f1.path("at").asText()).isEqualTo("2026-11-22T16:00:00Z");
        assertThat(admin("/energy/history?zone=house" + range)
                        .at("/items/0/quantity")
                        .asDouble())
                .isEqualTo(10);
        assertThat(admin("/energy/history?zone=lounge" + range)
                        .at("/items/0/quantity")
                        .asDouble())
                .isEqualTo(2);
        assertThat(admin("/energy/history?meter=lounge-plugs" + range)
                        .at("/items/0/quantity")
                        .asDouble())
                .isEqualTo(2);
        JsonNode water =
                admin("/energy/history?zone=house&medium=water" + range).at("/items/0");
        assertThat(water.path("quantity").asDouble()).isEqualTo(2);
        assertThat(water.path("maxDemandKw").isNull()).isTrue();
    }

    @Test
    void energy_used_while_a_zone_was_empty_is_waste() {
        hub.archive.points.add(new CountPoint("f1", EIGHT, 3, 3, 0));
        hub.archive.points.add(new CountPoint("f1", EIGHT.plusSeconds(3_600), 0, 0, 3));
        for (int hour = 0; hour < 2; hour++) {
            Instant from = EIGHT.plusSeconds(3_600L * hour);
            hub.archive
                    .bookings
                    .computeIfAbsent("f1-light", meter -> new ArrayList<>())
                    .add(new Consumption(from, from.plusSeconds(3_600), Kwh.of(1 + hour), false));
        }
        JsonNode waste = admin("/energy/waste?zone=f1&from=2026-11-23&to=2026-11-24");
        assertThat(waste.path("quantity").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(waste.path("total").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(waste.path("share").asDouble()).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(waste.path("cost").isNull()).isTrue();
    }

    @Test
    void a_dead_letters_payload_is_cut() {
        hub.archive.deadLetters.add(new DeadLetter(EIGHT, null, "foyer/x", "not-json", "x".repeat(5_000)));
        JsonNode letter = admin("/dead-letters").at("/items/0");
        assertThat(letter.path("payload").asText()).hasSize(1_024);
        assertThat(letter.path("device").isNull()).isTrue();
    }

    @Test
    void a_reload_tells_what_changed() {
        var reply =
                hub.ask("POST", "/api/v1/reload", null, "Authorization", "Bearer " + hub.accounts.token(Role.ADMIN));
        assertThat(reply.json().at("/changes/0").asText()).isEqualTo("harbour: zone attic is new");
    }
}
