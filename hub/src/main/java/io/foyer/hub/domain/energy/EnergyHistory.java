package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Quarter-hours gathered into steps of the site's own clock and calendar. */
public final class EnergyHistory {

    /** How long a step is. Days and months begin at local midnight and are as long as the calendar makes them. */
    public enum EnergyInterval {
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
    public record EnergyItem(
            Instant at,
            double quantity,
            @Nullable Double maxDemandKw,
            @Nullable Instant demandAt,
            boolean estimated) {}

    private final Meter.Medium medium;
    private final EnergyInterval step;
    private final ZoneId zone;
    private final List<EnergyItem> items = new ArrayList<>();
    private final List<Quarter> parts = new ArrayList<>();

    private EnergyHistory(Meter.Medium medium, EnergyInterval step, ZoneId zone) {
        this.medium = medium;
        this.step = step;
        this.zone = zone;
    }

    /**
     * Takes quarters in order of time and makes steps of them, in order of time; one without any quarter is left out.
     * Quarters of several meters are added up first, so a zone's demand is that of its meters together. Only the steps
     * are kept, however many quarters there are.
     */
    public static Collector<Quarter, ?, List<EnergyItem>> of(Meter.Medium medium, EnergyInterval step, ZoneId zone) {
        return Collector.of(
                () -> new EnergyHistory(medium, step, zone), EnergyHistory::add, TimeOrder.only(), EnergyHistory::done);
    }

    private void add(Quarter part) {
        if (!parts.isEmpty() && !parts.get(0).start().equals(part.start())) {
            gather();
        }
        parts.add(part);
    }

    private List<EnergyItem> done() {
        gather();
        return List.copyOf(items);
    }

    private void gather() {
        if (parts.isEmpty()) {
            return;
        }
        EnergyItem quarter = quarter();
        parts.clear();
        Instant at = step.startOf(quarter.at(), zone);
        int last = items.size() - 1;
        if (last >= 0 && items.get(last).at().equals(at)) {
            items.set(last, together(items.get(last), quarter));
        } else {
            items.add(new EnergyItem(
                    at, quarter.quantity(), quarter.maxDemandKw(), quarter.demandAt(), quarter.estimated()));
        }
    }

    private EnergyItem quarter() {
        Instant start = parts.get(0).start();
        double quantity = parts.stream().mapToDouble(Quarter::quantity).sum();
        boolean estimated = parts.stream().anyMatch(Quarter::estimated);
        return medium == Meter.Medium.ELECTRICITY
                ? new EnergyItem(start, quantity, Quarters.demandKw(quantity), start, estimated)
                : new EnergyItem(start, quantity, null, null, estimated);
    }

    private static EnergyItem together(EnergyItem step, EnergyItem quarter) {
        Double demand = quarter.maxDemandKw();
        Double most = step.maxDemandKw();
        boolean higher = demand != null && most != null && demand > most;
        return new EnergyItem(
                step.at(),
                step.quantity() + quarter.quantity(),
                higher ? demand : most,
                higher ? quarter.demandAt() : step.demandAt(),
                step.estimated() || quarter.estimated());
    }
}
