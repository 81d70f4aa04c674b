package io.foyer.hub.store;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.energy.EnergyChanges;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Writes what meters have measured. */
final class EnergyRows implements EnergyChanges {
    private final SiteKeys keys;
    private final BatchRows rows;
    private final RepairRows repairs;

    EnergyRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
        this.repairs = new RepairRows(keys, rows);
    }

    @Override
    public void read(String meter, JudgedReading judged) {
        rows.row(Table.READING, reading(keys.meter(meter), judged));
    }

    private static @Nullable Object[] reading(int meter, JudgedReading judged) {
        @Nullable Consumption booking = judged.booked();
        return new @Nullable Object[] {
            meter,
            RowTimes.toRow(judged.reading().at()),
            judged.reading().register(),
            Code.of(judged.verdict()),
            booking == null ? null : RowTimes.toRow(booking.from()),
            booking == null ? null : booking.quantity(),
            booking == null ? null : booking.estimated()
        };
    }

    @Override
    public void booked(Quarter quarter) {
        rows.row(Table.QUARTER, quarter(quarter));
    }

    private @Nullable Object[] quarter(Quarter quarter) {
        ZonedDateTime local = quarter.start().atZone(keys.timeZone());
        return new @Nullable Object[] {
            keys.meter(quarter.meter()),
            RowTimes.toRow(quarter.start()),
            quarter.quantity(),
            quarter.estimated(),
            local.toLocalDate(),
            local.getHour()
        };
    }

    /** A month of readings at once: their rows are made part by part, when they go out. */
    @Override
    public void folded(String meter, RegisterFold fold) {
        int key = keys.meter(meter);
        Table.READING.insert(fold.changed(), judged -> reading(key, judged)).forEach(rows::statement);
        Table.QUARTER.insert(fold.quarters(), this::quarter).forEach(rows::statement);
    }

    @Override
    public void late(String meter, Reading reading) {
        rows.row(
                Table.LATE_READING,
                keys.meter(meter),
                RowTimes.toRow(reading.at()),
                reading.register(),
                reading.isPower());
    }

    @Override
    public void lateGone(String meter, Instant until) {
        rows.statement(new Statement(MeterStatements.LATE_GONE, Tuple.of(keys.meter(meter), RowTimes.toRow(until))));
    }

    @Override
    public void repaired(Repair repair) {
        repairs.put(repair);
    }

    @Override
    public void repairGone(Repair repair) {
        repairs.remove(repair);
    }

    @Override
    public void rate(String meter, @Nullable Double rate, Instant asOf) {
        rows.row(Table.RATE_STATE, keys.meter(meter), rate, RowTimes.toRow(asOf));
    }
}
