package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.baseline.StaticFactor;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselineApiTest {
    /** The day of the tests' clock, a Monday; it is 14:00 in Shanghai. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static final String TODAYS = "/energy/baseline?meter=main&from=2026-11-23&to=2026-11-24";

    private final BilledHub billed = new BilledHub();

    @AfterEach
    void stop() {
        billed.close();
    }

    /** 10 kWh in each hour from 8 to 18 and 2 kWh in every other one, each day; a fifth less today. */
    private void fourteenWeeks() {
        List<MeterDay> days = IntStream.rangeClosed(-98, 0)
                .mapToObj(day -> new MeterDay(
                        TODAY.plusDays(day),
                        LongStream.range(0, 24)
                                .map(hour -> Kwh.of((hour >= 8 && hour < 18 ? 10 : 2) * (day == 0 ? 0.8 : 1)))
                                .boxed()
                                .toList(),
                        0))
                .toList();
        billed.hub.archive.pasts.put("main", new MeterPast(days, Instant.parse("2026-11-23T06:00:00Z")));
    }

    @Test
    void a_day_is_told_hour_by_hour_with_its_fit_and_what_was_saved_so_far() {
        fourteenWeeks();
        JsonNode today = billed.get(TODAYS);
        assertThat(today.path("items")).hasSize(24);
        assertThat(today.at("/items/9").toString())
                .isEqualTo("{\"at\":\"2026-11-23T01:00:00Z\",\"expected\":10,\"low\":10,\"high\":10}");
        assertThat(today.path("fit").toString())
                .isEqualTo("{\"from\":\"2026-08-24\",\"until\":\"2026-11-23\",\"days\":91,"
                        + "\"variables\":[\"hour-of-week\"],\"perPerson\":null,\"cvRmse\":0.0,\"nmbe\":0.0}");
        // Eight hours of 2 and six of 10 until now.
        assertThat(today.path("saving").toString())
                .isEqualTo(
                        "{\"expected\":76,\"measured\":60.8,\"quantity\":15.2,\"uncertainty\":0,\"confidence\":0.9}");
        assertThat(today.path("closed").isNull()).isTrue();
    }

    @Test
    void of_a_meter_without_a_past_nothing_is_told() {
        assertThat(billed.get("/energy/baseline?meter=tap").toString())
                .isEqualTo("{\"items\":[],\"fit\":null,\"saving\":null,\"closed\":null}");
    }

    @Test
    void a_change_that_ends_it_is_named() {
        fourteenWeeks();
        billed.hub.archive.changes.add(
                new StaticChange(Instant.parse("2026-11-22T20:00:00Z"), StaticFactor.AREA, "100.0", "120.0"));
        JsonNode today = billed.get(TODAYS);
        assertThat(today.path("items")).hasSize(4);
        assertThat(today.at("/closed/factor").asText()).isEqualTo("area");
        assertThat(today.at("/closed/text/zh").asText()).isEqualTo("面积（m²）由 100.0 改为 120.0");
    }

    @Test
    void an_anomaly_is_told_with_its_cost_and_its_cause() {
        fourteenWeeks();
        assertThat(billed.get("/energy/anomalies?from=2026-11-16&to=2026-11-23").path("items"))
                .isEmpty();
        // On Friday something stayed on from 18:00 to 24:00: 10 kWh instead of 2 in each of six hours.
        MeterPast past = billed.hub.archive.pasts.get("main");
        List<MeterDay> days = new ArrayList<>(past.days());
        List<Long> friday = new ArrayList<>(days.get(days.size() - 4).hours());
        IntStream.range(18, 24).forEach(hour -> friday.set(hour, Kwh.of(10)));
        days.set(days.size() - 4, new MeterDay(TODAY.minusDays(3), friday, 0));
        billed.hub.archive.pasts.put("main", new MeterPast(days, past.until()));

        JsonNode items =
                billed.get("/energy/anomalies?from=2026-11-16&to=2026-11-23").path("items");
        assertThat(items).hasSize(1);
        JsonNode left = items.get(0);
        assertThat(left.path("meter").asText()).isEqualTo("main");
        assertThat(left.path("from").asText()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(left.path("until").asText()).isEqualTo("2026-11-20T16:00:00Z");
        assertThat(left.path("quantity").decimalValue()).isEqualByComparingTo("48");
        assertThat(left.path("cost").asText()).isEqualTo("36.48"); // 48 x (0.72 + 0.04)
        assertThat(left.path("cause").asText()).isEqualTo("left-on");
        assertThat(left.at("/text/en").asText()).startsWith("at night it did not come down");
        assertThat(left.at("/text/zh").asText()).startsWith("夜里没有降下来");
    }

    @Test
    void what_is_asked_wrongly_is_refused() {
        assertThat(billed.status("/energy/baseline?meter=attic")).isEqualTo(400);
        assertThat(billed.status("/energy/baseline?meter=main&from=2020-01-01")).isEqualTo(400);
        assertThat(billed.status("/energy/anomalies?from=2026-01-01")).isEqualTo(400);
    }
}
