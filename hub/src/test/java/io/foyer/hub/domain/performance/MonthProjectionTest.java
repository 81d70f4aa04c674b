package io.foyer.hub.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.domain.tariff.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The morning of Saturday 21 November 2026: 20 days of the month are over and 10 are to come, four of them weekends'. */
class MonthProjectionTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T00:00:00+08:00[Asia/Shanghai]");
    private static final CostTerms TERMS = new CostTerms(
            new TariffClock(
                    new Tariff(
                            "power",
                            List.of(Terms.with(
                                    Terms.version("2026-01-01", Terms.band("flat", "0.50", BandTimes.ALWAYS)),
                                    new FixedCharge(BigDecimal.ZERO, new BigDecimal("300"), BigDecimal.ZERO),
                                    MaximumCharge.of(new BigDecimal("10"))))),
                    ZONE,
                    TariffNotices.NONE),
            Currency.getInstance("CNY"),
            6,
            true);

    /** Quarter-hours of so many days before now, each with a day's kWh spread over it. */
    private static List<Quarter> days(int days, ToDoubleFunction<ZonedDateTime> kWhADay) {
        ZonedDateTime first = NOW.minusDays(days);
        return Stream.iterate(first, at -> at.plusMinutes(15))
                .limit(days * 96L)
                .map(at -> new Quarter("main", at.toInstant(), Kwh.of(kWhADay.applyAsDouble(at)) / 96, false))
                .toList();
    }

    private static double usual(ZonedDateTime at) {
        return at.getDayOfWeek().getValue() > 5 ? 48 : 96;
    }

    @Test
    void the_rest_of_the_month_is_as_the_same_weekdays_were() {
        MonthProjection found =
                MonthProjection.of(NOVEMBER, days(56, MonthProjectionTest::usual), TERMS, ZONE, NOW.toInstant());
        assertThat(found.soFar().quantity()).isEqualTo(Kwh.of(15 * 96 + 5 * 48)); // the 1st was a Sunday
        assertThat(found.soFar().cost()).isEqualByComparingTo("1080.00"); // 840 + 300 x 20/30 + 4 kW x 10
        assertThat(found.end().quantity()).isEqualTo(Kwh.of(21 * 96 + 9 * 48));
        assertThat(found.end().cost()).isEqualByComparingTo("1564.00"); // 2,448 x 0.50 + 300 + 4 kW x 10
        assertThat(found.weeks()).isEqualTo(8);
        assertThat(found.range().quantity()).as("every week was the same").isZero();
    }

    @Test
    void the_range_is_as_wide_as_single_weeks_are_from_their_mean() {
        List<Quarter> past = days(56, at -> {
            long week = (ChronoUnit.DAYS.between(at.toLocalDate(), NOW.toLocalDate()) - 1) / 7;
            return week % 2 == 0 ? 96 * 1.1 : 96 * 0.9;
        });
        MonthProjection found = MonthProjection.of(NOVEMBER, past, TERMS, ZONE, NOW.toInstant());
        // Ten days of 96 kWh are to come. Weeks are 10 % off: s = 0.1 x sqrt(8/7); 1.28 s sqrt(9/8) = 0.1451.
        assertThat(found.range().quantity()).isBetween(Kwh.of(139.3), Kwh.of(139.4));
        assertThat(found.range().cost()).isEqualByComparingTo("69.67");
    }

    @Test
    void with_two_weeks_there_is_no_range_and_with_nothing_no_projection() {
        MonthProjection two =
                MonthProjection.of(NOVEMBER, days(14, MonthProjectionTest::usual), TERMS, ZONE, NOW.toInstant());
        assertThat(two.weeks()).isEqualTo(2);
        assertThat(two.range()).isNull();
        assertThat(two.end().quantity() - two.soFar().quantity()).isEqualTo(Kwh.of(6 * 96 + 4 * 48));
        assertThat(MonthProjection.of(NOVEMBER, List.of(), TERMS, ZONE, NOW.toInstant())
                        .end())
                .isNull();
    }

    @Test
    void a_month_that_is_over_is_what_it_was() {
        Instant end =
                YearMonth.of(2026, 10).plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        MonthProjection found =
                MonthProjection.of(YearMonth.of(2026, 10), days(56, MonthProjectionTest::usual), null, ZONE, end);
        assertThat(found.end()).isEqualTo(found.soFar());
        assertThat(found.range().quantity()).isZero();
        assertThat(found.end().cost()).as("no tariff").isNull();
    }
}
