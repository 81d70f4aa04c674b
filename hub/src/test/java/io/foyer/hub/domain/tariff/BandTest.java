package io.foyer.hub.domain.tariff;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.dates;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.on;
import static io.foyer.hub.domain.tariff.Terms.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final Band REST = band("flat", "1", BandTimes.ALWAYS);
    private static final DayCalendar NATIONAL_DAY = new DayCalendar(
            LocalDate.parse("2026-10-01")
                    .datesUntil(LocalDate.parse("2026-10-08"))
                    .collect(Collectors.toSet()),
            Set.of(LocalDate.parse("2026-10-10")));

    private static String name(TariffVersion version, String local) {
        Band band = version.band(LocalDateTime.parse(local));
        return band == null ? "none" : band.name();
    }

    @Test
    void the_first_band_that_matches_wins() {
        TariffVersion version =
                version("2026-01-01", band("sharp", "3", hours(19, 21)), band("peak", "2", hours(18, 22)), REST);
        assertThat(name(version, "2026-05-01T18:45")).isEqualTo("peak");
        assertThat(name(version, "2026-05-01T19:00")).isEqualTo("sharp");
        assertThat(name(version, "2026-05-01T21:00")).isEqualTo("peak");
        assertThat(name(version, "2026-05-01T22:00")).isEqualTo("flat");
    }

    @Test
    void a_window_over_midnight_belongs_to_the_day_on_which_it_begins() {
        TariffVersion version = version("2026-01-01", band("valley", "0.5", on(DayOfWeek.FRIDAY, 22, 6)), REST);
        assertThat(name(version, "2026-05-08T21:45")).isEqualTo("flat");
        assertThat(name(version, "2026-05-08T22:00")).isEqualTo("valley"); // a Friday
        assertThat(name(version, "2026-05-09T05:45")).isEqualTo("valley");
        assertThat(name(version, "2026-05-09T06:00")).isEqualTo("flat");
        assertThat(name(version, "2026-05-08T05:45")).isEqualTo("flat"); // the night began on Thursday
    }

    @Test
    void dates_include_both_ends_and_may_run_over_new_year() {
        TariffVersion version = version("2026-01-01", band("sharp", "3", dates("12-15", "01-31", 19, 21)), REST);
        assertThat(name(version, "2026-12-14T20:00")).isEqualTo("flat");
        assertThat(name(version, "2026-12-15T20:00")).isEqualTo("sharp");
        assertThat(name(version, "2027-01-31T20:00")).isEqualTo("sharp");
        assertThat(name(version, "2027-02-01T20:00")).isEqualTo("flat");
    }

    @Test
    void the_night_after_the_last_date_is_still_its_night() {
        TariffVersion version = version("2026-01-01", band("valley", "0.5", dates("07-01", "07-31", 22, 6)), REST);
        assertThat(name(version, "2026-07-01T05:00")).isEqualTo("flat");
        assertThat(name(version, "2026-08-01T05:00")).isEqualTo("valley");
        assertThat(name(version, "2026-08-01T23:00")).isEqualTo("flat");
    }

    @Test
    void a_holiday_band_asks_for_the_length_of_the_published_break() {
        assertThat(name(holidays(3), "2026-10-03T12:00")).isEqualTo("deep"); // a Saturday in the break
        assertThat(name(holidays(7), "2026-10-07T12:00")).isEqualTo("deep");
        assertThat(name(holidays(8), "2026-10-07T12:00")).isEqualTo("flat");
        assertThat(name(holidays(3), "2026-10-08T12:00")).isEqualTo("flat");
    }

    private static TariffVersion holidays(int days) {
        BandTimes times = new BandTimes(
                List.of(new DayWindow(11 * 60, 15 * 60)), Set.of(), Set.of(), List.of(), NATIONAL_DAY, days, null);
        return version("2026-01-01", band("deep", "0.2", times), REST);
    }

    @Test
    void a_day_off_counts_as_Sunday_and_a_day_worked_for_it_as_Monday() {
        BandTimes weekend = new BandTimes(
                List.of(), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), List.of(), null, 1, NATIONAL_DAY);
        TariffVersion version = version("2026-01-01", band("weekend", "0.5", weekend), REST);
        assertThat(name(version, "2026-10-01T12:00")).isEqualTo("weekend"); // a Thursday off
        assertThat(name(version, "2026-10-10T12:00")).isEqualTo("flat"); // a Saturday worked
        assertThat(name(version, "2026-10-11T12:00")).isEqualTo("weekend");
    }

    @Test
    void a_quarter_hour_may_have_no_band() {
        assertThat(name(version("2026-01-01", band("summer", "1", Terms.in(Month.JULY))), "2026-08-01T00:00"))
                .isEqualTo("none");
    }
}
