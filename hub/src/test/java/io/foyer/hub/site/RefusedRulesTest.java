package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a series must not be, and what is said of it. */
class RefusedRulesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static Recurrence.RuleFault wrong(String rule, Duration length, String... except) {
        Set<LocalDate> days =
                Set.of(except).stream().map(LocalDate::parse).collect(java.util.stream.Collectors.toSet());
        Recurrence.SeriesTimes unrolled =
                new Recurrence(rule, MONDAY_NINE, MONDAY_NINE.plus(length), days).unroll(SHANGHAI, MONDAY_NINE);
        assertThat(unrolled).isInstanceOf(Recurrence.RuleFault.class);
        return (Recurrence.RuleFault) unrolled;
    }

    private static void isRefused(String rule, String why) {
        Recurrence.RuleFault wrong = wrong(rule, Duration.ofHours(1));
        assertThat(wrong.field()).isEqualTo("repeat");
        assertThat(wrong.text().en()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "FREQ=OFTEN",
                "FREQ=SECONDLY",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=5001",
                "FREQ=DAILY;COUNT=99999999999",
                "FREQ=DAILY;COUNT=2;COUNT=3",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=1831",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=MONTHLY;INTERVAL=2147483647",
                "FREQ=DAILY;COUNT=3;UNTIL=20261126",
                "FREQ=DAILY;BYDAY=XX",
                "FREQ=DAILY;COLOUR=RED",
                "FREQ=DAILY;X-COLOUR=RED",
                "FREQ=DAILY;BYHOUR=24"
            })
    void what_is_no_rule_is_told_with_what_would_be_right(String rule) {
        isRefused(rule, "COUNT and INTERVAL from 1");
    }

    @Test
    void a_rule_without_any_time_is_refused() {
        assertThat(wrong("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Duration.ofHours(1))
                        .field())
                .isEqualTo("repeat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYHOUR=9,14",
                "FREQ=WEEKLY;BYDAY=MO;BYMINUTE=0,30",
                "FREQ=DAILY;BYSECOND=0,1",
                "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6"
            })
    void a_rule_with_more_than_one_time_a_day_is_refused(String rule) {
        isRefused(rule, "once a day");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=YEARLY;BYMONTHDAY=23 | BYMONTH",
                "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO | week 53",
                "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO | week 53",
                "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD | BYMONTHDAY=-1",
                "FREQ=MONTHLY;SKIP=FORWARD | BYMONTHDAY=-1"
            })
    void a_rule_that_calendars_read_in_different_ways_is_refused(String rule, String why) {
        isRefused(rule, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=DAILY\nEXDATE:20261124T010000Z", "RRULE:FREQ=DAILY\r\nRDATE:20261124T010000Z"})
    void more_than_a_rule_is_refused_with_where_it_belongs(String rule) {
        isRefused(rule, "`except`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261122", "20261123T005959Z", "20261123T085959"})
    void a_rule_that_ends_before_its_booking_begins_is_refused(String until) {
        isRefused("FREQ=DAILY;UNTIL=" + until, "UNTIL");
    }

    @Test
    void a_beginning_that_is_no_time_of_the_rule_is_refused_with_the_first_that_is() {
        Recurrence.RuleFault wrong = wrong("FREQ=WEEKLY;BYDAY=TU;COUNT=2", Duration.ofHours(1));
        assertThat(wrong.field()).isEqualTo("from");
        assertThat(wrong.text().en()).contains("2026-11-24T09:00");
    }

    @Test
    void a_booking_does_not_begin_again_before_it_has_ended() {
        Recurrence.RuleFault wrong = wrong("FREQ=DAILY;COUNT=3", Duration.ofHours(25));
        assertThat(wrong.text().en()).contains("before the last time has ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11-24", "2026-12-14"})
    void a_day_to_leave_out_on_which_no_time_begins_is_refused(String day) {
        Recurrence.RuleFault wrong = wrong("FREQ=WEEKLY;COUNT=3", Duration.ofHours(1), day);
        assertThat(wrong.field()).isEqualTo("except");
        assertThat(wrong.text().en()).contains(day);
    }

    @Test
    void a_series_of_which_nothing_is_left_is_refused() {
        assertThat(wrong("FREQ=DAILY;COUNT=1", Duration.ofHours(1), "2026-11-23")
                        .text()
                        .en())
                .contains("no time that the hub can keep");
    }
}
