package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.access.AccessReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small devices on MQTT 3.1.1 cannot say how much they take, so they are told how much comes. */
class CommandsTest {
    private static final int TOLD = 512;

    /** Type, length, the length of the topic and the packet's number. */
    private static final int HEADER = 7;

    private static final String ID_OF_A_SWIPE = "123e4567-e89b-12d3-a456-426614174000";
    private static final String LONG_ID = "x".repeat(32);
    private static final int TOPIC =
            ("foyer/" + LONG_ID + "/" + LONG_ID + "/command").getBytes(StandardCharsets.UTF_8).length;

    @ParameterizedTest
    @EnumSource(AccessReason.class)
    void a_refusal_with_its_words_fits_into_what_a_small_device_is_told_to_keep(AccessReason reason) {
        assertThat(packet(new DoorOrder.DenyOrder(LONG_ID, ID_OF_A_SWIPE, reason)))
                .isLessThanOrEqualTo(TOLD);
    }

    @Test
    void an_unlocking_fits_too() {
        Instant at = Instant.parse("2026-11-27T23:57:07.190052123Z");
        assertThat(packet(new DoorOrder.UnlockOrder(LONG_ID, ID_OF_A_SWIPE, LONG_ID, LONG_ID, 300, at)))
                .isLessThanOrEqualTo(TOLD);
    }

    private static int packet(DoorOrder order) {
        return HEADER + TOPIC + CommandEncoder.encode(order).length;
    }
}
