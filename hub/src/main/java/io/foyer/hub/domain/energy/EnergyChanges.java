package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the changes in the book of a meter, with one method for each kind of change. */
public interface EnergyChanges {
    /** A reading with its verdict. The verdict replaces an earlier verdict of the same reading. */
    void read(String meter, JudgedReading judged);

    /** The whole quantity of a quarter-hour. The quantity replaces the earlier one. */
    void booked(Quarter quarter);

    /** The flow of the moment, W or m³/h; null where the meter does not tell the flow. */
    void rate(String meter, @Nullable Double rate, Instant asOf);
}
