package io.foyer.hub.domain;

import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change in the use that a meter has measured. */
public sealed interface EnergyChange extends Change {

    /** A reading with its verdict. The verdict replaces an earlier verdict of the same reading. */
    record ReadingRecord(String meter, JudgedReading judged) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().read(meter, judged);
        }
    }

    /** The whole quantity of a quarter-hour. The quantity replaces the earlier one. */
    record QuarterUpdate(Quarter quarter) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().booked(quarter);
        }
    }

    /** The flow of the moment, in W or m³/h; null where the meter does not tell the flow. */
    record RateUpdate(String meter, @Nullable Double rate, Instant asOf) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().rate(meter, rate, asOf);
        }
    }
}
