package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What was used in a zone while nobody was there. Use and count are joined as they are, not by whole quarter-hours:
 * each booking is even in time, each count holds until the next.
 *
 * <p>The standby level is the power that the quietest tenth of the empty time stays under (its 10th percentile by
 * time): what runs day and night. The lowest power would be one odd reading, the median would call the lights that
 * were left on a standby. Energy that was spread over a gap tells nothing of the power in it, and where only some of
 * the meters are booked the sum is not the zone's: neither takes part in the level. Above it such energy counts by its
 * mean power, which can only say too little.
 *
 * @param quantity kWh, m³ or bytes used while the count was known to be 0
 * @param total of the whole time
 * @param unknown used while the count was not known
 * @param aboveStandby the part of {@code quantity} above the standby level; 0 where there is no level
 * @param standby the level, in kW, m³/h or bytes an hour; null where no measured use fell into empty time
 * @param estimated true where any of {@code quantity} was spread over a gap
 */
public record ZoneWaste(
        double quantity,
        double total,
        double unknown,
        double aboveStandby,
        @Nullable Double standby,
        boolean estimated) {

    /** The part of all that was used while the zone was empty, 0 to 1; 0 where nothing was used. */
    public double share() {
        return total > 0 ? Math.min(1, quantity / total) : 0;
    }

    /**
     * Takes the bookings of all the zone's meters of one medium, in order of their beginnings, and joins [from, until).
     * Gives nothing where there is more empty time than {@link EmptyTime#MOST} stretches.
     *
     * @param counts the zone's, as {@link ZonePresence} gives them; what is before them is unknown
     * @param until not after the present, because the last count does not hold for ever
     */
    public static Collector<Consumption, ?, Optional<ZoneWaste>> of(ZonePresence counts, Instant from, Instant until) {
        return Collector.of(() -> new ZoneUse(counts, from, until), ZoneUse::add, TimeOrder.only(), ZoneUse::waste);
    }
}
