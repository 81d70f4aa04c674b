package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Guessing is slowed, and whoever guesses locks nobody out. */
class PasswordBrakeTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final PasswordBrake brake = new PasswordBrake(now::get);

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    private void guess(int times, String device, String address) {
        for (int one = 0; one < times; one++) {
            brake.wrong(device, address);
        }
    }

    @Test
    void after_ten_wrong_passwords_of_a_device_no_more_from_there_is_compared_for_a_while() {
        pass(Duration.ofMinutes(1));
        guess(PasswordBrake.OF_DEVICE - 1, "front-in", "stranger");
        assertThat(brake.compares("front-in", "stranger")).isTrue();
        guess(1, "front-in", "stranger");
        assertThat(brake.compares("front-in", "stranger")).isFalse();
        pass(Duration.ofSeconds(6));
        assertThat(brake.compares("front-in", "stranger")).isTrue();
    }

    @Test
    void the_device_itself_comes_in_from_another_address() {
        pass(Duration.ofMinutes(1));
        guess(100, "front-in", "stranger");
        assertThat(brake.compares("front-in", "door")).isTrue();
    }

    @Test
    void the_device_itself_comes_in_from_where_it_has_logged_in_though_others_guess_there() {
        brake.right("front-in", "proxy");
        pass(Duration.ofMinutes(1));
        guess(100, "front-in", "proxy");
        assertThat(brake.compares("front-in", "proxy")).isTrue();
        assertThat(brake.isShut("proxy")).isFalse();
    }

    @Test
    void a_device_with_a_new_password_is_heard_at_once() {
        pass(Duration.ofMinutes(1));
        guess(PasswordBrake.OF_DEVICE, "front-in", "door");
        assertThat(brake.compares("front-in", "door")).isFalse();
        brake.forgive(Set.of("front-in"));
        assertThat(brake.compares("front-in", "door")).isTrue();
    }

    @Test
    void an_address_that_guesses_on_and_on_is_not_even_read() {
        pass(Duration.ofMinutes(1));
        for (int one = 0; one < PasswordBrake.OF_ADDRESS; one++) {
            guess(1, "device-" + one, "stranger");
        }
        assertThat(brake.isShut("stranger")).isTrue();
        assertThat(brake.isShut("door")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(brake.isShut("stranger")).isFalse();
    }

    @Test
    void guesses_at_devices_that_there_are_not_count_for_their_address() {
        pass(Duration.ofMinutes(1));
        for (int one = 0; one < PasswordBrake.OF_ADDRESS; one++) {
            brake.wrong("stranger");
        }
        assertThat(brake.isShut("stranger")).isTrue();
    }

    @Test
    void in_the_first_minute_a_house_behind_one_address_comes_back_whatever_is_guessed_there() {
        guess(1_000, "front-in", "proxy");
        assertThat(brake.isShut("proxy")).isFalse();
        assertThat(brake.compares("front-in", "proxy")).isTrue();
    }
}
