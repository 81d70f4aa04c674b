package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what changes in the book of a meter: one method for each kind of change. */
public interface EnergyChanges {
    /** A reading was judged. The judgement replaces an earlier one of the same reading. */
    void read(String meter, JudgedReading judged);

    /** A quarter-hour has this whole amount. The amount replaces what the quarter-hour had before. */
    void booked(Quarter quarter);

    /** The flow of the moment, W or m³/h; null where the meter does not tell the flow. */
    void rate(String meter, @Nullable Double rate, Instant asOf);
}
