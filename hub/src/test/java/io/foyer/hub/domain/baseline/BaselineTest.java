package io.foyer.hub.domain.baseline;

import static io.foyer.hub.domain.baseline.Weeks.MONDAY;
import static io.foyer.hub.domain.baseline.Weeks.NO_HOLIDAYS;
import static io.foyer.hub.domain.baseline.Weeks.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final int DAYS = 7 * Baseline.WEEKS;
    private static final LocalDate END = MONDAY.plusDays(DAYS);

    private static Baseline learned(HourTable use, HourTable people) {
        return Baseline.learn(use, people, NO_HOLIDAYS, MONDAY, END).orElseThrow();
    }

    @Test
    void what_is_the_same_every_week_is_expected_exactly() {
        Baseline baseline = learned(table(DAYS, Weeks::office), HourTable.empty());
        assertThat(baseline.expected(END, 9, Double.NaN)).isEqualTo(10);
        assertThat(baseline.expected(END, 3, Double.NaN)).isEqualTo(2);
        assertThat(baseline.expected(END.plusDays(5), 9, Double.NaN)).isEqualTo(2);
        assertThat(baseline.fit()).isEqualTo(new BaselineFit(91, 2184, 168, 0, 0, 0, 0, null));
    }

    @Test
    void the_fit_is_that_of_guideline_14() {
        // A meter that uses 9 and 11 by turns from week to week: of 14 weeks and 168 hours, n = 2,352, p = 168, and the
        // mean is 10 with an error of 1 each time. So CV(RMSE) is the root of 2,352 / 2,184, over 10.
        HourTable use = table(14 * 7, (day, hour) -> day / 7 % 2 == 0 ? 9 : 11);
        BaselineFit fit = Baseline.learn(use, HourTable.empty(), NO_HOLIDAYS, MONDAY, MONDAY.plusWeeks(14))
                .orElseThrow()
                .fit();
        assertThat(fit.cvRmse()).isCloseTo(0.103774904, within(1e-9));
        assertThat(fit.nmbe()).isCloseTo(0, within(1e-12));
        // By days: 98 errors of 24 with 98 - 7 free, of a mean of 240; and they change sign 13 times in 97 steps.
        assertThat(fit.dayCv()).isCloseTo(0.103774904, within(1e-9));
        assertThat(fit.dayLag()).isCloseTo((84.0 - 13) / 98, within(1e-9));
    }

    @Test
    void people_count_where_they_are_counted() {
        HourTable people = table(DAYS, (day, hour) -> Weeks.office(day, hour) + 3 * Weeks.scatter(day, hour));
        HourTable use = table(DAYS, (day, hour) -> 5 + 2 * (Weeks.office(day, hour) + 3 * Weeks.scatter(day, hour)));
        Baseline baseline = learned(use, people);
        assertThat(baseline.fit().perPerson()).isCloseTo(2, within(1e-6));
        assertThat(baseline.expected(END, 9, 20)).isCloseTo(45, within(1e-6));
        assertThat(baseline.expected(END, 9, Double.NaN)).isCloseTo(25, within(1.5));
    }

    @Test
    void where_more_people_use_less_they_are_no_cause() {
        HourTable people = table(DAYS, Weeks::scatter);
        Baseline baseline = learned(table(DAYS, (day, hour) -> 5 - Weeks.scatter(day, hour)), people);
        assertThat(baseline.fit().perPerson()).isZero();
    }

    @Test
    void gross_errors_do_not_move_it() {
        HourTable use = table(
                DAYS,
                (day, hour) -> Weeks.office(day, hour) * (day / 7 == 3 ? 1_000 : 1) + Weeks.scatter(day, hour) / 10);
        Baseline baseline = learned(use, HourTable.empty());
        assertThat(baseline.expected(END, 9, Double.NaN)).isCloseTo(10, within(0.1));
        assertThat(baseline.expected(END, 3, Double.NaN)).isCloseTo(2, within(0.1));
    }

    @Test
    void a_day_off_counts_as_a_sunday() {
        SiteCalendar calendar = new SiteCalendar(Set.of(END), Set.of(END.plusDays(5)));
        Baseline baseline = Baseline.learn(table(DAYS, Weeks::office), HourTable.empty(), calendar, MONDAY, END)
                .orElseThrow();
        assertThat(baseline.expected(END, 9, Double.NaN)).isEqualTo(2);
        assertThat(baseline.expected(END.plusDays(5), 9, Double.NaN)).isEqualTo(10);
    }

    @Test
    void three_weeks_are_the_least() {
        assertThat(Baseline.learn(table(DAYS, Weeks::office), HourTable.empty(), NO_HOLIDAYS, END.minusDays(20), END))
                .isEqualTo(Optional.empty());
        assertThat(Baseline.learn(table(DAYS, Weeks::office), HourTable.empty(), NO_HOLIDAYS, END.minusDays(21), END))
                .isPresent();
    }

    @Test
    void students_t_is_that_of_the_tables() {
        assertThat(Saving.student(10)).isCloseTo(1.8125, within(2e-3));
        assertThat(Saving.student(30)).isCloseTo(1.6973, within(1e-4));
        assertThat(Saving.student(60)).isCloseTo(1.6706, within(1e-4));
    }

    @Test
    void the_uncertainty_of_a_saving_is_that_of_guideline_14() {
        // t(90) 1.662 · 1.26 · 0.1 · root of (1 + 2/91) / 30
        assertThat(Saving.of(1_000, 900, 30, new BaselineFit(91, 2184, 168, 0.2, 0, 0.1, 0, null)))
                .satisfies(saving -> assertThat(saving.quantity()).isEqualTo(100))
                .satisfies(saving -> assertThat(saving.uncertainty()).isCloseTo(38.65, within(0.05)));
        // With a lag of a half 91 days are worth 30.33: t(29.33) 1.699 · 1.26 · 0.1 · root of 3 · (1 + 2/30.33) / 30
        assertThat(Saving.of(1_000, 900, 30, new BaselineFit(91, 2184, 168, 0.2, 0, 0.1, 0.5, null))
                        .uncertainty())
                .isCloseTo(69.9, within(0.1));
    }
}
