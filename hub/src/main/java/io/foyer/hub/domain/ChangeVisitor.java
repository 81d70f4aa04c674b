package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessChanges;
import io.foyer.hub.domain.access.DoorChanges;
import io.foyer.hub.domain.access.PeopleChanges;
import io.foyer.hub.domain.access.ReservationChanges;
import io.foyer.hub.domain.energy.EnergyChanges;
import io.foyer.hub.domain.occupancy.OccupancyChanges;

/**
 * Whoever deals with every {@link Change}: by duty, with one method for each kind. A kind that somebody forgets does not
 * compile.
 */
public interface ChangeVisitor {
    TrailChanges trail();

    OccupancyChanges occupancy();

    EnergyChanges energy();

    AccessChanges access();

    PeopleChanges people();

    ReservationChanges reservations();

    DoorChanges doors();
}
