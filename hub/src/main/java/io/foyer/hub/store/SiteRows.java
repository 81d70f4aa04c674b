package io.foyer.hub.store;

import io.foyer.hub.domain.Changes;
import io.foyer.hub.store.Registry.Keys;

/** Writes every change of one site: each duty writes its own kinds. */
record SiteRows(
        TrailRows trail,
        OccupancyRows occupancy,
        EnergyRows energy,
        AccessRows access,
        People people,
        Reservations reservations,
        DoorStates doors)
        implements Changes {

    static SiteRows of(Keys keys, BatchRows rows) {
        return new SiteRows(
                new TrailRows(keys, rows),
                new OccupancyRows(keys, rows),
                new EnergyRows(keys, rows),
                new AccessRows(keys, rows),
                new People(keys, rows),
                new Reservations(keys, rows),
                new DoorStates(keys, rows));
    }
}
