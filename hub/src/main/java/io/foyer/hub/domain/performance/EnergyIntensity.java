package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Electricity beside the people whom it served and the area on which they were.
 *
 * @param quantity mWh, all of it: what was used while nobody was there is a part of what the people needed
 * @param personHours the sum over all people of the hours for which each was counted
 * @param countedShare the part of the time in which the count was known, 0 to 1
 * @param areaM2 null where nobody has measured it
 */
public record EnergyIntensity(
        long quantity,
        double personHours,
        double countedShare,
        @Nullable Double areaM2) {
    /** Below this share people were there whom nobody counted, and the figure would be too high. */
    static final double LEAST_COUNTED = 0.9;

    /** Of coal equivalent of a kWh, at the heat value of electricity: GB/T 2589-2020, appendix A. */
    private static final BigDecimal KG_COAL = new BigDecimal("0.1229");

    private static final double HOUR = 3_600e6;

    /**
     * Joins a quantity and the counts of the same time.
     *
     * @param hours how long that time is
     */
    public static EnergyIntensity of(long quantity, List<OccupancyItem> counts, double hours, @Nullable Double areaM2) {
        double people = counts.stream().mapToDouble(OccupancyItem::people).sum() / HOUR;
        double known = counts.stream().mapToDouble(OccupancyItem::knownHours).sum();
        return new EnergyIntensity(quantity, people, hours > 0 ? Math.min(1, known / hours) : 0, areaM2);
    }

    /** kWh; null where nobody was there, or the count was known for less than nine tenths of the time. */
    public @Nullable Double perPersonHour() {
        return personHours > 0 && countedShare >= LEAST_COUNTED ? (Double) (kWh().doubleValue() / personHours) : null;
    }

    /** kWh; null where the area is not known. */
    public @Nullable Double perM2() {
        return areaM2 == null ? null : (Double) (kWh().doubleValue() / areaM2);
    }

    /** In kg of standard coal. */
    public BigDecimal coal() {
        return kWh().multiply(KG_COAL);
    }

    private BigDecimal kWh() {
        return Medium.ELECTRICITY.decimal(quantity);
    }
}
