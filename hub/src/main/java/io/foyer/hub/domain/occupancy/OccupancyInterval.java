package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How long a step of a history is. The calendar says how long a day is; the other steps are cut from the local clock.
 */
public enum OccupancyInterval {
    FIVE_MINUTES(StepSize.FIVE_MINUTES),
    QUARTER(StepSize.QUARTER),
    HOUR(StepSize.HOUR),
    DAY(StepSize.HOUR);

    private final StepSize size;

    OccupancyInterval(StepSize size) {
        this.size = size;
    }

    /** The beginning of the step that holds an instant. */
    public Instant startOf(Instant at, ZoneId zone) {
        if (this == DAY) {
            return LocalDate.ofInstant(at, zone).atStartOfDay(zone).toInstant();
        }
        long offset = zone.getRules().getOffset(at).getTotalSeconds();
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second + offset, (long) size.seconds()));
    }

    /** The beginning of the next step after the step that begins at {@code start}. */
    public Instant after(Instant start, ZoneId zone) {
        return this == DAY
                ? LocalDate.ofInstant(start, zone)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : start.plusSeconds(size.seconds());
    }

    /**
     * The longest kept steps that can make up the steps of this interval: whole hours. Where the local clock is not a
     * whole number of hours from UTC at some time in [from, to): quarters.
     */
    public StepSize parts(ZoneId zone, Instant from, Instant to) {
        return size == StepSize.HOUR && !isWholeHours(zone.getRules(), from, to) ? StepSize.QUARTER : size;
    }

    private static boolean isWholeHours(ZoneRules rules, Instant from, Instant to) {
        if (rules.getOffset(from).getTotalSeconds() % 3_600 != 0) {
            return false;
        }
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(to)) {
            if (change.getOffsetAfter().getTotalSeconds() % 3_600 != 0) {
                return false;
            }
            change = rules.nextTransition(change.getInstant());
        }
        return true;
    }
}
