package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.web.TestHub;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final String DAY = "&from=2026-11-23&to=2026-11-24&step=";

    /** 08:00 in Shanghai. */
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private final BilledHub billed = new BilledHub();
    private final TestHub hub = billed.hub;

    @AfterEach
    void stop() {
        billed.close();
    }

    private void used(String meter, Instant start, double kWh) {
        hub.archive.quarters.add(new Quarter(meter, start, Kwh.of(kWh), false));
    }

    @Test
    void a_day_has_its_bands_its_part_of_the_month_and_their_sum() {
        used("main", EIGHT, 10);
        used("main", EIGHT.plusSeconds(3 * 3_600), 2.5);
        JsonNode day = billed.get("/energy/cost?meter=main" + DAY + "1d").at("/items/0");
        assertThat(day.path("quantity").asDouble()).isEqualTo(12.5);
        assertThat(day.at("/bands/0").toString()).isEqualTo("{\"name\":\"peak\",\"quantity\":10,\"cost\":\"12.10\"}");
        assertThat(day.at("/bands/1/cost").asText()).isEqualTo("1.80");
        assertThat(day.path("fixed").asText()).isEqualTo("4.50"); // 12.5 x 0.04 + 120 / 30
        assertThat(day.path("demand").isNull()).isTrue();
        assertThat(day.path("cost").asText()).isEqualTo("18.40");
        assertThat(day.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void a_month_has_the_charge_for_its_highest_quarter_hour_and_a_meter_below_has_none() {
        used("main", EIGHT, 10);
        used("f1-light", EIGHT, 10);
        String month = "&from=2026-11-01&to=2026-12-01&step=1mo";
        JsonNode main = billed.get("/energy/cost?meter=main" + month).at("/items/0");
        assertThat(main.path("demand").asText()).isEqualTo("1520.00"); // 40 kW x 38
        assertThat(main.path("cost").asText()).isEqualTo("1652.50"); // 12.10 + 0.40 + 120 + 1520
        JsonNode below = billed.get("/energy/cost?meter=f1-light" + month).at("/items/0");
        assertThat(below.path("demand").isNull()).isTrue();
        assertThat(below.path("cost").asText()).isEqualTo("12.50");
    }

    @Test
    void a_history_tells_what_its_meters_cost_together() {
        used("f1-light", EIGHT, 10);
        used("f1-fans", EIGHT, 1);
        assertThat(billed.get("/energy/history?zone=f1" + DAY + "1d")
                        .at("/items/0/cost")
                        .asText())
                .isEqualTo("13.75"); // 12.10 + 0.40, and 1.21 + 0.04
        used("tap", EIGHT, 1);
        assertThat(billed.get("/energy/history?meter=tap" + DAY + "1d")
                        .at("/items/0/cost")
                        .isNull())
                .isTrue();
    }

    @Test
    void waste_costs_its_own_hours() {
        hub.archive.points.add(new CountPoint("f1", EIGHT, 0, 0, 0));
        hub.archive
                .bookings
                .computeIfAbsent("f1-light", meter -> new ArrayList<>())
                .add(new Consumption(EIGHT.plusSeconds(7_200), EIGHT.plusSeconds(14_400), Kwh.of(2), false));
        hub.archive.bookings.put("f1-fans", List.of());
        JsonNode waste = billed.get("/energy/waste?zone=f1&from=2026-11-23&to=2026-11-24");
        assertThat(waste.path("quantity").asDouble()).isEqualTo(2);
        assertThat(waste.path("cost").asText()).isEqualTo("2.01"); // 1 kWh of 1.25 and 1 kWh of 0.76
    }

    @Test
    void a_called_day_and_a_published_price_count_at_once() {
        used("main", EIGHT, 10);
        Band sharp = new Band(
                "sharp", BandPrice.of(new BigDecimal("5")), BandTimes.during(List.of(new DayWindow(480, 540))));
        hub.archive.notices.put(
                "power", new TariffNotices(Map.of(), Map.of(LocalDate.parse("2026-11-23"), List.of(sharp))));
        assertThat(billed.get("/energy/cost?meter=main" + DAY + "1d")
                        .at("/items/0/bands/0/cost")
                        .asText())
                .isEqualTo("50.00");
    }

    @Test
    void demand_is_told_beside_what_is_agreed_and_the_months_maximum() {
        used("main", EIGHT.minusSeconds(86_400), 14);
        used("main", EIGHT, 10);
        hub.sites.outlook = new DemandOutlook(EIGHT.plusSeconds(900), Kwh.of(10), 56_250.5, Kwh.of(17.5));
        assertThat(billed.get("/energy/demand?meter=main").toString())
                .isEqualTo("{\"now\":56.2505,\"projected\":70,\"endsAt\":\"2026-11-23T00:15:00Z\",\"contractedKw\":60,"
                        + "\"margin\":-10,\"month\":{\"max\":56,\"at\":\"2026-11-22T00:00:00Z\"}}");
        hub.sites.outlook = null;
        JsonNode unknown = billed.get("/energy/demand?meter=f1-light");
        assertThat(unknown.path("projected").isNull()).isTrue();
        assertThat(unknown.path("contractedKw").isNull()).isTrue();
        assertThat(unknown.path("month").isNull()).isTrue();
        assertThat(billed.status("/energy/demand?meter=tap")).isEqualTo(400);
    }

    @Test
    void the_cheapest_contracted_demand_of_the_last_twelve_months_is_told() {
        used("main", Instant.parse("2025-11-30T00:00:00Z"), 100); // before the twelve months
        used("main", Instant.parse("2026-10-01T00:00:00Z"), 10);
        used("main", EIGHT, 15);
        JsonNode advice = billed.get("/energy/demand/contract?meter=main");
        assertThat(advice.toString())
                .isEqualTo(
                        "{\"months\":2,\"contractedKw\":60,\"cost\":\"3800.00\",\"cheapestKw\":60,\"cheapestCost\":\"3800.00\"}");
        assertThat(billed.status("/energy/demand/contract?meter=f1-light")).isEqualTo(400);
    }

    @Test
    void a_meter_without_a_tariff_is_told() {
        assertThat(billed.status("/energy/cost?meter=tap")).isEqualTo(400);
        assertThat(billed.status("/energy/cost?meter=none")).isEqualTo(400);
    }
}
