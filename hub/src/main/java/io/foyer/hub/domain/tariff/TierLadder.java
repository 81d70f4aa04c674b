package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices by the quantity that was used since the first day of the month or year. */
public record TierLadder(TierPeriod per, List<Tier> tiers) {
    public TierLadder {
        tiers = List.copyOf(tiers);
    }

    /** The time after which the ladder begins anew, on the site's calendar. */
    public enum TierPeriod {
        MONTH,
        YEAR;

        /** The first day of the period around a day. */
        public LocalDate firstDay(LocalDate day) {
            return this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }
    }

    /**
     * One step of the ladder.
     *
     * @param upTo the quantity since the beginning of the period up to which the price counts, in units (kWh, m³, GB);
     *     null for the last step
     */
    public record Tier(String name, @Nullable BigDecimal upTo, BigDecimal price) {}
}
