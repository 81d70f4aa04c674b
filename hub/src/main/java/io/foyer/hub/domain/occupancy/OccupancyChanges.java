package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what changes in the occupancy of zones: one method for each kind of change. */
public interface OccupancyChanges {
    /** A zone has this count from an instant on. */
    void counted(CountPoint point);

    /** People passed the border of a zone at an instant whose count is written already. The count does not change. */
    void passed(String zone, Instant at, int entries, int exits);

    /**
     * A late message has told that there were more people than the zone counted. The zone's count in [from, until)
     * rises by {@code delta}. An unknown count stays unknown, and no count falls below zero.
     *
     * @param until null where the shift lasts until the zone's next point
     * @param delta negative for fewer people
     */
    void shifted(String zone, Instant from, @Nullable Instant until, int delta);

    /** A sensor has told something new, or its last value no longer stands. */
    void source(SensorState source);

    /** The lines at the border of a zone have counted. */
    void balance(BalanceState state);

    /** The accuracy of a zone is known better. */
    void accuracy(AccuracyState state);
}
