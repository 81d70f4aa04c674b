package io.foyer.hub.domain.definition;

import org.jspecify.annotations.Nullable;

/**
 * A meter with a running register.
 *
 * @param parent the meter upstream of this one, or null
 * @param zone where people use the medium
 * @param maxPowerW the most power that can flow, in W, or null where nobody knows it
 * @param registerMax the highest value of the register before it starts again at zero, or null where nobody knows it
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
