package io.foyer.hub.domain.tariff;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A price that changes every month, by month. */
public record MonthPrices(NavigableMap<YearMonth, BigDecimal> known) {
    /** A tariff without a flat price. */
    public static final MonthPrices NONE = new MonthPrices(new TreeMap<>());

    public MonthPrices {
        known = Collections.unmodifiableNavigableMap(new TreeMap<>(known));
    }

    /**
     * The price of one month.
     *
     * @param provisional true where the month's own price is not known yet, and this is the last known one
     */
    public record MonthPrice(BigDecimal price, boolean provisional) {}

    /** The price of a month; null where the month lies before the first known one. */
    @Nullable MonthPrice of(YearMonth month) {
        Map.Entry<YearMonth, BigDecimal> entry = known.floorEntry(month);
        return entry == null
                ? null
                : new MonthPrice(entry.getValue(), !entry.getKey().equals(month));
    }

    /** The first month without a price between the first and the last known one; null where there is none. */
    public @Nullable YearMonth missing() {
        if (known.isEmpty()) {
            return null;
        }
        YearMonth month = known.firstKey();
        while (known.containsKey(month)) {
            month = month.plusMonths(1);
        }
        return month.isBefore(known.lastKey()) ? month : null;
    }
}
