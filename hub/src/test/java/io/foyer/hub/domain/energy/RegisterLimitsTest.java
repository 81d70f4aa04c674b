package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegisterLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void the_value_after_the_highest_is_round() {
        assertThat(limits(4_294_967.295).rollover(at(0, 4_294_967.0), at(1, 0))).hasValue(Kwh.of(0.296));
        assertThat(limits(1_000_000.0).rollover(at(0, 999_999), at(1, 0))).hasValue(Kwh.of(1));
        assertThat(limits(99_990.0).rollover(at(0, 99_990), at(1, 0))).hasValue(Kwh.of(1));
    }

    @Test
    void the_highest_register_of_all_can_be_followed() {
        long most = Meter.Medium.MOST;
        RegisterLimits unknown = new RegisterLimits(Meter.Medium.NETWORK, null, null);
        Reading last = new Reading(NOON, most);
        assertThat(unknown.rollover(last, at(1, 0))).isEmpty();
        assertThat(new RegisterLimits(Meter.Medium.NETWORK, null, most).rollover(last, at(1, 0)))
                .hasValue(0);
        assertThat(unknown.rollover(new Reading(NOON, most - 1), at(1, 0))).hasValue(1);
    }

    private static RegisterLimits limits(double registerMax) {
        return RegisterLimits.of(
                new Meter("m", Meter.Medium.ELECTRICITY, null, "house", null, null, null, registerMax));
    }

    private static Reading at(int minute, double kWh) {
        return new Reading(NOON.plusSeconds(60L * minute), Kwh.of(kWh));
    }
}
