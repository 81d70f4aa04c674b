package io.foyer.hub.domain.cost;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.SharedData;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A recorded year of a plant, priced by the hub and, beside it, row by row with the prices of the sheet. */
class RecordedCostTest {
    private static final ZoneOffset CLOCK = ZoneOffset.ofHours(8);

    /** Each month, by hand: kWh in the peak, kWh in the rest, highest kWh of a quarter-hour. */
    private final Map<Integer, BigDecimal[]> byHand = new TreeMap<>();

    private final List<Quarter> quarters = new ArrayList<>();

    private void read() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
        for (String[] row : SharedData.rows("steel-15min.csv")) {
            LocalDateTime end = LocalDateTime.parse(row[0], format).plusDays(row[0].endsWith("00:00") ? 1 : 0);
            LocalDateTime start = end.minusMinutes(15);
            BigDecimal kWh = new BigDecimal(row[1]);
            quarters.add(new Quarter("plant", start.toInstant(CLOCK), Kwh.of(kWh.doubleValue()), false));
            BigDecimal[] month = byHand.computeIfAbsent(
                    start.getMonthValue(), any -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
            boolean isPeak = start.getHour() >= 8 && start.getHour() < 11;
            month[isPeak ? 0 : 1] = month[isPeak ? 0 : 1].add(kWh);
            month[2] = month[2].max(kWh);
        }
    }

    @Test
    void a_recorded_year_costs_to_the_cent_what_its_rows_cost_by_hand() {
        read();
        Tariff sheet = new Tariff(
                "power",
                List.of(with(
                        version(
                                "2018-01-01",
                                band("peak", "1.2134", hours(8, 11)),
                                band("flat", "0.7219", BandTimes.ALWAYS)),
                        new FixedCharge(new BigDecimal("0.0412"), new BigDecimal("120"), BigDecimal.ZERO),
                        new MaximumCharge(
                                new BigDecimal("40.5"),
                                new BigDecimal("500"),
                                new BigDecimal("1.05"),
                                new BigDecimal("2"),
                                BigDecimal.ZERO))));
        CostTerms terms = new CostTerms(
                new TariffClock(sheet, ZoneId.of("Asia/Shanghai"), TariffNotices.NONE),
                Currency.getInstance("CNY"),
                6,
                true);
        Instant from = Instant.parse("2017-12-31T16:00:00Z");
        Instant to = Instant.parse("2018-12-31T16:00:00Z");
        List<CostStep> months = quarters.stream()
                .collect(MeterCosts.of(Map.of("plant", terms), EnergyInterval.MONTH, from, to))
                .of("plant");

        assertThat(months).hasSize(12);
        assertThat(months.stream().mapToLong(CostStep::quantity).sum()).isEqualTo(Kwh.of(959636.71));
        for (int m = 1; m <= 12; m++) {
            BigDecimal[] hand = byHand.get(m);
            CostStep month = months.get(m - 1);
            BigDecimal peak = cents(hand[0].multiply(new BigDecimal("1.2134")));
            BigDecimal flat = cents(hand[1].multiply(new BigDecimal("0.7219")));
            BigDecimal fixed = cents(
                    hand[0].add(hand[1]).multiply(new BigDecimal("0.0412")).add(new BigDecimal("120")));
            BigDecimal kW = hand[2].multiply(new BigDecimal("4"));
            BigDecimal over = kW.subtract(new BigDecimal("525")).max(BigDecimal.ZERO);
            BigDecimal demand = cents(kW.add(over).multiply(new BigDecimal("40.5")));
            assertThat(month.bands()).extracting(CostStep.BandCost::cost).containsExactlyInAnyOrder(peak, flat);
            assertThat(month.fixed()).isEqualTo(fixed);
            assertThat(month.demand()).isEqualTo(demand);
            assertThat(month.cost()).isEqualTo(peak.add(flat).add(fixed).add(demand));
        }
        // November has the year's highest quarter-hour: 628.72 kW, of which 103.72 are owed twice.
        assertThat(months.get(10).demand()).isEqualTo("29663.82");
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
