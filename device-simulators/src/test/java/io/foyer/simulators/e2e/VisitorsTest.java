package io.foyer.simulators.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is expected and who has booked what: from the desk's request to the door, and over a restart. */
class VisitorsTest {
    private static final AtomicInteger SWIPES = new AtomicInteger();

    @RegisterExtension
    static final Annex ANNEX = new Annex();

    @BeforeAll
    static void people_are_known() {
        ANNEX.member("ann", "all", "A1");
        ANNEX.member("bob", "lab-only", "B1");
    }

    private static Map<String, Object> visit(Duration begins, Duration ends, String... doors) {
        Instant now = Instant.now();
        return Map.of(
                "visitor",
                "Bo",
                "host",
                "ann",
                "from",
                now.plus(begins).toString(),
                "until",
                now.plus(ends).toString(),
                "doors",
                List.of(doors));
    }

    private static Map<String, Object> booking(String zone, String from, String until, String... members) {
        return Map.of("zone", zone, "from", from, "until", until, "members", List.of(members));
    }

    /** What the door says to a QR code: {@code unlock}, or why not. */
    private static String show(TestDevice reader, String qr) {
        String id = "qr-" + SWIPES.incrementAndGet();
        reader.tell("swipe", "{\"id\":\"" + id + "\",\"credential\":\"" + qr + "\",\"type\":\"qr\"}");
        JsonNode command = reader.command();
        assertThat(command.path("swipe").asText()).isEqualTo(id);
        return command.has("reason")
                ? command.path("reason").asText()
                : command.path("command").asText();
    }

    @Test
    void a_visitor_opens_the_doors_of_the_visit_in_its_window_and_nothing_else() {
        Duration hour = Duration.ofHours(1);
        String qr = ANNEX.put("/visits/v1", visit(hour.negated(), hour, "front"))
                .ok()
                .path("qr")
                .asText();
        String later = ANNEX.put("/visits/v2", visit(hour, hour.multipliedBy(2), "front"))
                .ok()
                .path("qr")
                .asText();
        String over = ANNEX.put("/visits/v3", visit(hour.negated(), Duration.ofMinutes(-1), "front"))
                .ok()
                .path("qr")
                .asText();
        try (TestDevice front = ANNEX.device("front-in").listening();
                TestDevice lab = ANNEX.device("lab-in").listening()) {
            assertThat(show(front, qr)).isEqualTo("unlock");
            assertThat(show(lab, qr)).isEqualTo("no-right");
            assertThat(show(front, later)).isEqualTo("no-right");
            assertThat(show(front, over)).isEqualTo("credential-expired");
            assertThat(show(front, qr.substring(0, qr.length() - 2))).isEqualTo("unknown-credential");

            ANNEX.put("/visits/v1", visit(hour.negated(), hour.multipliedBy(3), "front"))
                    .ok();
            assertThat(ANNEX.get("/visits/v1").path("qr").asText()).isEqualTo(qr);
            ANNEX.delete("/visits/v1").ok();
            assertThat(show(front, qr)).isEqualTo("unknown-credential");
            ANNEX.put("/visits/v1", visit(hour.negated(), hour, "front")).ok();
            assertThat(show(front, qr)).isEqualTo("unknown-credential");
        }
    }

    @Test
    void who_has_gone_is_let_in_again_after_another_check_in() {
        Duration hour = Duration.ofHours(1);
        String qr = ANNEX.put("/visits/w1", visit(hour.negated(), hour, "front"))
                .ok()
                .path("qr")
                .asText();
        try (TestDevice front = ANNEX.device("front-in").listening()) {
            String came = ANNEX.post("/visits/w1/check-in", Map.of())
                    .ok()
                    .path("checkedIn")
                    .asText();
            ANNEX.post("/visits/w1/check-in", Map.of()).ok();
            JsonNode here = ANNEX.get("/visits/w1");
            assertThat(here.path("checkedIn").asText()).isEqualTo(came);
            assertThat(ANNEX.put("/visits/w1", here).ok()).isEqualTo(here);
            assertThat(show(front, qr)).isEqualTo("unlock");
            assertThat(ANNEX.post("/visits/w1/check-out", Map.of())
                            .ok()
                            .path("checkedOut")
                            .asText())
                    .isNotEmpty();
            assertThat(show(front, qr)).isEqualTo("credential-expired");
            assertThat(ANNEX.post("/visits/w1/check-in", Map.of()).ok().has("checkedOut"))
                    .isFalse();
            assertThat(show(front, qr)).isEqualTo("unlock");
        }
        assertThat(ANNEX.post("/visits/nobody/check-in", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_members_qr_has_the_members_rights() {
        try (TestDevice front = ANNEX.device("front-in").listening()) {
            assertThat(show(front, ANNEX.get("/members/ann/qr").path("qr").asText()))
                    .isEqualTo("unlock");
            assertThat(show(front, ANNEX.get("/members/bob/qr").path("qr").asText()))
                    .isEqualTo("no-right");
        }
        assertThat(ANNEX.get("/access-events?limit=1").at("/items/0/member").asText())
                .isEqualTo("bob");
    }

    @Test
    void two_bookings_of_one_room_do_not_overlap_at_any_of_their_times() {
        Map<String, Object> weekly =
                new HashMap<>(booking("lounge", "2031-01-06T09:00:00+08:00", "2031-01-06T11:00:00+08:00", "ann"));
        weekly.put("repeat", "FREQ=WEEKLY;COUNT=10");
        assertThat(ANNEX.put("/bookings/weekly", weekly).ok().path("ends").asText())
                .isEqualTo("2031-03-10T03:00:00Z");

        Api.Answer clash = ANNEX.put(
                "/bookings/other", booking("lounge", "2031-02-03T10:30:00+08:00", "2031-02-03T12:00:00+08:00", "bob"));
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.body().path("detail").asText())
                .isEqualTo(
                        "The zone lounge is booked from 2031-02-03T09:00+08:00 until 2031-02-03T11:00+08:00 by booking"
                                + " weekly: choose another time, or remove that booking.");
        ANNEX.put(
                        "/bookings/other",
                        booking("lounge", "2031-02-03T11:00:00+08:00", "2031-02-03T12:00:00+08:00", "bob", "ann"))
                .ok();
        ANNEX.put("/bookings/weekly", weekly).ok();

        JsonNode day =
                ANNEX.get("/bookings?zone=lounge&from=2031-02-03&to=2031-02-04").path("items");
        assertThat(day.findValuesAsText("id")).containsExactly("other", "weekly");
        assertThat(day.at("/1/times/0/from").asText()).isEqualTo("2031-02-03T01:00:00Z");
        assertThat(ANNEX.get("/bookings?zone=lounge&from=2031-02-04&to=2031-02-05")
                        .path("items"))
                .isEmpty();

        JsonNode booked = ANNEX.get("/bookings/weekly");
        assertThat(booked.has("ends")).isTrue();
        assertThat(ANNEX.put("/bookings/weekly", booked).ok()).isEqualTo(booked);
        ANNEX.delete("/bookings/weekly").ok();
        assertThat(ANNEX.delete("/bookings/weekly").status()).isEqualTo(404);
        ANNEX.put("/bookings/third", booking("lounge", "2031-02-03T10:30:00+08:00", "2031-02-03T11:00:00+08:00", "bob"))
                .ok();
    }

    @Test
    void equipment_is_booked_like_a_room() {
        Map<String, Object> beamer =
                Map.of("resource", "beamer", "from", "2031-05-01", "until", "2031-05-02", "members", List.of("ann"));
        ANNEX.put("/bookings/b1", beamer).ok();
        assertThat(ANNEX.put("/bookings/b2", beamer).status()).isEqualTo(409);
    }

    @Test
    void what_names_something_unknown_is_told_field_by_field() {
        Api.Answer booked = ANNEX.put("/bookings/x", booking("ballroom", "2031-05-01", "2031-05-02", "ann", "nobody"));
        assertThat(booked.status()).isEqualTo(400);
        assertThat(booked.body().path("errors").findValuesAsText("field")).containsExactly("members", "zone");
        Api.Answer expected = ANNEX.put("/visits/x", visit(Duration.ZERO, Duration.ofHours(1), "front", "trapdoor"));
        assertThat(expected.status()).isEqualTo(400);
        assertThat(expected.body().path("errors").findValuesAsText("field")).containsExactly("doors");
    }

    @Test
    void a_restart_forgets_no_booking_and_no_visitor() {
        Duration hour = Duration.ofHours(1);
        String qr = ANNEX.put("/visits/r1", visit(hour.negated(), hour, "front"))
                .ok()
                .path("qr")
                .asText();
        ANNEX.put("/bookings/r1", booking("hall", "2031-06-01", "2031-06-02", "ann"))
                .ok();
        ANNEX.hub().terminate();
        ANNEX.startAgain();
        try (TestDevice front = ANNEX.device("front-in").listening()) {
            assertThat(show(front, qr)).isEqualTo("unlock");
        }
        assertThat(ANNEX.put("/bookings/r2", booking("hall", "2031-06-01", "2031-06-02", "bob"))
                        .status())
                .isEqualTo(409);
    }
}
