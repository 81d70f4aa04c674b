package io.foyer.hub.domain.occupancy;

import java.time.Instant;

/** Takes what changes in the occupancy of zones: one method for each kind of change. */
public interface OccupancyChanges {
    /** A zone has this count from an instant on. */
    void counted(CountPoint point);

    /** People passed the border of a zone at an instant whose count is told already. The count stays as it is. */
    void passed(String zone, Instant at, int entries, int exits);

    /** A sensor has said something new, or its word has ceased to stand. */
    void source(SensorState source);

    /** Line counters have brought so many people into a zone, less those they took out. */
    void flow(String zone, int people);
}
