package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.BilingualText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a sensor.
 *
 * @param since when it was found
 * @param until when the sensor behaved again; null while it does not
 * @param evidence which device, what was seen since when, and what to do
 */
public record SensorFault(
        String device,
        FaultKind kind,
        Instant since,
        @Nullable Instant until,
        BilingualText evidence) {

    /** What can be wrong. */
    public enum FaultKind {
        /** It says the same, whatever happens before it. */
        STUCK(true),
        /** It is not heard any more. */
        SILENT(false),
        /** It or its connection changes more often than people move. */
        FLAPPING(true),
        /** It has counted more people than can pass. Such a count is not believed, the others are. */
        IMPOSSIBLE(false),
        /** It contradicts the other sensors of its zone. */
        DISAGREEING(true);

        private final boolean disbelieved;

        FaultKind(boolean disbelieved) {
            this.disbelieved = disbelieved;
        }

        /** True where the sensor does not count meanwhile. */
        public boolean isDisbelieved() {
            return disbelieved;
        }
    }

    SensorFault endedAt(Instant at) {
        return new SensorFault(device, kind, since, at, evidence);
    }
}
