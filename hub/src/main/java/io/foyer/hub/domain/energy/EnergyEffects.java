package io.foyer.hub.domain.energy;

/** Takes the changes in the book of a meter, and what a person should look at. */
public interface EnergyEffects extends EnergyChanges {
    /** A register has left its level, and counts anew from another. */
    void epoch(RegisterEpoch epoch);
}
