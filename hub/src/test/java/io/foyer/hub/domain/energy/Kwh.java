package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter.Medium;
import java.math.BigDecimal;

/** Energy in kWh, as people write it, in the hub's mWh. */
public final class Kwh {
    private Kwh() {}

    public static long of(double kWh) {
        return of(BigDecimal.valueOf(kWh));
    }

    static long of(BigDecimal kWh) {
        return Medium.ELECTRICITY.whole(kWh).orElseThrow();
    }
}
