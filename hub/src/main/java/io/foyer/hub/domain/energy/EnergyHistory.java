package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.house.Meter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Quarter-hours gathered into steps of the site's own clock and calendar. */
public final class EnergyHistory {
    private EnergyHistory() {}

    /** How long a step is. Days and months begin at local midnight and are as long as the calendar makes them. */
    public enum Step {
        QUARTER,
        HOUR,
        DAY,
        MONTH;

        /** The beginning of the step that holds an instant. */
        public Instant startOf(Instant at, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            return switch (this) {
                case QUARTER -> Quarters.startOf(at);
                case HOUR -> hourOf(at, zone);
                case DAY -> day.atStartOfDay(zone).toInstant();
                case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone).toInstant();
            };
        }

        /** The hour of the local clock, which need not be one of UTC; the hour that a change of clocks repeats is two. */
        private static Instant hourOf(Instant at, ZoneId zone) {
            long offset = zone.getRules().getOffset(at).getTotalSeconds();
            return at.minusSeconds(Math.floorMod(at.getEpochSecond() + offset, 3600L))
                    .minusNanos(at.getNano());
        }
    }

    /**
     * One step.
     *
     * @param at its beginning
     * @param quantity kWh, m³ or bytes
     * @param maxDemandKw the highest mean power of one quarter, in kW; null for another medium than electricity
     * @param demandAt the beginning of that quarter, the earliest of equals; null with it
     * @param estimated true where any of it was spread over a gap
     */
    public record Item(
            Instant at,
            double quantity,
            @Nullable Double maxDemandKw,
            @Nullable Instant demandAt,
            boolean estimated) {}

    /**
     * Steps in order of time; one without any quarter is left out. Quarters of several meters are added up first, so a
     * zone's demand is that of its meters together.
     */
    public static List<Item> of(Collection<Quarter> quarters, Meter.Medium medium, Step step, ZoneId zone) {
        Map<Instant, List<Quarter>> together =
                quarters.stream().collect(Collectors.groupingBy(Quarter::start, TreeMap::new, Collectors.toList()));
        Map<Instant, List<Item>> steps = new TreeMap<>();
        together.forEach((start, parts) -> steps.computeIfAbsent(step.startOf(start, zone), at -> new ArrayList<>())
                .add(quarter(start, parts, medium)));
        return steps.entrySet().stream()
                .map(entry -> gather(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Item quarter(Instant start, List<Quarter> parts, Meter.Medium medium) {
        double quantity = parts.stream().mapToDouble(Quarter::quantity).sum();
        boolean estimated = parts.stream().anyMatch(Quarter::estimated);
        return medium == Meter.Medium.ELECTRICITY
                ? new Item(start, quantity, Quarters.demandKw(quantity), start, estimated)
                : new Item(start, quantity, null, null, estimated);
    }

    private static Item gather(Instant at, List<Item> quarters) {
        Item highest = quarters.get(0);
        double quantity = 0;
        boolean estimated = false;
        for (Item quarter : quarters) {
            quantity += quarter.quantity();
            estimated |= quarter.estimated();
            Double demand = quarter.maxDemandKw();
            Double most = highest.maxDemandKw();
            highest = demand != null && most != null && demand > most ? quarter : highest;
        }
        return new Item(at, quantity, highest.maxDemandKw(), highest.demandAt(), estimated);
    }
}
