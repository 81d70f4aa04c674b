package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Prices the quarter-hours of several meters, each under its own terms. */
public final class MeterCosts {
    private final Map<String, CostHistory> byMeter = new HashMap<>();
    private final Set<String> without = new HashSet<>();

    private MeterCosts(Map<String, CostTerms> terms, EnergyInterval step, Instant from, Instant to) {
        terms.forEach((meter, each) -> byMeter.put(meter, new CostHistory(each, step, from, to)));
    }

    /**
     * Prices the quarter-hours in [from, to). They come in order of time and begin at {@link #readsFrom}.
     *
     * @param terms by meter; a meter without a tariff has none
     */
    public static Collector<Quarter, ?, MeterCosts> of(
            Map<String, CostTerms> terms, EnergyInterval step, Instant from, Instant to) {
        return Collector.of(
                () -> new MeterCosts(terms, step, from, to), MeterCosts::add, TimeOrder.only(), costs -> costs);
    }

    /** The first instant whose quarter-hour can change a cost from {@code from} on. */
    public static Instant readsFrom(Map<String, CostTerms> terms, Instant from) {
        return terms.values().stream()
                .map(each -> each.readsFrom(from))
                .min(Instant::compareTo)
                .orElse(from);
    }

    private void add(Quarter quarter) {
        CostHistory history = byMeter.get(quarter.meter());
        if (history == null) {
            without.add(quarter.meter());
        } else {
            history.add(quarter.start(), quarter.quantity());
        }
    }

    /** The steps of one meter; empty where it has no tariff. */
    public List<CostStep> of(String meter) {
        CostHistory history = byMeter.get(meter);
        return history == null ? List.of() : history.steps();
    }

    /** By the beginning of the step: the cost of all meters together. Absent where a part of it is not known. */
    public Map<Instant, BigDecimal> sums() {
        Map<Instant, BigDecimal> sums = new HashMap<>();
        Set<Instant> unknown = new HashSet<>();
        for (CostHistory history : byMeter.values()) {
            for (CostStep step : history.steps()) {
                @Nullable BigDecimal cost = step.cost();
                if (cost == null) {
                    unknown.add(step.at());
                } else {
                    sums.merge(step.at(), cost, BigDecimal::add);
                }
            }
        }
        sums.keySet().removeAll(unknown);
        return without.isEmpty() ? sums : Map.of();
    }
}
