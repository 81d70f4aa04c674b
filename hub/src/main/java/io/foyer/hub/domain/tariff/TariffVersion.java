package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a tariff from a day on. A version has bands or a ladder.
 *
 * @param bands asked in order; the first that matches is it
 */
public record TariffVersion(
        LocalDate from,
        List<Band> bands,
        @Nullable TierLadder ladder,
        MonthPrices flat,
        FixedCharge fixed,
        @Nullable DemandCharge demand) {
    public TariffVersion {
        bands = List.copyOf(bands);
    }

    /** The band of a quarter-hour that begins at a local time; null where no band matches. */
    public @Nullable Band band(LocalDateTime local) {
        for (Band band : bands) {
            if (band.times().hold(local)) {
                return band;
            }
        }
        return null;
    }
}
