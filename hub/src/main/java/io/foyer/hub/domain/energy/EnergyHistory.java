package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Quarter-hours gathered into steps of the site's own clock and calendar. */
public final class EnergyHistory {

    /** The length of a step. Days and months begin at local midnight and are as long as the calendar makes them. */
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

        /** The end of the step that begins at {@code start}. */
        public Instant endOf(Instant start, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(start, zone);
            return switch (this) {
                case QUARTER -> start.plus(Quarters.LENGTH);
                case HOUR -> start.plus(Duration.ofHours(1));
                case DAY -> day.plusDays(1).atStartOfDay(zone).toInstant();
                case MONTH -> day.plusMonths(1).atStartOfDay(zone).toInstant();
            };
        }

        /**
         * The hour of the local clock, which may differ from an hour of UTC. An hour that a change of clocks repeats is
         * two hours.
         */
        private static Instant hourOf(Instant at, ZoneId zone) {
            long offset = zone.getRules().getOffset(at).getTotalSeconds();
            return at.minusSeconds(Math.floorMod(at.getEpochSecond() + offset, 3600L))
                    .minusNanos(at.getNano());
        }
    }

    /**
     * One step.
     *
     * @param at the beginning of the step
     * @param quantity mWh, ml or bytes
     * @param maxDemand the highest mean power of one quarter, in mW; null for water and network
     * @param demandAt the beginning of that quarter, the earliest of equal ones; null where there is no demand
     * @param estimated true where part of the quantity was spread over a gap
     */
    public record EnergyItem(
            Instant at,
            long quantity,
            @Nullable Long maxDemand,
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
     * Makes steps of quarters. Both are in order of time; a step without a quarter is left out. The quarters of several
     * meters are added first, so the demand of a zone is the demand of its meters together. Only the steps stay in
     * memory, however many quarters come.
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
                    at, quarter.quantity(), quarter.maxDemand(), quarter.demandAt(), quarter.estimated()));
        }
    }

    private EnergyItem quarter() {
        Instant start = parts.get(0).start();
        long quantity = parts.stream().mapToLong(Quarter::quantity).sum();
        boolean estimated = parts.stream().anyMatch(Quarter::estimated);
        return medium == Meter.Medium.ELECTRICITY
                ? new EnergyItem(start, quantity, Quarters.demand(quantity), start, estimated)
                : new EnergyItem(start, quantity, null, null, estimated);
    }

    private static EnergyItem together(EnergyItem step, EnergyItem quarter) {
        Long demand = quarter.maxDemand();
        Long most = step.maxDemand();
        boolean higher = demand != null && most != null && demand > most;
        return new EnergyItem(
                step.at(),
                step.quantity() + quarter.quantity(),
                higher ? demand : most,
                higher ? quarter.demandAt() : step.demandAt(),
                step.estimated() || quarter.estimated());
    }
}
