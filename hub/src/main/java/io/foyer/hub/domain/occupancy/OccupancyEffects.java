package io.foyer.hub.domain.occupancy;

/** Takes what an observation brings about: what must be kept, and what viewers see changed. */
public interface OccupancyEffects extends OccupancyChanges {
    /** A zone is otherwise than before. The last of several such counts of a zone is the one that holds. */
    void show(ZoneCount zone);
}
