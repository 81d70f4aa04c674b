package io.foyer.hub.domain;

import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.SensorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of how many people are where. */
public sealed interface OccupancyChange extends Change {

    /** A zone's count from an instant on. */
    record CountRecord(CountPoint point) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().counted(point);
        }
    }

    /** People who passed the border of a zone at an instant whose count is told already, and stays as it is. */
    record PassageRecord(String zone, Instant at, int entries, int exits) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().passed(zone, at, entries, exits);
        }
    }

    /** A zone's count that is higher, or with a negative delta lower, in [from, until) than was told before. */
    record ShiftRecord(String zone, Instant from, @Nullable Instant until, int delta) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().shifted(zone, from, until, delta);
        }
    }

    /** What an occupancy sensor said last. */
    record SensorUpdate(SensorState source) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().source(source);
        }
    }

    /** The people that line counters have brought into a zone, less those they took out. */
    record BalanceUpdate(String zone, int people) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().flow(zone, people);
        }
    }
}
