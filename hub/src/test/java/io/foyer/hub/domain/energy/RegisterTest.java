package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    /** At most 60 kWh in an hour: 1 kWh in a minute. */
    private static final RegisterLimits SIXTY_KW = limits(60_000.0, null);

    private static final RegisterLimits UNKNOWN = limits(null, null);

    @Test
    void the_first_reading_is_a_baseline_and_later_ones_book_their_rise() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(10, 103.5), at(20, 103.5)))
                .containsExactly("BASELINE", "SOUND 3.5", "SOUND 0");
    }

    @Test
    void more_than_fifteen_minutes_between_two_readings_is_an_estimate() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(15, 101), at(31, 102)))
                .containsExactly("BASELINE", "SOUND 1", "SOUND 1 estimated");
    }

    @Test
    void a_leap_of_the_last_digit_is_no_jump() {
        assertThat(judge(limits(20_000.0, null), at(0, 100), at(1, 101), at(4, 102)))
                .containsExactly("BASELINE", "SOUND 1", "SOUND 1");
    }

    @Test
    void a_rise_that_the_power_cannot_explain_waits() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500))).containsExactly("BASELINE", "HELD");
    }

    @Test
    void readings_that_go_on_from_a_jump_begin_an_epoch_there() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 500.5), at(3, 501)))
                .containsExactly("BASELINE", "EPOCH", "SOUND 0.5", "SOUND 0.5");
    }

    @Test
    void a_jump_that_returns_was_an_error_and_nothing_is_lost() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 101))).containsExactly("BASELINE", "ERROR", "SOUND 1");
    }

    @Test
    void two_errors_in_a_row_are_two_errors() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 9000), at(3, 102)))
                .containsExactly("BASELINE", "ERROR", "ERROR", "SOUND 2");
    }

    @Test
    void a_jump_that_time_alone_would_explain_is_still_no_use() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 200), at(120, 200), at(240, 201)))
                .containsExactly("BASELINE", "EPOCH", "SOUND 0 estimated", "SOUND 1 estimated");
    }

    @Test
    void a_jump_and_then_a_fall_settle_where_the_readings_go_on() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 0), at(3, 0.5)))
                .containsExactly("BASELINE", "ERROR", "RESTART 0", "SOUND 0.5");
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 0), at(3, 501)))
                .containsExactly("BASELINE", "EPOCH", "ERROR", "SOUND 1");
    }

    @Test
    void flapping_between_two_levels_books_the_old_one_only() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 500), at(2, 100.1), at(3, 500.1), at(4, 100.2)))
                .containsExactly("BASELINE", "ERROR", "SOUND 0.1", "ERROR", "SOUND 0.1");
    }

    @Test
    void a_small_fall_is_noise_until_the_old_register_is_passed() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 99.9))).containsExactly("BASELINE", "HELD");
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 99.9), at(2, 99.95), at(3, 100.25)))
                .containsExactly("BASELINE", "ERROR", "ERROR", "SOUND 0.25");
    }

    @Test
    void three_readings_that_rise_from_a_small_fall_begin_an_epoch() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 95), at(2, 95.5), at(3, 96), at(4, 96.5)))
                .containsExactly("BASELINE", "EPOCH", "SOUND 0.5", "SOUND 0.5", "SOUND 0.5");
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 95), at(2, 95.5), at(3, 96)))
                .containsExactly("BASELINE", "HELD", "HELD", "HELD");
    }

    @Test
    void a_meter_that_falls_again_begins_where_it_fell_last() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 97), at(2, 98), at(3, 95), at(4, 95.1), at(5, 95.2), at(6, 95.3)))
                .containsExactly("BASELINE", "ERROR", "ERROR", "EPOCH", "SOUND 0.1", "SOUND 0.1", "SOUND 0.1");
    }

    @Test
    void an_idle_meter_after_a_small_fall_is_believed_after_a_day() {
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 95), at(700, 95), at(1440, 95)))
                .containsExactly("BASELINE", "HELD", "HELD", "HELD");
        assertThat(judge(SIXTY_KW, at(0, 100), at(1, 95), at(700, 95), at(1441, 95), at(1442, 95.5)))
                .containsExactly("BASELINE", "EPOCH", "SOUND 0 estimated", "SOUND 0 estimated", "SOUND 0.5");
    }

    @Test
    void no_more_than_fifteen_hundred_readings_are_held() {
        List<Reading> readings = new ArrayList<>(List.of(at(0, 100)));
        for (int i = 1; i <= Register.MOST_HELD + 1; i++) {
            readings.add(new Reading(NOON.plusSeconds(i), Kwh.of(95)));
        }
        assertThat(judge(SIXTY_KW, readings.toArray(Reading[]::new)))
                .startsWith("BASELINE", "EPOCH", "SOUND 0")
                .doesNotContain("HELD");
    }

    @Test
    void a_deep_fall_that_goes_on_is_a_restart_and_its_register_counts_from_zero() {
        assertThat(judge(SIXTY_KW, at(0, 1000), at(10, 2))).containsExactly("BASELINE", "HELD");
        assertThat(judge(SIXTY_KW, at(0, 1000), at(10, 2), at(11, 2.5)))
                .containsExactly("BASELINE", "RESTART 2", "SOUND 0.5");
    }

    @Test
    void a_new_register_that_the_power_cannot_explain_is_an_epoch() {
        assertThat(judge(SIXTY_KW, at(0, 1000), at(10, 200), at(11, 200.5)))
                .containsExactly("BASELINE", "EPOCH", "SOUND 0.5");
    }

    @Test
    void a_deep_fall_that_returns_to_the_old_level_was_an_error() {
        for (RegisterLimits limits : List.of(SIXTY_KW, UNKNOWN)) {
            assertThat(judge(limits, at(0, 1000), at(1, 0), at(2, 1001)))
                    .containsExactly("BASELINE", "ERROR", "SOUND 1");
        }
    }

    @Test
    void zeros_that_repeat_tell_nothing_until_the_register_rises_or_returns() {
        for (RegisterLimits limits : List.of(SIXTY_KW, UNKNOWN)) {
            assertThat(judge(limits, at(0, 1000), at(1, 0), at(2, 0), at(3, 0), at(4, 1001)))
                    .containsExactly("BASELINE", "ERROR", "ERROR", "ERROR", "SOUND 1");
            assertThat(judge(limits, at(0, 1000), at(1, 0), at(2, 0), at(3, 0.5)))
                    .containsExactly("BASELINE", "RESTART 0", "SOUND 0", "SOUND 0.5");
        }
    }

    @Test
    void a_return_to_just_below_the_old_level_is_noise_and_no_use() {
        assertThat(judge(UNKNOWN, at(0, 1000), at(1, 0), at(2, 990), at(3, 1000.5)))
                .containsExactly("BASELINE", "ERROR", "ERROR", "SOUND 0.5");
    }

    @Test
    void a_fall_of_a_tenth_is_deep_and_one_of_less_is_noise() {
        assertThat(judge(UNKNOWN, at(0, 1000), at(1, 890), at(2, 890.5)))
                .containsExactly("BASELINE", "RESTART 890", "SOUND 0.5");
        assertThat(judge(UNKNOWN, at(0, 1000), at(1, 900.5), at(2, 901))).containsExactly("BASELINE", "HELD", "HELD");
    }

    @Test
    void a_register_runs_over_its_highest_value() {
        RegisterLimits limits = limits(60_000.0, 999_999.99);
        assertThat(judge(limits, at(0, 999_999.5), at(1, 0.3))).containsExactly("BASELINE", "ROLLOVER 0.8");
        assertThat(judge(limits, at(0, 999_990), at(15, 2))).containsExactly("BASELINE", "ROLLOVER 12");
        assertThat(judge(limits, at(0, 999_000), at(16, 2), at(17, 3)))
                .as("1,002 kWh in 16 minutes are a restart")
                .containsExactly("BASELINE", "RESTART 2 estimated", "SOUND 1");
    }

    @Test
    void a_register_near_a_power_of_ten_runs_over_too() {
        assertThat(judge(SIXTY_KW, at(0, 99_999.5), at(1, 0.3))).containsExactly("BASELINE", "ROLLOVER 0.8");
        assertThat(judge(SIXTY_KW, at(0, 99_980), at(60, 1), at(61, 1.5)))
                .as("farther than 0.01 %")
                .containsExactly("BASELINE", "RESTART 1 estimated", "SOUND 0.5");
    }

    @Test
    void where_the_power_is_unknown_a_rollover_waits_for_its_witness() {
        assertThat(judge(UNKNOWN, at(0, 99_999.5), at(1, 0.3))).containsExactly("BASELINE", "HELD");
        assertThat(judge(UNKNOWN, at(0, 99_999.5), at(1, 0.3), at(2, 0.4)))
                .containsExactly("BASELINE", "ROLLOVER 0.8", "SOUND 0.1");
        assertThat(judge(UNKNOWN, at(0, 99_999.5), at(1, 0.0), at(2, 99_999.6)))
                .containsExactly("BASELINE", "ERROR", "SOUND 0.1");
    }

    @Test
    void where_the_power_is_unknown_a_rollover_is_less_than_a_tenth_of_the_register() {
        RegisterLimits limits = limits(null, 99_999.0);
        assertThat(judge(limits, at(0, 95_000), at(1, 4_000), at(2, 4_001)))
                .containsExactly("BASELINE", "ROLLOVER 9000", "SOUND 1");
        assertThat(judge(limits, at(0, 85_000), at(1, 4_000), at(2, 4_001)))
                .containsExactly("BASELINE", "RESTART 4000", "SOUND 1");
    }

    @Test
    void a_small_fall_at_the_end_of_the_register_is_noise() {
        assertThat(judge(limits(60_000.0, 999_999.99), at(0, 999_999.5), at(1, 999_999.4)))
                .containsExactly("BASELINE", "HELD");
    }

    @Test
    void a_silence_of_more_than_a_year_is_not_booked() {
        assertThat(judge(UNKNOWN, at(0, 100), at(366 * 1440, 200), at(2 * 366 * 1440 + 1, 300)))
                .containsExactly("BASELINE", "SOUND 100 estimated", "EPOCH");
    }

    private static RegisterLimits limits(@Nullable Double maxPowerW, @Nullable Double registerMax) {
        return RegisterLimits.of(
                new Meter("m", Meter.Medium.ELECTRICITY, null, "house", null, null, maxPowerW, registerMax));
    }

    private static Reading at(int minute, double kWh) {
        return new Reading(NOON.plusSeconds(60L * minute), Kwh.of(kWh));
    }

    /** What became of each reading in the end. */
    private static List<String> judge(RegisterLimits limits, Reading... readings) {
        TreeMap<Instant, JudgedReading> last = new TreeMap<>();
        Register.RegisterState state = Register.RegisterState.EMPTY;
        for (Reading reading : readings) {
            Register.RegisterStep step = Register.next(state, reading, limits);
            step.judged().forEach(judged -> last.put(judged.reading().at(), judged));
            state = step.state();
        }
        return last.values().stream().map(RegisterTest::say).toList();
    }

    private static String say(JudgedReading judged) {
        JudgedReading.@Nullable Consumption booked = judged.booked();
        if (booked == null) {
            return judged.verdict().toString();
        }
        return judged.verdict() + " " + Meter.Medium.ELECTRICITY.decimal(booked.quantity())
                + (booked.estimated() ? " estimated" : "");
    }
}
