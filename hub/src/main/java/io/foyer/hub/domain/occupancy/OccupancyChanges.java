package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what changes in the occupancy of zones: one method for each kind of change. */
public interface OccupancyChanges {
    /** A zone has this count from an instant on. */
    void counted(CountPoint point);

    /** People passed the border of a zone at an instant whose count is told already. The count stays as it is. */
    void passed(String zone, Instant at, int entries, int exits);

    /**
     * A late message has told that there were more people than was counted: the zone's count is {@code delta} higher in
     * [from, until) than what was told until now. Where it is unknown it stays so, and it is never below zero.
     *
     * @param until null for up to now and on, until a point is told after this
     * @param delta negative for fewer people
     */
    void shifted(String zone, Instant from, @Nullable Instant until, int delta);

    /** A sensor has said something new, or its word has ceased to stand. */
    void source(SensorState source);

    /** The lines at the border of a zone have counted. */
    void balance(BalanceState state);
}
