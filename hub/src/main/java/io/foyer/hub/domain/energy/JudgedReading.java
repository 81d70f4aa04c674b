package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading with its verdict. A later reading may change the verdict of an earlier one; the newest verdict counts.
 *
 * @param booked the use up to this reading, or null where the reading books nothing
 */
public record JudgedReading(
        Reading reading, ReadingVerdict verdict, @Nullable Consumption booked) {

    /** What a reading means. */
    public enum ReadingVerdict {
        /** The first reading: nothing is known of the time before. */
        BASELINE,
        /** The reading continues the one before. */
        SOUND,
        /** Later readings must explain the reading. */
        HELD,
        /** The reading was wrong. Nothing is lost and nothing added. */
        ERROR,
        /** The register began at zero again. */
        RESTART,
        /** The register ran over its highest value. */
        ROLLOVER,
        /** A new level that nothing explains. Counting starts again here. */
        EPOCH
    }

    /**
     * A quantity that was used between two instants, spread evenly.
     *
     * @param quantity mWh, ml or bytes, not negative
     * @param estimated true where more than 15 minutes passed between the readings
     */
    public record Consumption(Instant from, Instant to, long quantity, boolean estimated) {}
}
