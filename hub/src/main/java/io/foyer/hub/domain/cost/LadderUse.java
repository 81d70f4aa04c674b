package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.tariff.TierLadder;
import io.foyer.hub.domain.tariff.TierLadder.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Counts the use since the first of the month and of the year, and cuts each quarter-hour at the steps of a ladder. */
final class LadderUse {
    private final Map<TierLadder.TierPeriod, PeriodUse> uses = new EnumMap<>(TierLadder.TierPeriod.class);

    private record PeriodUse(LocalDate since, long quantity) {}

    /** Takes the parts of a quarter-hour, each in one step of the ladder. */
    interface TierParts {
        void part(Tier tier, long quantity);
    }

    /**
     * Counts a quarter-hour of a day and cuts it.
     *
     * @param decimals of a unit: a kWh is a million mWh, so 6
     */
    void cut(TierLadder ladder, LocalDate day, long quantity, int decimals, TierParts parts) {
        long used = used(ladder.per(), day);
        long left = quantity;
        for (Tier tier : ladder.tiers()) {
            BigDecimal upTo = tier.upTo();
            long end = upTo == null ? Long.MAX_VALUE : smallest(upTo, decimals);
            long part = Math.min(left, Math.max(0, end - used));
            if (part > 0) {
                parts.part(tier, part);
                used += part;
                left -= part;
            }
        }
    }

    /** Counts a quarter-hour, whatever the tariff: a later version may have a ladder. */
    void count(LocalDate day, long quantity) {
        for (TierLadder.TierPeriod per : TierLadder.TierPeriod.values()) {
            uses.put(per, new PeriodUse(per.firstDay(day), used(per, day) + quantity));
        }
    }

    private long used(TierLadder.TierPeriod per, LocalDate day) {
        PeriodUse use = uses.get(per);
        return use == null || !use.since().equals(per.firstDay(day)) ? 0 : use.quantity();
    }

    private static long smallest(BigDecimal units, int decimals) {
        return units.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
