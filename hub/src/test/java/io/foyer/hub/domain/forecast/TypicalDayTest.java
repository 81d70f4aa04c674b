package io.foyer.hub.domain.forecast;

import static io.foyer.hub.domain.forecast.CountedZone.NO_HOLIDAYS;
import static io.foyer.hub.domain.forecast.CountedZone.SHANGHAI;
import static io.foyer.hub.domain.forecast.CountedZone.TODAY;
import static io.foyer.hub.domain.forecast.CountedZone.curve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TypicalDayTest {
    private static final int NOON = 48;

    private static double peak(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> 60;
            case SATURDAY, SUNDAY -> 4;
            default -> 40;
        };
    }

    private static CountBand noon(Outlook typical) {
        return typical.items().get(NOON);
    }

    @Test
    void a_day_is_like_the_same_weekdays_before() {
        CountedDays past = CountedZone.weeks(8, (day, quarter) -> curve(peak(day), quarter));
        Outlook monday = TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY);
        assertThat(monday.items()).hasSize(96);
        assertThat(monday.items().get(0).at())
                .isEqualTo(TODAY.atStartOfDay(SHANGHAI).toInstant());
        assertThat(noon(monday).expected()).isCloseTo(60, within(6.0));
        assertThat(noon(TypicalDay.of(past, NO_HOLIDAYS, TODAY.plusDays(1), TODAY))
                        .expected())
                .isCloseTo(40, within(4.0));
    }

    @Test
    void a_holiday_is_like_a_sunday_and_a_made_up_workday_like_a_monday() {
        CountedDays past = CountedZone.weeks(8, (day, quarter) -> curve(peak(day), quarter));
        LocalDate sunday = TODAY.minusDays(1);
        SiteCalendar calendar = new SiteCalendar(Set.of(TODAY), Set.of(sunday));
        assertThat(noon(TypicalDay.of(past, calendar, TODAY, TODAY)).expected()).isLessThan(5);
        assertThat(noon(TypicalDay.of(past, calendar, sunday, TODAY)).expected())
                .isGreaterThan(50);
    }

    @Test
    void holidays_of_before_do_not_lower_what_a_monday_usually_is() {
        Set<LocalDate> off = Set.of(TODAY.minusWeeks(1), TODAY.minusWeeks(2), TODAY.minusWeeks(3), TODAY.minusWeeks(4));
        CountedDays past = CountedZone.weeks(8, (day, quarter) -> curve(off.contains(day) ? 2 : peak(day), quarter));
        CountBand monday = noon(TypicalDay.of(past, new SiteCalendar(off, Set.of()), TODAY, TODAY));
        assertThat(monday.low()).isGreaterThan(50);
    }

    @Test
    void one_wild_day_moves_no_band() {
        CountedDays past = CountedZone.weeks(
                8, (day, quarter) -> day.equals(TODAY.minusWeeks(1)) ? 300 : curve(peak(day), quarter));
        assertThat(noon(TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY)).high()).isLessThan(100);
        assertThat(noon(TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY)).expected())
                .isCloseTo(60, within(6.0));
    }

    @Test
    void a_time_of_which_nothing_is_known_is_not_taken_for_empty() {
        CountedDays past = CountedZone.weeks(
                8, (day, quarter) -> day.isAfter(TODAY.minusWeeks(4)) ? null : curve(peak(day), quarter));
        assertThat(noon(TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY)).low()).isGreaterThan(50);
    }

    @Test
    void a_young_house_takes_all_its_working_days_together() {
        CountedDays past = CountedZone.weeks(1, (day, quarter) -> curve(40, quarter));
        assertThat(TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY).items()).hasSize(96);
        LocalDate saturday = TODAY.with(DayOfWeek.SATURDAY);
        assertThat(TypicalDay.of(past, NO_HOLIDAYS, saturday, TODAY).items()).isEmpty();
    }

    @Test
    void a_zone_without_a_past_has_nothing_usual() {
        assertThat(TypicalDay.of(new CountedDays(List.of(), SHANGHAI), NO_HOLIDAYS, TODAY, TODAY)
                        .items())
                .isEmpty();
    }

    @Test
    void a_past_day_is_not_compared_with_itself_or_with_what_came_later() {
        LocalDate day = TODAY.minusWeeks(2);
        CountedDays past = CountedZone.weeks(8, (each, quarter) -> each.isBefore(day) ? curve(60, quarter) : 500.0);
        assertThat(noon(TypicalDay.of(past, NO_HOLIDAYS, day, TODAY)).high()).isLessThan(70);
    }

    @Test
    void a_day_has_92_quarter_hours_where_summer_begins_and_100_where_it_ends() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        for (LocalDate change : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
            CountedDays past = CountedZone.of(
                    berlin, change.minusWeeks(8), change.atStartOfDay(berlin).toInstant(), (day, quarter) ->
                            (double) quarter);
            List<CountBand> bands =
                    TypicalDay.of(past, NO_HOLIDAYS, change, change).items();
            assertThat(bands).hasSize(change.getMonthValue() == 3 ? 92 : 100);
            assertThat(bands.get(bands.size() - 1).expected()).isCloseTo(94.5, within(1.0));
            assertThat(bands.get(bands.size() - 1).at().plusSeconds(900))
                    .isEqualTo(change.plusDays(1).atStartOfDay(berlin).toInstant());
        }
    }

    @Property(tries = 100)
    void a_band_is_never_negative_and_holds_what_is_expected(
            @ForAll @Size(56) List<@DoubleRange(max = 500) Double> days) {
        CountedDays past = CountedZone.weeks(
                8, (day, quarter) -> days.get((int) (TODAY.toEpochDay() - day.toEpochDay() - 1)) * (quarter % 7));
        Outlook typical = TypicalDay.of(past, NO_HOLIDAYS, TODAY, TODAY);
        assertThat(typical.items()).hasSize(96).allSatisfy(band -> {
            assertThat(band.low()).isBetween(0.0, band.expected());
            assertThat(band.high()).isGreaterThanOrEqualTo(band.expected());
        });
        assertThat(typical.error()).isNotNegative();
    }
}
