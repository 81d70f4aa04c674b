package io.foyer.simulators.space;

import org.jspecify.annotations.Nullable;

/** A meter and the device that reads it. {@code maxPowerW} is 0 where the site file gives none. */
public record Meter(
        String id,
        String device,
        Medium medium,
        @Nullable String parent,
        String zone,
        String system,
        double maxPowerW) {

    /** What flows. */
    public enum Medium {
        ELECTRICITY,
        WATER,
        NETWORK
    }
}
