package io.foyer.hub.domain.occupancy;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A zone's hours by the day of the week and the hour of the site's clock. */
public final class HeatMap {
    private HeatMap() {}

    /**
     * All hours of one day of the week and one hour of the clock.
     *
     * @param sum of these hours; its {@code at} is the first of these hours
     */
    public record HeatCell(DayOfWeek day, int hour, OccupancyItem sum) {}

    /** The cells that have hours, from Monday 0:00 on. The hour that a change of clocks repeats counts twice. */
    public static List<HeatCell> of(List<OccupancyItem> hours, ZoneId zone) {
        TreeMap<Integer, HeatCell> cells = new TreeMap<>();
        for (OccupancyItem item : hours) {
            ZonedDateTime local = item.at().atZone(zone);
            cells.merge(
                    local.getDayOfWeek().getValue() * 24 + local.getHour(),
                    new HeatCell(local.getDayOfWeek(), local.getHour(), item),
                    (all, one) -> new HeatCell(all.day(), all.hour(), all.sum().and(one.sum())));
        }
        return new ArrayList<>(cells.values());
    }
}
