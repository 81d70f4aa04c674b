package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a booking that repeats begins and ends. */
class RecurrenceTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static Recurrence series(String rule, String from, String until, ZoneId zone, String... except) {
        return new Recurrence(
                rule,
                at(from, zone),
                at(until, zone),
                Set.of(except).stream().map(LocalDate::parse).collect(java.util.stream.Collectors.toSet()));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Recurrence.TimesResult unrolled(Recurrence series, ZoneId zone) {
        Recurrence.SeriesTimes unrolled = series.unroll(zone, NOW);
        assertThat(unrolled).isInstanceOf(Recurrence.TimesResult.class);
        return (Recurrence.TimesResult) unrolled;
    }

    private static List<String> times(String rule, String from, String until, ZoneId zone, String... except) {
        return unrolled(series(rule, from, until, zone, except), zone).times().stream()
                .map(time ->
                        LocalDateTime.ofInstant(time.from(), zone) + "/" + LocalDateTime.ofInstant(time.until(), zone))
                .toList();
    }

    @Test
    void a_rule_gives_every_time_the_first_included() {
        assertThat(times("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", "2026-11-23T09:00", "2026-11-23T10:00", SHANGHAI))
                .containsExactly(
                        "2026-11-23T09:00/2026-11-23T10:00",
                        "2026-11-25T09:00/2026-11-25T10:00",
                        "2026-11-30T09:00/2026-11-30T10:00");
        assertThat(times("RRULE:FREQ=DAILY;UNTIL=20261124T235959Z", "2026-11-23T09:00", "2026-11-23T10:00", SHANGHAI))
                .hasSize(2);
    }

    @Test
    void a_whole_day_is_one_whatever_the_clocks_do_in_it() {
        assertThat(times("FREQ=DAILY;COUNT=3", "2027-03-27T00:00", "2027-03-28T00:00", BERLIN))
                .containsExactly(
                        "2027-03-27T00:00/2027-03-28T00:00",
                        "2027-03-28T00:00/2027-03-29T00:00",
                        "2027-03-29T00:00/2027-03-30T00:00");
        assertThat(times("FREQ=DAILY;COUNT=2", "2027-10-30T00:00", "2027-10-31T00:00", BERLIN))
                .endsWith("2027-10-31T00:00/2027-11-01T00:00");
    }

    @Test
    void a_night_ends_at_six_whatever_the_clocks_do_in_it() {
        assertThat(times("FREQ=DAILY;COUNT=2", "2027-03-26T22:00", "2027-03-27T06:00", BERLIN))
                .endsWith("2027-03-27T22:00/2027-03-28T06:00");
        assertThat(times("FREQ=DAILY;COUNT=2", "2027-10-29T22:00", "2027-10-30T06:00", BERLIN))
                .endsWith("2027-10-30T22:00/2027-10-31T06:00");
    }

    @Test
    void an_hour_that_does_not_exist_is_as_much_later_and_of_two_the_first_is_meant() {
        assertThat(unrolled(series("FREQ=DAILY;COUNT=2", "2027-03-27T02:30", "2027-03-27T03:10", BERLIN), BERLIN)
                        .times())
                .endsWith(new TimeSpan(Instant.parse("2027-03-28T01:30:00Z"), Instant.parse("2027-03-28T02:10:00Z")));
        assertThat(unrolled(series("FREQ=DAILY;COUNT=2", "2027-10-30T02:30", "2027-10-30T02:45", BERLIN), BERLIN)
                        .times())
                .endsWith(new TimeSpan(Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-10-31T00:45:00Z")));
    }

    @Test
    void the_first_time_is_as_it_was_booked_also_in_the_second_of_two_hours() {
        Instant second = Instant.parse("2027-10-31T01:30:00Z");
        Recurrence series = new Recurrence("FREQ=DAILY;COUNT=2", second, second.plusSeconds(600), Set.of());
        assertThat(unrolled(series, BERLIN).times()).startsWith(new TimeSpan(second, second.plusSeconds(600)));
    }

    @Test
    void a_day_without_the_booking_is_left_out_and_counted_all_the_same() {
        assertThat(times("FREQ=DAILY;COUNT=3", "2026-12-23T09:00", "2026-12-23T10:00", BERLIN, "2026-12-24"))
                .containsExactly("2026-12-23T09:00/2026-12-23T10:00", "2026-12-25T09:00/2026-12-25T10:00");
    }

    @Test
    void the_last_day_of_a_rule_is_a_day_of_the_site() {
        String from = "2026-11-24T07:30";
        assertThat(times("FREQ=DAILY;UNTIL=20261126", from, "2026-11-24T08:00", SHANGHAI))
                .hasSize(3);
        assertThat(times("FREQ=DAILY;UNTIL=20261126T073000", from, "2026-11-24T08:00", SHANGHAI))
                .hasSize(3);
        assertThat(times("FREQ=DAILY;UNTIL=20261124", from, "2026-11-24T08:00", SHANGHAI))
                .hasSize(1);
    }

    @Test
    void a_rule_without_an_end_goes_on_after_the_times_that_are_kept() {
        Recurrence.TimesResult daily =
                unrolled(series("FREQ=DAILY", "2026-11-23T09:00", "2026-11-23T10:00", SHANGHAI), SHANGHAI);
        assertThat(daily.times()).hasSize(Recurrence.MOST_TIMES);
        assertThat(daily.goesOn()).isTrue();
        Recurrence.TimesResult yearly =
                unrolled(series("FREQ=YEARLY", "2026-11-23T09:00", "2026-11-23T10:00", SHANGHAI), SHANGHAI);
        assertThat(yearly.times()).hasSize(6);
        assertThat(yearly.goesOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20300101", "FREQ=WEEKLY;COUNT=1500"})
    void a_series_that_began_years_ago_holds_from_now_on(String rule) {
        List<TimeSpan> times = unrolled(series(rule, "2007-01-01T09:00", "2007-01-01T10:00", SHANGHAI), SHANGHAI)
                .times();
        assertThat(times.get(0).until()).isAfter(NOW.minus(Journal.RESERVATIONS_KEPT));
        assertThat(times.get(0).until())
                .isBefore(NOW.minus(Journal.RESERVATIONS_KEPT).plus(Duration.ofDays(7)));
        assertThat(times).contains(new TimeSpan(at("2026-11-30T09:00", SHANGHAI), at("2026-11-30T10:00", SHANGHAI)));
    }

    @Test
    void a_count_is_of_all_times_since_the_beginning() {
        List<TimeSpan> times = unrolled(
                        series("FREQ=WEEKLY;COUNT=100", "2026-01-05T09:00", "2026-01-05T10:00", SHANGHAI), SHANGHAI)
                .times();
        assertThat(times.get(times.size() - 1).from()).isEqualTo(at("2027-11-29T09:00", SHANGHAI));
    }

    @Test
    void a_rule_may_say_the_time_of_day_as_calendars_do() {
        assertThat(times(
                        "FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;COUNT=2",
                        "2026-11-23T09:00",
                        "2026-11-23T10:00",
                        SHANGHAI))
                .endsWith("2026-11-24T09:00/2026-11-24T10:00");
    }
}
