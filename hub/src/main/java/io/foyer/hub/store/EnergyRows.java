package io.foyer.hub.store;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.energy.EnergyChanges;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Writes what meters have measured. */
final class EnergyRows implements EnergyChanges {
    private final SiteKeys keys;
    private final BatchRows rows;

    EnergyRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void read(String meter, JudgedReading judged) {
        @Nullable Consumption booking = judged.booked();
        rows.row(
                Table.READING,
                keys.meter(meter),
                RowTimes.toRow(judged.reading().at()),
                judged.reading().register(),
                Code.of(judged.verdict()),
                booking == null ? null : RowTimes.toRow(booking.from()),
                booking == null ? null : booking.quantity(),
                booking == null ? null : booking.estimated());
    }

    @Override
    public void booked(Quarter quarter) {
        ZonedDateTime local = quarter.start().atZone(keys.timeZone());
        rows.row(
                Table.QUARTER,
                keys.meter(quarter.meter()),
                RowTimes.toRow(quarter.start()),
                quarter.quantity(),
                quarter.estimated(),
                local.toLocalDate(),
                local.getHour());
    }

    @Override
    public void rate(String meter, @Nullable Double rate, Instant asOf) {
        rows.row(Table.RATE_STATE, keys.meter(meter), rate, RowTimes.toRow(asOf));
    }
}
