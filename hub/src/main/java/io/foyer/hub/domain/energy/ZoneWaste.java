package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The use in a zone while nobody was there. Use and count are joined at their own instants, not by whole quarter-hours:
 * each booking is even in time, and each count holds until the next.
 *
 * <p>The standby level is the power below which the quietest tenth of the empty time stays (its 10th percentile by
 * time): the power of what runs day and night. The lowest power would be one odd reading. The median would include
 * lights that somebody left on. Two kinds of time take no part in the level: energy that was spread over a gap, because
 * its power is unknown, and time in which only some of the meters have bookings, because the sum is then not the sum of
 * the zone. Such energy still counts above the level, with its mean power; the result can then only be too low.
 *
 * @param quantity mWh, ml or bytes that were used while the count was known to be 0
 * @param total the use in the whole time
 * @param unknown the use while the count was unknown
 * @param aboveStandby the part of {@code quantity} above the standby level; 0 where there is no level
 * @param standby the level, in mW, ml/h or bytes an hour; null where the empty time has no measured use
 * @param estimated true where part of {@code quantity} was spread over a gap
 * @param byQuarter {@code quantity} by the beginning of the quarter-hour, each rounded
 */
public record ZoneWaste(
        long quantity,
        long total,
        long unknown,
        long aboveStandby,
        @Nullable Double standby,
        boolean estimated,
        NavigableMap<Instant, Long> byQuarter) {

    /** The part of the whole use that fell into empty time, 0 to 1; 0 where nothing was used. */
    public double share() {
        return total > 0 ? Math.min(1, (double) quantity / total) : 0;
    }

    /**
     * Takes the bookings of all meters of one medium in the zone, in the order of their beginnings, and joins [from,
     * until). Empty where the empty time has more than {@link EmptyTime#MOST} stretches.
     *
     * @param counts the presence in the zone, from {@link ZonePresence}; the time before it is unknown
     * @param until not after the present, because the last count does not hold for ever
     */
    public static Collector<Consumption, ?, Optional<ZoneWaste>> of(ZonePresence counts, Instant from, Instant until) {
        return Collector.of(() -> new ZoneUse(counts, from, until), ZoneUse::add, TimeOrder.only(), ZoneUse::waste);
    }
}
