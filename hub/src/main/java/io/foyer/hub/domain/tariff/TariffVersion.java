package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * The first quarter-hour from the version's first day to {@code until}, excluded, that has no band; null where there
     * is none. Days on which the same bands count are looked at once.
     */
    public @Nullable LocalDateTime gap(LocalDate until) {
        Set<List<BitSet>> seen = new HashSet<>();
        BitSet yesterday = bandsOn(from.minusDays(1));
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            BitSet today = bandsOn(day);
            if (seen.add(List.of(yesterday, today))) {
                LocalDateTime gap = gapOn(day);
                if (gap != null) {
                    return gap;
                }
            }
            yesterday = today;
        }
        return null;
    }

    /** Which bands may begin on a day, by their place. */
    BitSet bandsOn(LocalDate day) {
        BitSet on = new BitSet(bands.size());
        for (int i = 0; i < bands.size(); i++) {
            on.set(i, bands.get(i).times().holdOn(day));
        }
        return on;
    }

    private @Nullable LocalDateTime gapOn(LocalDate day) {
        for (int minute = 0; minute < DayWindow.DAY; minute += 15) {
            LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
            if (band(local) == null) {
                return local;
            }
        }
        return null;
    }
}
