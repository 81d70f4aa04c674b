package io.foyer.hub.domain.tariff;

import io.foyer.hub.domain.tariff.TariffClock.QuarterPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one band and one price count.
 *
 * @param from included
 * @param until excluded
 * @param band null where no band counts, as under a ladder
 * @param price of a unit (kWh, m³, GB) without what is owed whatever the band; null where it is not known
 */
public record BandStretch(
        Instant from,
        Instant until,
        @Nullable String band,
        @Nullable BigDecimal price,
        boolean provisional) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** The stretches of [from, until), cut at the quarter-hours around both. */
    public static List<BandStretch> of(TariffClock clock, Instant from, Instant until) {
        List<BandStretch> stretches = new ArrayList<>();
        Instant first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), 900L) * 900L);
        for (Instant at = first; at.isBefore(until); at = at.plus(QUARTER)) {
            QuarterPrice price = clock.price(at);
            BandStretch quarter = price == null
                    ? new BandStretch(at, at.plus(QUARTER), null, null, false)
                    : new BandStretch(at, at.plus(QUARTER), price.band().name(), price.unit(), price.provisional());
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).goesOn(quarter)) {
                stretches.set(last, stretches.get(last).until(quarter.until));
            } else {
                stretches.add(quarter);
            }
        }
        return stretches;
    }

    private boolean goesOn(BandStretch next) {
        return Objects.equals(band, next.band) && isSame(price, next.price) && provisional == next.provisional;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other == null;
        }
        return other != null && one.compareTo(other) == 0;
    }

    private BandStretch until(Instant later) {
        return new BandStretch(from, later, band, price, provisional);
    }
}
