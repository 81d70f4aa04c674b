package io.foyer.hub.domain;

import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
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

    /** All that late readings, or a corrected one, change. */
    record FoldUpdate(String meter, RegisterFold fold) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().folded(meter, fold);
        }
    }

    /** A reading that came late and waits for its fold. */
    record LateRecord(String meter, Reading reading) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().late(meter, reading);
        }
    }

    /** A fold has taken in the late readings up to this instant. */
    record LateRemoval(String meter, Instant until) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().lateGone(meter, until);
        }
    }

    /** A repair of a stretch of the ledger. */
    record RepairUpdate(Repair repair) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().repaired(repair);
        }
    }

    /** A repair that is taken back. */
    record RepairRemoval(Repair repair) implements EnergyChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.energy().repairGone(repair);
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
