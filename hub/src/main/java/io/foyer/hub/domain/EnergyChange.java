package io.foyer.hub.domain;

import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of what a meter has measured. */
public sealed interface EnergyChange extends Change {

    /** A reading and its judgement, which replaces an earlier judgement of the same reading. */
    record ReadingRecord(String meter, JudgedReading judged) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().read(meter, judged);
        }
    }

    /** A quarter's whole amount, which replaces what the quarter had before. */
    record QuarterUpdate(Quarter quarter) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().booked(quarter);
        }
    }

    /** The flow of the moment, W or m³/h; null where the meter does not tell it. */
    record RateUpdate(String meter, @Nullable Double rate, Instant asOf) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().rate(meter, rate, asOf);
        }
    }
}
