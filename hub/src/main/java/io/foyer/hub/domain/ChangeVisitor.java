package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessChanges;
import io.foyer.hub.domain.access.DoorChanges;
import io.foyer.hub.domain.access.PeopleChanges;
import io.foyer.hub.domain.access.ReservationChanges;
import io.foyer.hub.domain.energy.EnergyChanges;
import io.foyer.hub.domain.occupancy.OccupancyChanges;
import io.foyer.hub.domain.statement.StatementChanges;
import io.foyer.hub.domain.tariff.TariffChanges;

/**
 * Handles every {@link Change}, with one method for each kind of change. The compiler finds a kind that somebody
 * forgets.
 */
public interface ChangeVisitor {
    TrailChanges trail();

    OccupancyChanges occupancy();

    EnergyChanges energy();

    TariffChanges tariffs();

    StatementChanges statements();

    AccessChanges access();

    PeopleChanges people();

    ReservationChanges reservations();

    DoorChanges doors();
}
