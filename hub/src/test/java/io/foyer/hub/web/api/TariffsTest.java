package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.PutTariffDay;
import io.foyer.hub.site.command.PutTariffPrices;
import io.foyer.hub.web.TestHub;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffsTest {
    private final BilledHub billed = new BilledHub();
    private final TestHub hub = billed.hub;

    @AfterEach
    void stop() {
        billed.close();
    }

    @Test
    void what_a_supplier_tells_becomes_a_command() {
        var prices = hub.put(
                Role.ENERGY,
                BilledHub.SITE + "/tariffs/power/prices",
                "{\"from\":\"2026-11-28T00:00:00+08:00\",\"step\":\"1h\",\"prices\":[0.0812,-0.008]}");
        assertThat(prices.status()).as(prices.body()).isEqualTo(200);
        assertThat(prices.json().path("quarters").asInt()).isEqualTo(8);
        PutTariffPrices published = (PutTariffPrices) hub.sites.commands.get(0);
        assertThat(published.prices())
                .hasSize(8)
                .contains(new PublishedPrice(Instant.parse("2026-11-27T16:45:00Z"), new BigDecimal("0.0812")));

        var day = hub.put(
                Role.ENERGY,
                BilledHub.SITE + "/tariffs/power/days/2026-11-28",
                "{\"bands\":[{\"name\":\"sharp\",\"price\":5,\"windows\":[\"16:00-21:00\"]}]}");
        assertThat(day.status()).as(day.body()).isEqualTo(200);
        PutTariffDay called = (PutTariffDay) hub.sites.commands.get(1);
        assertThat(called.bands().get(0).times().windows()).containsExactly(new DayWindow(960, 1260));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tariffs/power/prices          | {"from":"2026-11-28T00:07:00Z","step":"1h","prices":[1]} | from
            /tariffs/power/prices          | {"from":"2026-11-28T00:00:00Z","step":"5m","prices":[1]} | step
            /tariffs/power/prices          | {"from":"2026-11-28T00:00:00Z","step":"1h","prices":[]}  | prices
            /tariffs/power/prices          | {"from":"2026-11-28T00:00:00Z","step":"1h","prices":[1,null]} | prices[1]
            /tariffs/power/prices          | {"from":"2026-11-28T00:00:00Z","step":"1h","prices":[1e99]} | prices[0]
            /tariffs/power/days/2026-13-01 | {"bands":[]} | date
            /tariffs/power/days/2026-11-28 | {} | bands
            /tariffs/power/days/2026-11-28 | {"bands":[{"name":"a"}]} | bands[0].price
            /tariffs/power/days/2026-11-28 | {"bands":[{"name":"a","price":-1}]} | bands[0].price
            /tariffs/power/days/2026-11-28 | {"bands":[{"name":"a","price":1,"windows":["8-9"]}]} | bands[0].windows[0]
            """)
    void a_wrong_value_is_told_by_its_field(String path, String body, String field) {
        var reply = hub.put(Role.ADMIN, BilledHub.SITE + path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(hub.sites.commands).isEmpty();
    }

    @Test
    void the_bands_of_a_day_are_told_with_a_called_one() {
        Band sharp = new Band(
                "sharp", BandPrice.of(new BigDecimal("5")), BandTimes.during(List.of(new DayWindow(9 * 60, 10 * 60))));
        hub.archive.notices.put(
                "power", new TariffNotices(Map.of(), Map.of(LocalDate.parse("2026-11-23"), List.of(sharp))));
        JsonNode day =
                billed.get("/tariffs/power/bands?from=2026-11-23&to=2026-11-24").path("items");
        assertThat(day.findValuesAsText("band")).containsExactly("flat", "peak", "sharp", "peak", "flat");
        assertThat(day.get(1).toString())
                .isEqualTo("{\"from\":\"2026-11-23T00:00:00Z\",\"until\":\"2026-11-23T01:00:00Z\",\"band\":\"peak\","
                        + "\"price\":1.21,\"provisional\":false}");
        assertThat(day.get(4).path("until").asText()).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(billed.status("/tariffs/none/bands")).isEqualTo(404);
        assertThat(billed.status("/tariffs/power/bands?from=2026-01-01&to=2026-11-01"))
                .isEqualTo(400);
    }
}
