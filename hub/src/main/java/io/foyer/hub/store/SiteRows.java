package io.foyer.hub.store;

import io.foyer.hub.domain.ChangeVisitor;
import io.foyer.hub.store.KeyRegistry.SiteKeys;

/** Writes all changes of one site. Each part writes its own kinds of changes. */
record SiteRows(
        TrailRows trail,
        OccupancyRows occupancy,
        EnergyRows energy,
        TariffRows tariffs,
        StatementRows statements,
        AccessRows access,
        People people,
        Reservations reservations,
        DoorOverrideRows doors)
        implements ChangeVisitor {

    static SiteRows of(SiteKeys keys, BatchRows rows) {
        return new SiteRows(
                new TrailRows(keys, rows),
                new OccupancyRows(keys, rows),
                new EnergyRows(keys, rows),
                new TariffRows(keys, rows),
                new StatementRows(keys, rows),
                new AccessRows(keys, rows),
                new People(keys, rows),
                new Reservations(keys, rows),
                new DoorOverrideRows(keys, rows));
    }
}
