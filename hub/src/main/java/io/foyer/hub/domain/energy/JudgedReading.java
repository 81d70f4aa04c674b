package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading with what became of it. A later reading may judge an earlier one anew: the newest judgement counts.
 *
 * @param booked what was used up to this reading, or null where it books nothing
 */
public record JudgedReading(
        Reading reading, ReadingVerdict verdict, @Nullable Consumption booked) {

    /** What a reading turned out to be. */
    public enum ReadingVerdict {
        /** The first one: nothing is known of before. */
        BASELINE,
        /** It goes on from the one before. */
        SOUND,
        /** It must wait for the readings after it. */
        HELD,
        /** It was wrong; nothing is lost and nothing added. */
        ERROR,
        /** The register began at zero again. */
        RESTART,
        /** The register ran over its highest value. */
        ROLLOVER,
        /** A new level that nothing explains: counting begins anew here. */
        EPOCH
    }

    /**
     * An amount that was used between two instants, spread evenly.
     *
     * @param quantity kWh, m³ or bytes, not negative
     * @param estimated true where more than 15 minutes passed between the readings
     */
    public record Consumption(Instant from, Instant to, double quantity, boolean estimated) {}
}
