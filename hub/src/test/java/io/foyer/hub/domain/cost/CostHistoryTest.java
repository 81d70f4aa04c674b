package io.foyer.hub.domain.cost;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.floating;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.ladder;
import static io.foyer.hub.domain.tariff.Terms.tariff;
import static io.foyer.hub.domain.tariff.Terms.tier;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.cost.CostStep.BandCost;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.domain.tariff.TierLadder.TierPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CostHistoryTest {
    private static final Tariff DAY_AND_NIGHT =
            tariff(band("night", "0.10", hours(0, 6)), band("day", "0.30", BandTimes.ALWAYS));

    private static CostTerms terms(Tariff tariff, String zone, String currency) {
        return new CostTerms(
                new TariffClock(tariff, ZoneId.of(zone), TariffNotices.NONE), Currency.getInstance(currency), 6, true);
    }

    /** The same use in every quarter-hour of the days from one date to another, excluded. */
    private static List<CostStep> steps(CostTerms terms, EnergyInterval step, String from, String to, long used) {
        Instant first = midnight(terms, from);
        Instant end = midnight(terms, to);
        CostHistory history = new CostHistory(terms, step, first, end);
        for (Instant at = terms.readsFrom(first); at.isBefore(end); at = at.plus(Quarters.LENGTH)) {
            history.add(at, used);
        }
        return history.steps();
    }

    private static Instant midnight(CostTerms terms, String date) {
        return LocalDate.parse(date).atStartOfDay(terms.clock().zone()).toInstant();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void a_day_of_23_hours_and_one_of_25_are_priced_by_the_local_clock() {
        CostTerms terms = terms(DAY_AND_NIGHT, "Europe/Berlin", "EUR");
        CostStep spring = steps(terms, EnergyInterval.DAY, "2026-03-29", "2026-03-30", 250_000)
                .get(0);
        assertThat(spring.bands())
                .containsExactly(
                        new BandCost("night", 5_000_000, money("0.50")),
                        new BandCost("day", 18_000_000, money("5.40")));
        CostStep autumn = steps(terms, EnergyInterval.DAY, "2026-10-25", "2026-10-26", 250_000)
                .get(0);
        assertThat(autumn.bands())
                .containsExactly(
                        new BandCost("night", 7_000_000, money("0.70")),
                        new BandCost("day", 18_000_000, money("5.40")));
        assertThat(autumn.cost()).isEqualTo("6.10");
    }

    @Test
    void an_amount_is_rounded_once_half_up_to_the_smallest_unit_of_the_currency() {
        Tariff odd = tariff(band("flat", "0.005", BandTimes.ALWAYS));
        Instant at = Instant.parse("2026-05-01T00:00:00Z");
        assertThat(cost(odd, "CNY", at)).isEqualTo("0.01");
        assertThat(cost(odd, "JPY", at)).isEqualTo("0");
        assertThat(cost(odd, "KWD", at)).isEqualTo("0.005");
    }

    private static BigDecimal cost(Tariff tariff, String currency, Instant at) {
        CostHistory history =
                new CostHistory(terms(tariff, "UTC", currency), EnergyInterval.QUARTER, at, at.plus(Quarters.LENGTH));
        history.add(at, 1_000_000);
        return history.steps().get(0).cost();
    }

    @Test
    void a_month_has_its_fixed_charges_and_the_charge_for_its_highest_quarter() {
        FixedCharge fixed = new FixedCharge(money("0.0412"), money("120"), BigDecimal.ZERO);
        Tariff tariff = new Tariff(
                "power",
                List.of(with(
                        version("2026-01-01", band("flat", "0.7", BandTimes.ALWAYS)),
                        fixed,
                        MaximumCharge.of(money("40.5")))));
        CostTerms terms = terms(tariff, "Asia/Shanghai", "CNY");
        CostStep month = steps(terms, EnergyInterval.MONTH, "2026-11-01", "2026-12-01", 1_000_000)
                .get(0);
        assertThat(month.quantity()).isEqualTo(2_880_000_000L);
        assertThat(month.bands()).containsExactly(new BandCost("flat", 2_880_000_000L, money("2016.00")));
        assertThat(month.fixed()).isEqualTo("238.66"); // 2880 kWh x 0.0412 + 120
        assertThat(month.demand()).isEqualTo("162.00"); // 4 kW x 40.5
        assertThat(month.cost()).isEqualTo("2416.66");

        CostStep day = steps(terms, EnergyInterval.DAY, "2026-11-03", "2026-11-04", 1_000_000)
                .get(0);
        assertThat(day.fixed()).isEqualTo("7.96"); // 96 x 0.0412 + 120 / 30
        assertThat(day.demand()).isNull();
        CostTerms below = new CostTerms(terms.clock(), terms.currency(), 6, false);
        assertThat(steps(below, EnergyInterval.MONTH, "2026-11-01", "2026-12-01", 1_000_000)
                        .get(0)
                        .fixed())
                .isEqualTo("118.66");
    }

    @Test
    void the_hours_of_a_day_share_its_part_of_the_month_evenly() {
        Tariff tariff = new Tariff(
                "power",
                List.of(with(
                        version("2026-01-01", band("flat", "0", BandTimes.ALWAYS)),
                        new FixedCharge(BigDecimal.ZERO, money("720"), money("2.4")),
                        MaximumCharge.of(BigDecimal.ZERO))));
        CostTerms terms = terms(tariff, "Asia/Shanghai", "CNY");
        assertThat(steps(terms, EnergyInterval.HOUR, "2026-11-01", "2026-11-02", 1))
                .hasSize(24)
                .allSatisfy(hour -> assertThat(hour.fixed()).isEqualTo("1.10"));
    }

    @Test
    void a_ladder_counts_from_the_first_of_the_year_and_splits_a_quarter_hour_at_its_step() {
        Tariff water =
                new Tariff("water", List.of(ladder(TierPeriod.YEAR, tier("1", "180", "3.45"), tier("2", "", "5.2"))));
        CostTerms terms = terms(water, "Asia/Shanghai", "CNY");
        // 0.01 m³ in each quarter-hour: 0.96 m³ a day; 180 m³ are reached in the 188th day
        CostStep day = steps(terms, EnergyInterval.DAY, "2026-07-07", "2026-07-08", 10_000)
                .get(0);
        assertThat(day.bands())
                .containsExactly(new BandCost("1", 480_000, money("1.66")), new BandCost("2", 480_000, money("2.50")));
        Instant from = midnight(terms, "2027-01-01");
        CostHistory year = new CostHistory(terms, EnergyInterval.MONTH, from, midnight(terms, "2028-01-01"));
        year.add(from, 200_000_001);
        assertThat(year.steps().get(0).bands())
                .containsExactly(
                        new BandCost("1", 180_000_000, money("621.00")),
                        new BandCost("2", 20_000_001, money("104.00")));
        assertThat(terms.readsFrom(midnight(terms, "2026-07-07"))).isEqualTo(midnight(terms, "2026-01-01"));
    }

    @Test
    void what_has_no_price_is_told_and_leaves_the_cost_unknown() {
        Tariff floats = new Tariff(
                "power",
                List.of(with(
                        version("2026-01-01", floating("flat", "1", BandTimes.ALWAYS)), Map.of("2026-11", "0.7"))));
        CostTerms terms = terms(floats, "Asia/Shanghai", "CNY");
        List<CostStep> months = steps(terms, EnergyInterval.MONTH, "2026-10-01", "2027-01-01", 1_000_000);
        assertThat(months).extracting(CostStep::cost).containsExactly(null, money("2016.00"), money("2083.20"));
        assertThat(months).extracting(CostStep::unpriced).containsExactly(2_976_000_000L, 0L, 0L);
        assertThat(months).extracting(CostStep::provisional).containsExactly(false, false, true);
    }

    @Property(tries = 100)
    void bands_add_up_to_the_step_and_days_to_the_month_to_the_last_digit(
            @ForAll @Size(min = 200, max = 400) List<@LongRange(min = 0, max = 9_000_000_000_000L) Long> used) {
        CostTerms terms = terms(DAY_AND_NIGHT, "Asia/Shanghai", "CNY");
        Instant from = midnight(terms, "2026-11-01");
        Instant to = midnight(terms, "2026-12-01");
        CostHistory days = new CostHistory(terms, EnergyInterval.DAY, from, to);
        CostHistory months = new CostHistory(terms, EnergyInterval.MONTH, from, to);
        for (int i = 0; i < used.size(); i++) {
            Instant at = from.plus(Quarters.LENGTH.multipliedBy(i * 7L));
            days.add(at, used.get(i));
            months.add(at, used.get(i));
        }
        CostStep month = months.steps().get(0);
        assertThat(days.steps().stream().mapToLong(CostStep::quantity).sum()).isEqualTo(month.quantity());
        Stream.concat(days.steps().stream(), Stream.of(month)).forEach(step -> {
            assertThat(step.bands().stream().mapToLong(BandCost::quantity).sum())
                    .isEqualTo(step.quantity());
            assertThat(step.bands().stream().map(BandCost::cost).reduce(step.fixed(), BigDecimal::add))
                    .isEqualTo(step.cost());
        });
    }
}
