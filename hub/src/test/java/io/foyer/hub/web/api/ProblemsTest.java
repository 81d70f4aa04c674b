package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.TestHub;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
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

    private static void isProblem(TestHub.Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asText()).isNotEmpty();
        assertThat(reply.json().path("detail").asText()).isNotEmpty();
    }

    private static void names(TestHub.Reply reply, String field) {
        isProblem(reply, 400);
        var error = reply.json().path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("text").path("zh").asText()).isNotEmpty();
        assertThat(error.path("text").path("en").asText()).isNotEmpty();
    }

    @Test
    void what_is_not_there_is_not_found() {
        isProblem(hub.get(Role.ADMIN, "/api/v1/sites/nowhere"), 404);
        isProblem(hub.get(Role.ADMIN, SITE + "/members/nobody"), 404);
        isProblem(hub.get(Role.ADMIN, SITE + "/nothing"), 404);
        isProblem(hub.get(Role.ADMIN, "/api/v2"), 404);
        hub.sites.reply = new Reply.MissingThing("such plan");
        isProblem(hub.put(Role.DESK, SITE + "/members/m1", "{\"name\": \"Li\"}"), 404);
    }

    @Test
    void the_wrong_method_is_told_the_right_ones() {
        var reply = hub.ask("PATCH", SITE + "/members/m1", null);
        isProblem(reply, 405);
        assertThat(reply.header("Allow")).contains("GET").contains("PUT").contains("DELETE");
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(hub.get(Role.ADMIN, SITE + "/").status()).isEqualTo(200);
        assertThat(hub.get(Role.ADMIN, SITE + "/occupancy/").status()).isEqualTo(200);
        assertThat(hub.get(Role.ADMIN, "/api/v1/sites/").status()).isEqualTo(200);
        assertThat(hub.put(Role.ADMIN, SITE + "/members/m1/", "{\"name\": \"Li\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/access-events?limit=501, limit",
        "/access-events?limit=many, limit",
        "/access-events?since=yesterday, since",
        "/access-events?since=1999-12-31T00:00:00Z, since",
        "/access-events?outcome=maybe, outcome",
        "/access-events?door=a%20b, door",
        "/access-events?cursor=elsewhere, cursor",
        "/access-events?dor=front, dor",
        "/memberships?cursor=elsewhere, cursor",
        "/memberships?cursor=a%20b, cursor",
        "/memberships?member=m1, member",
        "/bookings?from=soon, from",
        "/bookings?place=lounge, place",
        "/bookings?cursor=elsewhere, cursor",
        "/visits?cursor=a%20b, cursor",
        "/access/explain?credential=1&door=front&type=coin, type",
        "/access/explain?door=front, credential",
        "/occupancy/history, zone",
        "/occupancy/history?zone=lounge&step=7m, step",
        "/occupancy/history?zone=lounge&from=2026-11-24&to=2026-11-23, from",
        "/energy/history?meter=main&zone=f1, meter",
        "/energy/history?meter=engine, meter",
        "/energy/waste?zone=attic, zone",
    })
    void a_query_that_cannot_be_answered_is_told_field_by_field(String query, String field) {
        names(hub.get(Role.ADMIN, SITE + query), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/members/m1 | {} | name",
                "/members/m1 | {\"name\": 5} | name",
                "/members/m1 | {\"name\": \"Li\", \"nmae\": \"x\"} | nmae",
                "/members/m%201 | {\"name\": \"Li\"} | id",
                "/members/m1 | {\"name\": \"a\\u0000b\"} | name",
                "/memberships/x | {\"member\": \"m\", \"plan\": \"p\"} | from",
                "/memberships/x | {\"member\": \"m\", \"plan\": \"p\", \"from\": \"9999-01-01\"} | from",
                "/memberships/x | {\"member\": \"m\", \"plan\": \"p\", \"from\": \"2026-11-02\", \"until\": \"2026-11-01\"} | until",
                "/memberships/x | {\"member\": \"m\", \"plan\": \"p\", \"from\": \"2026-11-02\", \"status\": \"odd\"} | status",
                "/bookings/b1 | {\"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | zone",
                "/bookings/b1 | {\"zone\": \"f1\", \"resource\": \"beamer\", \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | zone",
                "/bookings/b1 | {\"zone\": \"f1\", \"members\": [], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | members",
                "/bookings/b1 | {\"zone\": \"f1\", \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T09:00:00Z\"} | until",
                "/bookings/b1 | {\"zone\": \"f1\", \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2027-11-25T10:00:00Z\"} | until",
                "/bookings/b1 | {\"zone\": \"f1\", \"repeat\": \"weekly\", \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | repeat",
                "/bookings/b1 | {\"zone\": \"f1\", \"except\": [\"2026-11-23\"], \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | except",
                "/bookings/b1 | {\"zone\": \"f1\", \"repeat\": \"FREQ=DAILY\", \"except\": [\"soon\"], \"members\": [\"m1\"], \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\"} | except",
                "/bookings/b1 | {\"zone\": \"f1\", \"members\": [\"m1\"], \"until\": \"2026-11-23T10:00:00Z\"} | from",
                "/visits/v1 | {\"visitor\": \"Bo\", \"host\": \"m1\", \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T08:00:00Z\"} | until",
                "/visits/v1 | {\"visitor\": \"Bo\", \"host\": \"m1\", \"from\": \"2026-11-23T09:00:00Z\", \"until\": \"2026-11-23T10:00:00Z\", \"doors\": [\"a b\"]} | doors",
                "/visits/v1 | {\"visitor\": \"\", \"host\": \"m1\", \"from\": \"2026-11-23\", \"until\": \"2026-11-24\"} | visitor",
                "/credentials/coin/1 | {\"member\": \"m\"} | type",
                "/credentials/card/1 | {\"member\": \"m\", \"pin\": \"123\"} | pin",
                "/credentials/card/1 | {\"member\": \"m\", \"pin\": \"12a4\"} | pin",
                "/credentials/qr/%20%0D | {\"member\": \"m\"} | value",
                "/credentials/pin/abcd | {\"member\": \"m\"} | value",
                "/credentials/pin/1234 | {\"member\": \"m\", \"pin\": \"1234\"} | pin",
            })
    void a_body_that_cannot_be_used_is_told_field_by_field(String path, String body, String field) {
        names(hub.put(Role.ADMIN, SITE + path, body), field);
        assertThat(hub.sites.commands).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/members/m1 | {\"name\": \"Li\", \"nmae\": \"x\"} | is not known here; known are company, exempt, name",
                "/members/m1 | {\"name\": 5} | it must be a text in quotes",
                "/members/m1 | {\"name\": \"Li\", \"exempt\": \"capacity\"} | it must be a list",
                "/members/m1 | {\"name\": \"Li\", \"id\": \"m2\"} | is not known here",
                "/memberships/x | {\"startsOnFirstUse\": \"perhaps\"} | it must be true or false",
                "/memberships/x | {\"startsOnFirstUse\": \"true\"} | it must be true or false",
                "/memberships/x | {\"startsOnFirstUse\": 1} | it must be true or false",
                "/members/m1 | | must be given",
            })
    void a_field_that_does_not_fit_is_told_what_would(String path, String body, String told) {
        var reply = hub.put(Role.ADMIN, SITE + path, body == null ? "" : body);
        isProblem(reply, 400);
        assertThat(reply.json().path("errors").path(0).path("text").path("en").asText())
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.5", "true", "[5]"})
    void a_number_of_another_type_is_not_taken_for_one(String seconds) {
        names(
                hub.ask(
                        "POST",
                        SITE + "/doors/front/unlock",
                        "{\"reason\": \"parcel\", \"seconds\": %s}".formatted(seconds),
                        "Authorization",
                        "Bearer " + hub.accounts.token(Role.DESK)),
                "seconds");
        assertThat(hub.sites.commands).isEmpty();
    }

    @Test
    void what_a_get_has_answered_can_be_put_again() {
        assertThat(hub.put(Role.DESK, SITE + "/members/m1", "{\"id\": \"m1\", \"name\": \"Li\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"name\": \"Li\"} {}", "{\"name\": \"a\", \"name\": \"b\"}"})
    void a_body_that_is_not_one_object_is_refused(String body) {
        isProblem(hub.put(Role.ADMIN, SITE + "/members/m1", body), 400);
        assertThat(hub.sites.commands).isEmpty();
    }

    @Test
    void a_text_over_256_characters_is_refused() {
        names(hub.put(Role.ADMIN, SITE + "/members/m1", "{\"name\": \"%s\"}".formatted("x".repeat(257))), "name");
    }

    @Test
    void a_body_over_64_kib_is_refused() {
        isProblem(hub.put(Role.ADMIN, SITE + "/members/m1", " ".repeat(65 * 1024)), 413);
    }

    @Test
    void a_reply_becomes_the_status_of_the_contract() {
        hub.sites.reply = new Reply.InForceReply();
        assertThat(hub.put(Role.DESK, SITE + "/members/m1", "{\"name\": \"Li\"}")
                        .status())
                .isEqualTo(202);
        hub.sites.reply = new Reply.Unavailability();
        isProblem(hub.put(Role.DESK, SITE + "/members/m1", "{\"name\": \"Li\"}"), 503);
        hub.sites.reply = new Reply.Conflict("booked by b2");
        isProblem(hub.put(Role.DESK, SITE + "/bookings/b1", """
                {"zone": "lounge", "members": ["m1"], "from": "2026-11-30T09:00:00Z", "until": "2026-11-30T10:00:00Z"}
                """), 409);
        hub.sites.reply =
                new Reply.InvalidFields(List.of(new Reply.FieldError("plan", new BilingualText("没有", "no such plan"))));
        names(hub.put(Role.DESK, SITE + "/members/m1", "{\"name\": \"Li\"}"), "plan");
    }

    @Test
    void a_store_that_is_away_is_said_so_without_its_secrets() {
        hub.archive.away = true;
        for (String path :
                List.of("/access-events", "/members/m1", "/energy/history?meter=main", "/energy/waste?zone=f1")) {
            var reply = hub.get(Role.ADMIN, SITE + path);
            isProblem(reply, 503);
            assertThat(reply.body()).doesNotContain("secret-host");
        }
    }

    @Test
    void a_fault_of_our_own_is_told_without_its_inside() {
        hub.sites.reloaded = Future.failedFuture(new IllegalStateException("the inside"));
        var reply =
                hub.ask("POST", "/api/v1/reload", null, "Authorization", "Bearer " + hub.accounts.token(Role.ADMIN));
        isProblem(reply, 500);
        assertThat(reply.body()).doesNotContain("inside");
    }

    @Test
    void a_site_file_that_is_wrong_is_told_with_its_place() {
        hub.sites.reloaded = Future.failedFuture(new IllegalArgumentException("sites/harbour.yaml:12: no such zone"));
        var reply =
                hub.ask("POST", "/api/v1/reload", null, "Authorization", "Bearer " + hub.accounts.token(Role.ADMIN));
        isProblem(reply, 422);
        assertThat(reply.json().path("detail").asText()).contains("harbour.yaml:12");
    }
}
