package io.foyer.hub.domain.forecast;

import static io.foyer.hub.domain.forecast.CountedZone.NO_HOLIDAYS;
import static io.foyer.hub.domain.forecast.CountedZone.SHANGHAI;
import static io.foyer.hub.domain.forecast.CountedZone.TODAY;
import static io.foyer.hub.domain.forecast.CountedZone.curve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.forecast.CountedZone.Counts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final int TEN = 40;

    private static Outlook at(LocalDate day, int quarter, SiteCalendar calendar, Counts counts) {
        Instant now = day.atStartOfDay(SHANGHAI).toInstant().plusSeconds(900L * quarter);
        return Forecast.of(CountedZone.of(SHANGHAI, day.minusWeeks(8), now, counts), calendar, now);
    }

    /** A week like any other, on which a factor of the morning is half lost by the afternoon. */
    private static double usual(LocalDate day, int quarter) {
        return factor(day, quarter, 1 + ((day.toEpochDay() * 7) % 5 - 2) * 0.2);
    }

    private static double factor(LocalDate day, int quarter, double ofMorning) {
        double peak = SiteCalendar.isRestDay(day.getDayOfWeek()) ? 4 : 40;
        double left = Math.pow(0.5, Math.max(0, quarter - 36) / 24.0);
        return curve(peak, quarter) * (1 + (ofMorning - 1) * left);
    }

    private static double expected(Outlook outlook, LocalDate day, int quarter) {
        Instant at = day.atStartOfDay(SHANGHAI).toInstant().plusSeconds(900L * quarter);
        return outlook.items().stream()
                .filter(band -> band.at().equals(at))
                .findFirst()
                .orElseThrow()
                .expected();
    }

    @Test
    void a_day_that_began_twice_as_full_is_forecast_fuller_and_less_so_far_ahead() {
        Outlook plain = at(
                TODAY,
                TEN,
                NO_HOLIDAYS,
                (day, quarter) -> day.equals(TODAY) ? (Double) factor(day, quarter, 1) : (Double) usual(day, quarter));
        Outlook full = at(
                TODAY,
                TEN,
                NO_HOLIDAYS,
                (day, quarter) -> day.equals(TODAY) ? (Double) factor(day, quarter, 2) : (Double) usual(day, quarter));
        double soon = expected(full, TODAY, TEN + 1) / expected(plain, TODAY, TEN + 1);
        double later = expected(full, TODAY, TEN + 24) / expected(plain, TODAY, TEN + 24);
        assertThat(soon).isBetween(1.5, 2.2);
        assertThat(later).isBetween(1.1, soon - 0.2);
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(expected(full, tomorrow, TEN)).isCloseTo(expected(plain, tomorrow, TEN), within(1e-9));
    }

    @Test
    void it_begins_with_the_quarter_hour_under_way_and_ends_with_tomorrow() {
        Outlook outlook = at(TODAY, TEN, NO_HOLIDAYS, ForecastTest::usual);
        assertThat(outlook.items()).hasSize(56 + 96);
        assertThat(outlook.items().get(0).at())
                .isEqualTo(TODAY.atStartOfDay(SHANGHAI).toInstant().plusSeconds(TEN * 900L));
    }

    @Test
    void a_holiday_is_not_like_a_monday() {
        LocalDate monday = TODAY.plusWeeks(1);
        LocalDate sunday = monday.minusDays(1);
        SiteCalendar calendar = new SiteCalendar(Set.of(monday), Set.of(sunday));
        assertThat(expected(at(sunday, TEN, calendar, ForecastTest::usual), monday, 48))
                .isLessThan(6);
        LocalDate saturday = sunday.minusDays(1);
        assertThat(expected(at(saturday, TEN, calendar, ForecastTest::usual), sunday, 48))
                .isGreaterThan(25);
    }

    @Test
    void what_is_unknown_is_left_out_and_not_taken_for_empty() {
        Outlook whole = at(TODAY, TEN, NO_HOLIDAYS, ForecastTest::usual);
        Outlook broken = at(
                TODAY,
                TEN,
                NO_HOLIDAYS,
                (day, quarter) -> day.isBefore(TODAY.minusWeeks(4)) && day.isAfter(TODAY.minusWeeks(7)) || quarter == 44
                        ? null
                        : (Double) usual(day, quarter));
        assertThat(broken.items()).hasSize(whole.items().size() - 2);
        assertThat(expected(broken, TODAY, 48)).isCloseTo(expected(whole, TODAY, 48), within(4.0));
    }

    @Test
    void a_silent_morning_leaves_the_usual_with_a_wider_range() {
        Outlook heard = at(TODAY, TEN, NO_HOLIDAYS, ForecastTest::usual);
        Outlook silent =
                at(TODAY, TEN, NO_HOLIDAYS, (day, quarter) -> day.equals(TODAY) ? null : (Double) usual(day, quarter));
        CountBand sure = heard.items().get(1);
        CountBand unsure = silent.items().get(1);
        assertThat(unsure.high() - unsure.low()).isGreaterThan(sure.high() - sure.low());
        assertThat(unsure.error()).isGreaterThan(sure.error());
    }

    @Test
    void a_zone_without_a_past_or_with_two_days_of_it_is_not_forecast() {
        assertThat(Forecast.of(
                                new CountedDays(List.of(), SHANGHAI),
                                NO_HOLIDAYS,
                                TODAY.atStartOfDay(SHANGHAI).toInstant())
                        .error())
                .isNull();
        assertThat(at(
                                TODAY,
                                TEN,
                                NO_HOLIDAYS,
                                (day, quarter) ->
                                        day.isBefore(TODAY.minusDays(2)) ? null : (Double) usual(day, quarter))
                        .items())
                .isEmpty();
    }

    @Test
    void the_night_on_which_summer_ends_is_forecast_whole() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant now = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, berlin).toInstant();
        CountedDays past =
                CountedZone.of(berlin, LocalDate.of(2026, 8, 1), now, (day, quarter) -> (Double) usual(day, quarter));
        assertThat(Forecast.of(past, NO_HOLIDAYS, now).items()).hasSize(90 + 96);
    }

    @Property(tries = 50)
    void a_forecast_is_never_negative_and_never_beyond_its_own_range(
            @ForAll @Size(57) List<@DoubleRange(max = 500) Double> days, @ForAll @IntRange(max = 95) int quarter) {
        Outlook outlook = at(
                TODAY,
                quarter,
                NO_HOLIDAYS,
                (day, each) -> days.get((int) (TODAY.toEpochDay() - day.toEpochDay())) * (each % 5));
        assertThat(outlook.items()).hasSize(96 - quarter + 96).allSatisfy(band -> {
            assertThat(band.low()).isBetween(0.0, band.expected());
            assertThat(band.high()).isGreaterThanOrEqualTo(band.expected());
            assertThat(band.error()).isNotNegative();
        });
    }
}
