package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RegisterLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void the_value_after_the_highest_is_round() {
        Reading last = at(0, 4_294_967.0);
        assertThat(new RegisterLimits(null, 4_294_967.295)
                        .rollover(last, at(1, 0))
                        .orElseThrow())
                .isEqualTo(0.296, Offset.offset(1e-6));
        assertThat(new RegisterLimits(null, 1_000_000.0)
                        .rollover(at(0, 999_999), at(1, 0))
                        .orElseThrow())
                .isEqualTo(1.0);
    }

    private static Reading at(int minute, double register) {
        return new Reading(NOON.plusSeconds(60L * minute), register);
    }
}
