package io.foyer.hub.domain;

import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import java.time.Instant;

/** A change of how many people are where. */
public sealed interface OccupancyChange extends Change {

    /** A zone's count from an instant on. */
    record Counted(Point point) implements OccupancyChange {
        @Override
        public void accept(Changes changes) {
            changes.occupancy().counted(point);
        }
    }

    /** People who passed the border of a zone at an instant whose count is told already, and stays as it is. */
    record Passed(String zone, Instant at, int entries, int exits) implements OccupancyChange {
        @Override
        public void accept(Changes changes) {
            changes.occupancy().passed(zone, at, entries, exits);
        }
    }

    /** What an occupancy sensor said last. */
    record SourceIs(Source source) implements OccupancyChange {
        @Override
        public void accept(Changes changes) {
            changes.occupancy().source(source);
        }
    }

    /** The people that line counters have brought into a zone, less those they took out. */
    record FlowIs(String zone, int people) implements OccupancyChange {
        @Override
        public void accept(Changes changes) {
            changes.occupancy().flow(zone, people);
        }
    }
}
