package io.foyer.hub.domain.flow;

import io.foyer.hub.domain.energy.Quarter;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What a meter measured in a stretch of time.
 *
 * @param quantity mWh, ml or bytes
 * @param quarters in how many quarter-hours the meter has told something
 */
public record MeterTotal(long quantity, int quarters) {

    /** The totals of the meters, by id. A meter without a quarter-hour is left out. */
    public static Collector<Quarter, ?, Map<String, MeterTotal>> byMeter() {
        return Collectors.toMap(Quarter::meter, quarter -> new MeterTotal(quarter.quantity(), 1), MeterTotal::plus);
    }

    private MeterTotal plus(MeterTotal other) {
        return new MeterTotal(quantity + other.quantity, quarters + other.quarters);
    }
}
