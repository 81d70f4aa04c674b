package io.foyer.hub.domain.occupancy;

/** Takes the effects of an observation: what the store must keep, and what changes for viewers. */
public interface OccupancyEffects extends OccupancyChanges {
    /** A zone has changed. Of several counts of a zone the last one holds. */
    void show(ZoneCount zone);

    /** Something has begun to be wrong with a sensor, or has ended. */
    void fault(SensorFault fault);
}
