package io.foyer.hub.domain;

import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.SensorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change in the number of people in a zone. */
public sealed interface OccupancyChange extends Change {

    /** The count of a zone from an instant on. */
    record CountRecord(CountPoint point) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().counted(point);
        }
    }

    /** People who crossed the border of a zone at an instant whose count is already recorded. The count stays. */
    record PassageRecord(String zone, Instant at, int entries, int exits) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().passed(zone, at, entries, exits);
        }
    }

    /** Corrects the recorded count of a zone in [from, until). A negative delta lowers the count. */
    record ShiftRecord(String zone, Instant from, @Nullable Instant until, int delta) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().shifted(zone, from, until, delta);
        }
    }

    /** The last report of an occupancy sensor. */
    record SensorUpdate(SensorState source) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().source(source);
        }
    }

    /** The lines at the border of a zone have counted. */
    record BalanceUpdate(BalanceState state) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().balance(state);
        }
    }

    /** The accuracy of a zone is known better. */
    record AccuracyUpdate(AccuracyState state) implements OccupancyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.occupancy().accuracy(state);
        }
    }
}
