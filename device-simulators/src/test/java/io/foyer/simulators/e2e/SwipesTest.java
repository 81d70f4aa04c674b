package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a card at a reader to the command at the door and the event in the trail. */
class SwipesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void people_are_known() {
        LocalDate today = LocalDate.now(SHANGHAI);
        ANNEX.member("ann", "all", "A1");
        ANNEX.member("bob", "lab-only", "B1");
        ANNEX.member("cid", "closed", "C1");
        ANNEX.member("dan", "all", "D1");
        membership("dan", Map.of("from", today.plusDays(2).toString()));
        ANNEX.member("eve", "all", "E1");
        membership("eve", Map.of("until", today.minusDays(1).toString()));
        ANNEX.member("fay", "all", "F1");
        membership("fay", Map.of("status", "ended"));
        ANNEX.member("gus", "all", "G1");
        membership("gus", Map.of("status", "suspended"));
        ANNEX.member("hal", "all", "H1");
        ANNEX.put("/credentials/card/H1", Map.of("member", "hal", "status", "blocked"))
                .ok();
        ANNEX.member("ida", "all", "I1");
        String over = Instant.now().minusSeconds(60).toString();
        ANNEX.put("/credentials/card/I1", Map.of("member", "ida", "until", over))
                .ok();
        ANNEX.member("jim", "all", "J1");
        membership("jim", Map.of("until", "2031-11-30"));
    }

    private static void membership(String member, Map<String, String> otherwise) {
        var body = new HashMap<>(Map.of("member", member, "plan", "all", "from", "2024-01-01", "status", "active"));
        body.putAll(otherwise);
        ANNEX.put("/memberships/" + member, body).ok();
    }

    @Test
    void a_good_card_opens_the_door() {
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            Instant before = Instant.now();
            reader.tell("swipe", Swiping.swipe("ok-1", "A1", before));
            JsonNode unlock = reader.command();
            assertThat(unlock.path("command").asText()).isEqualTo("unlock");
            assertThat(unlock.path("swipe").asText()).isEqualTo("ok-1");
            assertThat(unlock.path("door").asText()).isEqualTo("front");
            assertThat(unlock.path("seconds").asInt()).isEqualTo(7);
            assertThat(unlock.path("id").asText()).isNotEmpty();
            assertThat(Instant.parse(unlock.path("expiresAt").asText()))
                    .isBetween(before, Instant.now().plusSeconds(30));
        }
        JsonNode event = Swiping.event(ANNEX, "ok-1");
        assertThat(event.path("outcome").asText()).isEqualTo("granted");
        assertThat(event.path("reason").asText()).isEqualTo("granted");
        assertThat(event.path("member").asText()).isEqualTo("ann");
        assertThat(event.path("device").asText()).isEqualTo("front-in");
        assertThat(event.path("door").asText()).isEqualTo("front");
        assertThat(event.path("credential").asText()).isEqualTo("…1");
        assertThat(event.path("direction").asText()).isEqualTo("in");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unknown-credential, front-in, nobody",
        "door-disabled, back-in, A1",
        "no-right, front-in, B1",
        "outside-hours, front-in, C1",
        "membership-not-started, front-in, D1",
        "membership-expired, front-in, E1",
        "membership-expired, front-in, F1",
        "membership-suspended, front-in, G1",
        "credential-blocked, front-in, H1",
        "credential-expired, front-in, I1",
        "pin-required, lab-in, A1",
    })
    void a_card_that_may_not_is_told_why(String reason, String device, String card) {
        String id = "no-" + reason + card;
        try (TestDevice reader = ANNEX.device(device).listening()) {
            reader.tell("swipe", Swiping.swipe(id, card));
            Swiping.assertDenied(reader.command(), id, reason);
        }
        assertThat(Swiping.event(ANNEX, id).path("outcome").asText()).isEqualTo("denied");
        assertThat(Swiping.event(ANNEX, id).path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void a_card_and_a_wrong_pin_are_not_enough() {
        try (TestDevice reader = ANNEX.device("lab-in").listening()) {
            reader.tell("swipe", "{\"id\":\"pin-1\",\"credential\":\"A1\",\"type\":\"card\",\"pin\":\"0000\"}");
            Swiping.assertDenied(reader.command(), "pin-1", "pin-wrong");
        }
    }

    @Test
    void a_card_and_its_pin_open_a_door_that_asks_for_both_and_nobody_reads_the_pin_afterwards() {
        ANNEX.member("lea", "all", "L1");
        ANNEX.put("/credentials/card/L1", Map.of("member", "lea", "pin", "86420975"))
                .ok();
        try (TestDevice reader = ANNEX.device("lab-in").listening()) {
            String right = "{\"id\":\"pin-%d\",\"credential\":\"L1\",\"type\":\"card\",\"pin\":\"%s\"}";
            reader.tell("swipe", right.formatted(2, "86420975"));
            assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
            reader.tell("swipe", right.formatted(3, "86420976"));
            Swiping.assertDenied(reader.command(), "pin-3", "pin-wrong");
            ANNEX.put("/credentials/card/L1", Map.of("member", "lea", "status", "blocked"))
                    .ok();
            ANNEX.put("/credentials/card/L1", Map.of("member", "lea", "status", "active"))
                    .ok();
            reader.tell("swipe", right.formatted(4, "86420975"));
            assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
            reader.tell("swipe", "{\"credential\":true,\"pin\":\"86420975\"}");
            reader.tell("swipe", "{\"credential\":\"L1\",\"pin\":\"86420975\",\"pin\":null}");
            assertThat(reader.command().path("reason").asText()).isEqualTo("pin-required");
            reader.tell("swipe", "{credential:L1,pin:86420975}");
            reader.tell(
                    "swipe", "{\"credential\":\"86420975\",\"note\":\"" + "x".repeat(2_000) + "\",\"type\":\"pin\"");
            // Where 1 KiB ends in the middle of it.
            reader.tell("swipe", "{\"note\":\"" + "x".repeat(1_000) + "\",\"pin\":\"86420975\"}");
        }
        for (String path : new String[] {"/access-events?limit=500", "/audit?limit=500", "/dead-letters"}) {
            assertThat(ANNEX.get(path).toString()).doesNotContain("86420975");
        }
        assertThat(ANNEX.hub().output()).doesNotContain("86420975");
    }

    @Test
    void a_pin_alone_opens_a_door_and_is_never_shown() {
        ANNEX.member("meg", "all", "M1");
        assertThat(ANNEX.put("/credentials/pin/97531864", Map.of("member", "meg"))
                        .ok()
                        .path("value")
                        .asText())
                .isEqualTo("****");
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell("swipe", "{\"id\":\"alone-1\",\"credential\":\"97531864\",\"type\":\"pin\"}");
            assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
        }
        assertThat(Swiping.event(ANNEX, "alone-1").path("member").asText()).isEqualTo("meg");
        assertThat(Swiping.event(ANNEX, "alone-1").path("credential").asText()).isEqualTo("****");
        assertThat(ANNEX.get("/access/explain?type=pin&credential=97531864&door=front")
                        .path("outcome")
                        .asText())
                .isEqualTo("granted");
        assertThat(ANNEX.get("/audit?limit=500").toString()).doesNotContain("97531864");
    }

    @Test
    void the_last_day_of_a_membership_is_a_day_of_it() {
        assertThat(reasonOfJim("2031-11-30T23:59:59.999%2B08:00")).isEqualTo("granted");
        assertThat(reasonOfJim("2031-12-01T00:00:00%2B08:00")).isEqualTo("membership-expired");
    }

    /** What the door says at an instant of our choice: a swipe would have to come before midnight. */
    private static String reasonOfJim(String at) {
        return ANNEX.get("/access/explain?type=card&credential=J1&door=front&at=" + at)
                .path("reason")
                .asText();
    }

    @Test
    void nobody_is_locked_in() {
        try (TestDevice reader = ANNEX.device("front-out").listening()) {
            reader.tell("swipe", Swiping.swipe("out-1", "E1"));
            assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
        }
        assertThat(Swiping.event(ANNEX, "out-1").path("direction").asText()).isEqualTo("out");
    }

    @Test
    void a_card_that_is_blocked_is_blocked_for_the_next_swipe() {
        ANNEX.member("kim", "all", "K1");
        try (TestDevice reader = ANNEX.device("front-in").listening()) {
            reader.tell("swipe", Swiping.swipe("block-1", "K1"));
            assertThat(reader.command().path("command").asText()).isEqualTo("unlock");
            ANNEX.put("/credentials/card/K1", Map.of("member", "kim", "status", "blocked"))
                    .ok();
            reader.tell("swipe", Swiping.swipe("block-2", "K1"));
            Swiping.assertDenied(reader.command(), "block-2", "credential-blocked");
            ANNEX.put("/credentials/card/K1", Map.of("member", "kim", "status", "active"))
                    .ok();
            reader.tell("swipe", Swiping.swipe("block-3", "K1"));
            assertThat(reader.command().path("swipe").asText()).isEqualTo("block-3");
        }
    }

    @Test
    void the_events_can_be_asked_for_by_member_door_and_outcome() {
        try (TestDevice reader = ANNEX.device("front-in")) {
            reader.tell("swipe", Swiping.swipe("asked-1", "A1"));
            reader.tell("swipe", Swiping.swipe("asked-2", "nobody"));
        }
        ANNEX.get("/access-events?member=ann&outcome=granted&door=front")
                .path("items")
                .forEach(event -> {
                    assertThat(event.path("member").asText()).isEqualTo("ann");
                    assertThat(event.path("outcome").asText()).isEqualTo("granted");
                });
        JsonNode newest = ANNEX.get("/access-events?limit=1");
        assertThat(newest.path("items")).hasSize(1);
        assertThat(newest.path("cursor").asText()).isNotEmpty();
    }
}
