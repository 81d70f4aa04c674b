package io.foyer.hub.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Holidays HOLIDAYS = new Holidays(
            "some",
            Map.of(LocalDate.parse("2026-11-27"), BilingualText.of("A Friday off")),
            Map.of(LocalDate.parse("2026-11-28"), BilingualText.of("A Saturday worked")));

    private static Schedule schedule(String from, String until, DayOfWeek... days) {
        Schedule.OpenHours window = new Schedule.OpenHours(Set.of(days), LocalTime.parse(from), LocalTime.parse(until));
        return new Schedule(
                "s",
                List.of(window),
                HOLIDAYS,
                Map.of(LocalDate.parse("2026-11-24"), List.of(hours("12:00", "13:00"))));
    }

    private static Schedule.WeekHours hours(String from, String until) {
        return new Schedule.WeekHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    @ParameterizedTest(name = "Fridays 22:00 to 06:00: at {0} {1}")
    @CsvSource({
        "2026-11-20T22:00, true",
        "2026-11-21T05:59, true",
        "2026-11-21T06:00, false",
        "2026-11-27T23:00, false",
        "2026-11-28T03:00, false"
    })
    void hours_past_midnight_belong_to_the_day_on_which_they_begin(String at, boolean open) {
        assertThat(schedule("22:00", "06:00", DayOfWeek.FRIDAY).isOpen(LocalDateTime.parse(at)))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "Mondays to Fridays 09:00 to 18:00: at {0} {1}")
    @CsvSource({
        "2026-11-26T10:00, true",
        "2026-11-27T10:00, false",
        "2026-11-28T10:00, true",
        "2026-11-29T10:00, false",
        "2026-11-24T10:00, false",
        "2026-11-24T12:30, true"
    })
    void a_day_is_its_exception_or_a_holiday_or_worked_or_as_every_week(String at, boolean open) {
        Schedule week = schedule(
                "09:00",
                "18:00",
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY);

        assertThat(week.isOpen(LocalDateTime.parse(at))).isEqualTo(open);
    }

    @ParameterizedTest(name = "01:30 to 02:30 in Berlin: at {0} {1}")
    @CsvSource({
        // The clock goes from 02:00 to 03:00 on 29 March 2026.
        "2026-03-29T00:29:59Z, false",
        "2026-03-29T00:30:00Z, true",
        "2026-03-29T00:59:59Z, true",
        "2026-03-29T01:00:00Z, false",
        // It goes from 03:00 back to 02:00 on 25 October 2026: the half-hour from two comes twice.
        "2026-10-24T23:30:00Z, true",
        "2026-10-25T00:29:59Z, true",
        "2026-10-25T00:30:00Z, false",
        "2026-10-25T01:00:00Z, true",
        "2026-10-25T01:30:00Z, false"
    })
    void hours_are_those_of_the_clock_on_the_wall(String at, boolean open) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.parse(at), BERLIN);

        assertThat(schedule("01:30", "02:30", DayOfWeek.values()).isOpen(local)).isEqualTo(open);
    }

    @Test
    void an_opening_begins_where_its_first_window_does() {
        Schedule.OpenHours morning =
                new Schedule.OpenHours(Set.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(12, 0));
        Schedule.OpenHours afternoon =
                new Schedule.OpenHours(Set.of(DayOfWeek.values()), LocalTime.of(12, 0), LocalTime.of(18, 0));
        Schedule day = new Schedule("day", List.of(morning, afternoon));

        assertThat(day.openSince(LocalDateTime.parse("2026-11-25T13:00")))
                .isEqualTo(LocalDateTime.parse("2026-11-25T08:00"));
        assertThat(day.openSince(LocalDateTime.parse("2026-11-25T18:00"))).isNull();
        assertThat(Schedule.ALWAYS.openSince(LocalDateTime.parse("2026-11-25T18:00")))
                .isBefore(LocalDateTime.parse("2026-11-24T18:00"));
    }
}
