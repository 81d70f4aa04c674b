package io.foyer.hub.domain.definition;

import org.jspecify.annotations.Nullable;

/**
 * A meter with a running register.
 *
 * @param parent the meter that this one is behind, or null
 * @param zone where its medium is used
 * @param maxPowerW the most that can flow, in W, or null where unknown
 * @param registerMax the highest value that the register shows before it begins at zero again, or null where unknown
 */
public record Meter(
        String id,
        Medium medium,
        @Nullable String parent,
        String zone,
        @Nullable String system,
        @Nullable BilingualText name,
        @Nullable Double maxPowerW,
        @Nullable Double registerMax) {
    /** Electricity in kWh, water in m³, network in bytes (received and sent together). */
    public enum Medium {
        ELECTRICITY,
        WATER,
        NETWORK
    }
}
