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

    /** False where the reading is held or wrong. */
    boolean isBelieved() {
        return verdict != ReadingVerdict.HELD && verdict != ReadingVerdict.ERROR;
    }

    /** True for the first reading of a meter. */
    boolean isFirst() {
        return verdict == ReadingVerdict.BASELINE || (verdict == ReadingVerdict.POWER && booked == null);
    }

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
        EPOCH,
        /** A power of a meter without a register. */
        POWER
    }

    /**
     * A judged reading as it was kept.
     *
     * @param from where its booking begins, or null
     * @param quantity and {@code estimated} have no meaning without a booking
     */
    public static JudgedReading kept(
            Instant at,
            long register,
            ReadingVerdict verdict,
            @Nullable Instant from,
            long quantity,
            boolean estimated) {
        boolean isPower = verdict == ReadingVerdict.POWER;
        return new JudgedReading(
                new Reading(at, register, isPower),
                verdict,
                from == null
                        ? null
                        : new Consumption(from, isPower ? PowerUse.end(from, at) : at, quantity, estimated));
    }

    /**
     * A quantity that was used between two instants, spread evenly.
     *
     * @param quantity mWh, ml or bytes, not negative
     * @param estimated true where more than 15 minutes passed between the readings
     */
    public record Consumption(Instant from, Instant to, long quantity, boolean estimated) {}
}
