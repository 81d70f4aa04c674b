package io.foyer.hub.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a pass ends, by civil law. */
class PlanTest {
    private static LocalDate lastDay(String validity, String first) {
        Plan plan = new Plan("p", BilingualText.of("p"), List.of(), Schedule.ALWAYS, Period.parse(validity), 0);
        LocalDate last = plan.lastDay(LocalDate.parse(first));
        assertThat(last).isNotNull();
        return last;
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 2026-11-23, 2026-11-23",
        "P1W, 2026-11-23, 2026-11-29",
        "P1M, 2026-11-01, 2026-11-30",
        "P1M, 2026-11-23, 2026-12-22",
        "P1Y, 2026-11-23, 2027-11-22",
        "P1M10D, 2026-11-23, 2027-01-01",
    })
    void a_pass_ends_the_day_before_its_first_day_comes_round(String validity, String first, String last) {
        assertThat(lastDay(validity, first)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "P1M, 2026-03-31, 2026-04-30",
        "P1M, 2026-01-29, 2026-02-28",
        "P1M, 2026-01-30, 2026-02-28",
        "P1M, 2026-01-31, 2026-02-28",
        "P1M, 2028-01-30, 2028-02-29",
        "P1Y, 2028-02-29, 2029-02-28",
    })
    void a_month_without_the_day_of_the_first_one_is_used_to_its_end(String validity, String first, String last) {
        assertThat(lastDay(validity, first)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "P2M, 2026-01-31, 2026-03-30",
        "P3M, 2026-11-30, 2027-02-28",
        "P12M, 2026-01-31, 2027-01-30",
        "P4Y, 2028-02-29, 2032-02-28",
    })
    void a_short_month_on_the_way_does_not_move_the_end(String validity, String first, String last) {
        assertThat(lastDay(validity, first)).isEqualTo(last);
    }
}
