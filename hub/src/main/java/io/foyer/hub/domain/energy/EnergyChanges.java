package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the changes in the book of a meter, with one method for each kind of change. */
public interface EnergyChanges {
    /** A reading with its verdict. The verdict replaces an earlier verdict of the same reading. */
    void read(String meter, JudgedReading judged);

    /** The whole quantity of a quarter-hour. The quantity replaces the earlier one. */
    void booked(Quarter quarter);

    /** All that late readings, or a corrected one, change: verdicts and whole quarter-hours, which replace earlier ones. */
    void folded(String meter, RegisterFold fold);

    /** A reading that came late. It is kept until a fold has taken it in. */
    void late(String meter, Reading reading);

    /** A fold has taken in the late readings up to this instant. */
    void lateGone(String meter, Instant until);

    /** A repair. Its quarter-hours stand in the ledger, and what the readings say about them is kept beside. */
    void repaired(Repair repair);

    /** A repair is taken back: the ledger has what the readings say. */
    void repairGone(Repair repair);

    /** The flow of the moment, W or m³/h; null where the meter does not tell the flow. */
    void rate(String meter, @Nullable Double rate, Instant asOf);
}
