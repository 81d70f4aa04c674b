package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.performance.EmptyUse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What energy means, as people ask for it. */
class PerformanceTest {
    /** Midnight in Shanghai. */
    private static final Instant DAY = Instant.parse("2026-11-22T16:00:00Z");

    private static final String RANGE = "from=2026-11-23&to=2026-11-24";

    private final BilledHub billed = new BilledHub();

    @AfterEach
    void stop() {
        billed.close();
    }

    private void used(String meter, Instant start, double kWh) {
        billed.hub.archive.quarters.add(new Quarter(meter, start, Kwh.of(kWh), false));
    }

    @Test
    void a_day_is_told_by_person_hour_by_area_and_in_co2() {
        billed.hub.clock.pass(Duration.ofHours(16));
        billed.hub.archive.months.add(new MonthUse(YearMonth.of(2026, 11), Kwh.of(540), false));
        billed.hub.archive.points.add(new CountPoint("house", DAY, 0, 0, 0));
        billed.hub.archive.points.add(new CountPoint("house", DAY.plusSeconds(9 * 3_600), 100, 0, 0));
        billed.hub.archive.points.add(new CountPoint("house", DAY.plusSeconds(17 * 3_600), 0, 0, 0));
        JsonNode day = billed.get("/energy/intensity?meter=main&" + RANGE);
        assertThat(day.path("personHours").asDouble()).isEqualTo(800);
        assertThat(day.path("perPersonHour").asDouble()).isEqualTo(0.675);
        assertThat(day.path("perM2").asDouble()).isEqualTo(0.3);
        assertThat(day.path("co2Kg").decimalValue()).isEqualByComparingTo("286.524"); // 540 x 0.5306
        assertThat(day.path("co2Provisional").asBoolean()).isTrue();
        assertThat(day.path("coalKg").decimalValue()).isEqualByComparingTo("66.366");
        assertThat(billed.get("/energy/intensity?zone=f1&" + RANGE)
                        .path("perM2")
                        .isNull())
                .isTrue();
        assertThat(billed.status("/energy/intensity?meter=tap&" + RANGE)).isEqualTo(400);
        assertThat(billed.status("/energy/intensity?" + RANGE)).isEqualTo(400);
    }

    @Test
    void the_four_items_and_the_rest_are_the_main_meter() {
        used("main", DAY, 10);
        used("f1-light", DAY, 4);
        used("f1-fans", DAY, 3.5);
        JsonNode items = billed.get("/energy/items?" + RANGE);
        assertThat(items.path("total").asDouble()).isEqualTo(10);
        assertThat(items.path("rest").asDouble()).isEqualTo(2.5);
        assertThat(items.path("items")).hasSize(4);
        assertThat(items.at("/items/0").toString())
                .isEqualTo(
                        "{\"item\":\"lighting-sockets\",\"name\":{\"zh\":\"照明插座用电\",\"en\":\"Lighting and sockets\"},"
                                + "\"quantity\":4}");
    }

    @Test
    void a_month_is_told_beside_its_budget() {
        used("main", Instant.parse("2026-11-20T00:00:00Z"), 10);
        JsonNode month = billed.get("/energy/budget?meter=main");
        assertThat(month.path("month").asText()).isEqualTo("2026-11");
        assertThat(month.at("/budget/cost").asText()).isEqualTo("2000");
        // 10 x 1.25, the fee of 22 days and 14 hours of 30 days, and 40 kW at 38.
        assertThat(month.at("/soFar/cost").asText()).isEqualTo("1622.83");
        assertThat(month.path("weeks").asInt()).isZero();
        assertThat(month.path("plusMinus").isNull()).isTrue();
        assertThat(month.at("/projected/quantity").asDouble()).isEqualTo(10 + (40 + 7 * 96) * 10);
        assertThat(billed.status("/energy/budget?meter=main&month=2026-12")).isEqualTo(400);
        assertThat(billed.status("/energy/budget?meter=main&month=November")).isEqualTo(400);
    }

    @Test
    void the_base_load_is_told_with_its_price() {
        for (int i = 0; i < 96; i++) {
            used("main", DAY.plusSeconds(900L * i), i < 40 ? 0.5 : 2);
        }
        JsonNode base = billed.get("/energy/base-load?meter=main&" + RANGE);
        assertThat(base.path("base").asDouble()).isEqualTo(2);
        assertThat(base.path("night").asDouble()).isEqualTo(2);
        assertThat(base.path("weekend").isNull()).isTrue();
        assertThat(base.path("quantityPerMonth").asDouble()).isEqualTo(1_461);
        assertThat(base.path("costPerMonth").asText()).isEqualTo("1199.85"); // (3 x 1.25 + 21 x 0.76) / 24
    }

    @Test
    void waste_is_listed_with_its_saving() {
        billed.hub.archive.emptyUses.add(new EmptyUse(0, 0, Kwh.of(9), Kwh.of(5), Kwh.of(4)));
        billed.hub.clock.pass(Duration.ofHours(16));
        JsonNode items = billed.get("/energy/waste/systems?" + RANGE).path("items");
        assertThat(items.at("/0/quantity").asDouble()).isEqualTo(5);
        assertThat(items.at("/0/aboveStandby").asDouble()).isEqualTo(4);
        assertThat(items.at("/0/text/en").asText()).isEqualTo("house used power while empty: 122 kWh, ¥92.53 a month");
    }
}
