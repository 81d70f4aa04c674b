package io.foyer.hub.domain.definition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kg of CO2e of a kWh from the grid, by year. A year that nobody has published yet takes the newest one before it. */
public record CarbonFactors(NavigableMap<Integer, BigDecimal> byYear) {
    public static final CarbonFactors NONE = new CarbonFactors(Collections.emptyNavigableMap());

    public CarbonFactors {
        byYear = Collections.unmodifiableNavigableMap(new TreeMap<>(byYear));
    }

    /**
     * The factor that counts in a year.
     *
     * @param year the year for which it was published
     */
    public record YearFactor(int year, BigDecimal kgPerKwh) {}

    /** Null before the first year. */
    public @Nullable YearFactor of(int year) {
        Map.Entry<Integer, BigDecimal> entry = byYear.floorEntry(year);
        return entry == null ? null : new YearFactor(entry.getKey(), entry.getValue());
    }
}
