package io.foyer.hub.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.domain.tariff.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A week: 12 kW on working days from 08:00 to 20:00, 3 kW at their nights, 4 kW at the weekend. */
class BaseLoadTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-11-23T00:00:00+08:00[Asia/Shanghai]");
    private static final Instant END = MONDAY.plusWeeks(1).toInstant();

    private static Stream<Quarter> week() {
        return Stream.iterate(MONDAY, at -> at.plusMinutes(15)).limit(7 * 96).map(at -> {
            boolean isWeekend = at.getDayOfWeek().getValue() > 5;
            double kW = isWeekend ? 4 : at.getHour() >= 8 && at.getHour() < 20 ? 12 : 3;
            return new Quarter("main", at.toInstant(), Kwh.of(kW / 4), false);
        });
    }

    @Test
    void nights_weekends_and_days_are_told_apart() {
        BaseLoad load = week().collect(BaseLoad.of(ZONE));
        assertThat(load.base()).isEqualTo(Kwh.of(3));
        assertThat(load.night()).isEqualTo(Kwh.of(3));
        assertThat(load.weekend()).isEqualTo(Kwh.of(4));
        assertThat(load.day()).isEqualTo(Kwh.of(12));
        assertThat(load.total()).isEqualTo(Kwh.of(5 * (12 * 12 + 12 * 3) + 48 * 4)); // 1,092 kWh
        assertThat(load.share()).isEqualTo(3.0 * 168 / 1_092);
        assertThat(load.perMonth()).isEqualTo(Kwh.of(2_191.5)); // 3 kW x 730.5 h
    }

    @Test
    void a_month_of_it_costs_the_mean_price_of_the_range() {
        Tariff power = new Tariff(
                "power",
                List.of(Terms.version(
                        "2026-01-01",
                        Terms.band("peak", "1.30", Terms.hours(8, 14)),
                        Terms.band("flat", "0.50", BandTimes.ALWAYS))));
        CostTerms terms =
                new CostTerms(new TariffClock(power, ZONE, TariffNotices.NONE), Currency.getInstance("CNY"), 6, true);
        BaseLoad load = week().collect(BaseLoad.of(ZONE));
        assertThat(BaseLoadCost.ofMonth(load, terms, MONDAY.toInstant(), END))
                .isEqualByComparingTo("1534.05"); // 2,191.5 kWh at (6 x 1.30 + 18 x 0.50) / 24 = 0.70
    }

    @Test
    void a_gap_tells_no_power_and_several_meters_are_added_up_first() {
        Instant noon = MONDAY.plusHours(12).toInstant();
        BaseLoad load = Stream.of(
                        new Quarter("a", noon, 100, false),
                        new Quarter("b", noon, 50, false),
                        new Quarter("a", noon.plusSeconds(900), 1, true),
                        new Quarter("b", noon.plusSeconds(900), 1, false))
                .collect(BaseLoad.of(ZONE));
        assertThat(load.base()).isEqualTo(600);
        assertThat(load.total()).isEqualTo(152);
        assertThat(load.quarters()).isEqualTo(2);
        assertThat(load.night()).isNull();
        assertThat(Stream.<Quarter>of().collect(BaseLoad.of(ZONE)).share()).isNull();
    }
}
