package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Reply.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final Fields fields = new Fields();

    private List<Instant> starts(String rule, Instant from, ZoneId zone) {
        return Repetition.starts(fields, rule, from, from.plusSeconds(3_600), zone);
    }

    @Test
    void a_rule_gives_every_beginning_the_first_included() {
        assertThat(starts("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", MONDAY_NINE, SHANGHAI))
                .containsExactly(
                        MONDAY_NINE,
                        MONDAY_NINE.plus(Duration.ofDays(2)),
                        MONDAY_NINE.plus(Duration.ofDays(7)),
                        MONDAY_NINE.plus(Duration.ofDays(9)));
        assertThat(starts("RRULE:FREQ=DAILY;UNTIL=20261124T235959Z", MONDAY_NINE, SHANGHAI))
                .hasSize(2);
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void a_booking_that_begins_on_another_day_than_its_rule_has_that_day_too() {
        assertThat(starts("FREQ=WEEKLY;BYDAY=TU;COUNT=2", MONDAY_NINE, SHANGHAI))
                .startsWith(MONDAY_NINE, MONDAY_NINE.plus(Duration.ofDays(1)));
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void nine_oclock_stays_nine_oclock_when_the_clocks_change() {
        Instant nine = Instant.parse("2026-10-24T07:00:00Z");
        assertThat(starts("FREQ=DAILY;COUNT=2", nine, BERLIN))
                .containsExactly(nine, Instant.parse("2026-10-25T08:00:00Z"));
    }

    @Test
    void the_last_day_of_a_rule_is_a_day_of_the_site() {
        Instant late = Instant.parse("2026-11-23T23:30:00Z"); // half past seven on the 24th in Shanghai
        assertThat(starts("FREQ=DAILY;UNTIL=20261126", late, SHANGHAI)).hasSize(3);
        assertThat(starts("FREQ=DAILY;UNTIL=20261126T073000", late, SHANGHAI)).hasSize(3);
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void a_rule_without_an_end_ends() {
        assertThat(starts("FREQ=DAILY", MONDAY_NINE, SHANGHAI)).hasSize(Repetition.MOST_TIMES);
        List<Instant> yearly = starts("FREQ=YEARLY", MONDAY_NINE, SHANGHAI);
        assertThat(yearly).hasSize(6);
        assertThat(starts("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", MONDAY_NINE, SHANGHAI))
                .containsExactly(MONDAY_NINE);
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
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=1831",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=MONTHLY;INTERVAL=2147483647",
                "FREQ=DAILY;COUNT=3;UNTIL=20261126",
                "FREQ=DAILY;BYDAY=XX"
            })
    void what_is_no_rule_is_told(String rule) {
        starts(rule, MONDAY_NINE, SHANGHAI);
        assertThat(fields.errors()).extracting(FieldError::field).containsExactly("repeat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;COUNT=99999999999",
                "FREQ=DAILY;COUNT=2;COUNT=3",
                "FREQ=DAILY;COLOUR=RED",
                "FREQ=DAILY;X-COLOUR=RED",
                "FREQ=DAILY;BYHOUR=24",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
            })
    void what_is_wrong_with_a_part_of_a_rule_is_told_with_what_would_be_right(String rule) {
        starts(rule, MONDAY_NINE, SHANGHAI);
        assertThat(fields.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text().en()).contains("COUNT and INTERVAL from 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYHOUR=9,14",
                "FREQ=WEEKLY;BYDAY=MO;BYMINUTE=0,30",
                "FREQ=DAILY;BYSECOND=0,1",
                "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,1,2,3,4,5,6",
            })
    void a_rule_with_more_than_one_time_a_day_is_refused(String rule) {
        assertThat(Repetition.starts(fields, rule, MONDAY_NINE, MONDAY_NINE.plus(Duration.ofMillis(1)), SHANGHAI))
                .containsExactly(MONDAY_NINE);
        assertThat(fields.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text().en()).contains("once a day"));
    }

    @Test
    void a_rule_may_say_the_time_of_day_as_calendars_do() {
        assertThat(starts("FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;COUNT=2", MONDAY_NINE, SHANGHAI))
                .containsExactly(MONDAY_NINE, MONDAY_NINE.plus(Duration.ofDays(1)));
        assertThat(fields.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261122", "20261123T005959Z", "20261123T085959"})
    void a_rule_that_ends_before_its_booking_begins_is_refused(String until) {
        starts("FREQ=DAILY;UNTIL=" + until, MONDAY_NINE, SHANGHAI);
        assertThat(fields.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text().en()).contains("UNTIL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261123", "20261123T010000Z", "20261123T090000"})
    void a_rule_may_end_with_the_day_on_which_its_booking_begins(String until) {
        assertThat(starts("FREQ=DAILY;UNTIL=" + until, MONDAY_NINE, SHANGHAI)).containsExactly(MONDAY_NINE);
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void a_booking_does_not_begin_again_before_it_has_ended() {
        Repetition.starts(fields, "FREQ=DAILY;COUNT=3", MONDAY_NINE, MONDAY_NINE.plus(Duration.ofHours(25)), SHANGHAI);
        assertThat(fields.errors()).extracting(FieldError::field).containsExactly("repeat");
    }
}
