package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final DeviceClocks clocks = new DeviceClocks();

    private static MessageStamp stamp(Duration behind) {
        return new MessageStamp(null, NOON.minus(behind), NOON, false);
    }

    private void learn(int times, Duration behind) {
        for (int i = 0; i < times; i++) {
            clocks.learn("d", stamp(behind));
        }
    }

    @Test
    void a_message_without_a_time_was_made_when_it_came() {
        DeviceClocks.Timing timing = clocks.judge("d", new MessageStamp(null, null, NOON, false));

        assertThat(timing.at()).isEqualTo(NOON);
        assertThat(timing.history()).isFalse();
    }

    @Test
    void what_is_older_than_two_minutes_is_history() {
        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(120))).history()).isFalse();
        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(121))).history()).isTrue();
    }

    @Test
    void what_a_broker_kept_is_history_however_young_it_says_it_is() {
        assertThat(clocks.judge("d", new MessageStamp(null, NOON, NOON, true)).history())
                .isTrue();
        assertThat(clocks.judge("d", new MessageStamp(null, null, NOON, true)).history())
                .isTrue();
    }

    @Test
    void a_known_offset_is_taken_off_the_age() {
        learn(20, Duration.ofSeconds(100));

        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(101))).age()).isEqualTo(Duration.ofSeconds(1));
        assertThat(clocks.judge("other", stamp(Duration.ofSeconds(101))).age()).isEqualTo(Duration.ofSeconds(101));
    }

    @Test
    void the_offset_is_the_median_so_a_few_late_ones_do_not_move_it() {
        learn(15, Duration.ofSeconds(2));
        learn(9, Duration.ofSeconds(110));

        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(2))).age()).isZero();
    }

    @Test
    void a_few_messages_say_nothing_yet() {
        learn(19, Duration.ofSeconds(100));

        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(100))).age()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void a_backlog_that_comes_at_once_teaches_nothing() {
        for (int i = 0; i < 40; i++) {
            clocks.learn("d", stamp(Duration.ofSeconds(115 - 2 * i)));
        }

        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(60))).age()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_clock_that_was_set_right_is_believed_again() {
        learn(20, Duration.ofSeconds(100));
        learn(20, Duration.ZERO);

        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(40))).age()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_clock_that_runs_ahead_makes_no_message_of_the_future() {
        assertThat(clocks.judge("d", stamp(Duration.ofSeconds(-60))).at()).isEqualTo(NOON);
    }
}
