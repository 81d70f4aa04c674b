package io.foyer.hub.web.wire;

import io.foyer.hub.domain.Change.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that the hub could not take, and the beginning of its payload. */
public record DeadLetterEntry(
        Instant at,
        @Nullable String device,
        String topic,
        String reason,
        @Schema(maxLength = LONGEST_PAYLOAD) String payload) {
    private static final int LONGEST_PAYLOAD = 1_024;

    public static DeadLetterEntry of(DeadLetter letter) {
        String payload = letter.payload();
        return new DeadLetterEntry(
                letter.at(),
                letter.device(),
                letter.topic(),
                letter.reason(),
                payload.substring(0, Math.min(payload.length(), LONGEST_PAYLOAD)));
    }
}
