package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.PutReading;
import io.foyer.hub.site.command.PutRepair;
import io.foyer.hub.site.command.RemoveRepair;
import io.foyer.hub.web.TestHub;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say about meters, by HTTP. */
class MetersTest {
    private static final String METERS = "/api/v1/sites/harbour/meters";
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

    private final TestHub hub = new TestHub();

    @AfterEach
    void stop() {
        hub.close();
    }

    private TestHub.Reply repair(String body) {
        return hub.ask(
                "POST",
                METERS + "/main/repairs",
                body,
                "Authorization",
                "Bearer " + hub.accounts.token(Role.ENERGY),
                "Content-Type",
                "application/json");
    }

    @Test
    void a_reading_is_taken_digit_by_digit_in_the_unit_of_its_medium() {
        var kWh = hub.put(
                Role.DESK,
                METERS + "/main/readings",
                "{\"at\":\"2026-11-23T09:00:00+08:00\",\"register\":48211.3740005}");
        assertThat(kWh.status()).as(kWh.body()).isEqualTo(200);
        assertThat(kWh.json().path("register").asText()).isEqualTo("48211.374001");
        hub.put(Role.ENERGY, METERS + "/tap/readings", "{\"at\":1795395600000,\"register\":\"812.4\"}");
        hub.put(
                Role.ENERGY,
                METERS + "/line/readings",
                "{\"at\":\"2026-11-23T01:00:00Z\",\"register\":123456789012345678}");
        assertThat(hub.sites.commands).first().isEqualTo(new PutReading("main", new Reading(AT, 48_211_374_001L)));
        assertThat(hub.sites.commands)
                .last()
                .isEqualTo(new PutReading("line", new Reading(AT, 123_456_789_012_345_678L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"at":"2026-11-23T01:00:00Z"}                 | register
            {"at":"2026-11-23T01:00:00Z","register":-1}   | register
            {"at":"2026-11-23T01:00:00Z","register":1e30} | register
            {"register":1}                                | at
            {"at":"yesterday","register":1}               | at
            {"at":"2026-11-23T01:00:00Z","register":1,"unit":"Wh"} | unit""")
    void a_reading_that_cannot_be_used_is_refused_by_its_field(String body, String field) {
        var reply = hub.put(Role.ENERGY, METERS + "/main/readings", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field")).containsOnly(field);
        assertThat(hub.sites.commands).isEmpty();
    }

    @Test
    void a_repair_gets_an_id_is_listed_and_can_be_taken_back() {
        var made = repair(
                "{\"from\":\"2026-11-23T01:00:00Z\",\"to\":\"2026-11-23T02:15:00Z\",\"quantity\":12.5,\"reason\":\"CT upside down\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        Repair repair = ((PutRepair) hub.sites.commands.get(0)).repair();
        assertThat(made.json().path("id").asText()).isEqualTo(repair.id());
        assertThat(repair.quantity()).isEqualTo(12_500_000);
        assertThat(repair.quarters()).hasSize(5).allMatch(quarter -> quarter.quantity() == 2_500_000);

        hub.sites.repairs = new Repairs(List.of(repair));
        var list = hub.get(Role.ENERGY, METERS + "/main/repairs").json().path("items");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("reason").asText()).isEqualTo("CT upside down");
        assertThat(list.get(0).path("quantity").decimalValue()).isEqualByComparingTo("12.5");

        hub.ask(
                "DELETE",
                METERS + "/main/repairs/" + repair.id(),
                null,
                "Authorization",
                "Bearer " + hub.accounts.token(Role.ADMIN));
        assertThat(hub.sites.commands).last().isEqualTo(new RemoveRepair("main", repair.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"from":"2026-11-23T01:00:00Z","to":"2026-11-23T02:00:00Z","quantity":1}                   | reason
            {"from":"2026-11-23T01:00:00Z","to":"2026-11-23T02:00:00Z","quantity":-1,"reason":"x"}     | quantity
            {"from":"2026-11-23T01:07:00Z","to":"2026-11-23T02:00:00Z","quantity":1,"reason":"x"}      | from
            {"from":"2026-11-23T01:00:00Z","to":"2026-11-23T01:00:00Z","quantity":1,"reason":"x"}      | to
            {"from":"2026-11-23T01:00:00Z","to":"2028-11-23T01:00:00Z","quantity":1,"reason":"x"}      | to""")
    void a_repair_that_cannot_be_used_is_refused_by_its_field(String body, String field) {
        var reply = repair(body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsText("field")).containsOnly(field);
    }

    @Test
    void a_meter_that_is_not_there_has_neither_readings_nor_repairs() {
        String reading = "{\"at\":\"2026-11-23T01:00:00Z\",\"register\":1}";
        assertThat(hub.put(Role.ENERGY, METERS + "/attic/readings", reading).status())
                .isEqualTo(404);
        assertThat(hub.get(Role.ENERGY, METERS + "/attic/repairs").status()).isEqualTo(404);
    }
}
