package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a zone was used in a stretch of time.
 *
 * @param whole the stretch as one step
 * @param peakAt the beginning of the first step with the highest count; null where no time is known
 * @param bookedMinutes the booked minutes of the past. Where bookings overlap, a minute counts once
 * @param bookedEmptyMinutes the booked minutes in which the zone is known to have been empty
 */
public record ZoneUsage(
        OccupancyItem whole, @Nullable Instant peakAt, double bookedMinutes, double bookedEmptyMinutes) {
    private static final double MINUTE = 60e6;

    /**
     * Adds steps up. Where only a part of a step is booked, the same part of the step's empty time counts.
     *
     * @param items in order of time
     * @param length of each step
     * @param booked in the order in which the bookings begin
     * @param until the end of the last step: the end of the stretch, or the present
     */
    public static ZoneUsage of(
            Instant from, List<OccupancyItem> items, Duration length, List<TimeSpan> booked, Instant until) {
        OccupancyItem whole = new OccupancyItem(from, 0, 0, 0, null, 0, 0);
        Instant peakAt = null;
        for (OccupancyItem item : items) {
            OccupancyItem longer = whole.and(item);
            peakAt = longer.max() == null || longer.max().equals(whole.max()) ? peakAt : item.at();
            whole = longer;
        }
        double bookedTime = 0;
        double empty = 0;
        int next = 0;
        Instant end = from;
        for (TimeSpan time : booked) {
            Instant begin = later(time.from(), end);
            end = later(end, earlier(time.until(), until));
            bookedTime += Math.max(0, begin.until(end, ChronoUnit.MICROS));
            while (next < items.size() && items.get(next).at().isBefore(end)) {
                OccupancyItem item = items.get(next);
                Instant stop = earlier(item.at().plus(length), until);
                double shared = later(begin, item.at()).until(earlier(end, stop), ChronoUnit.MICROS);
                double all = item.at().until(stop, ChronoUnit.MICROS);
                empty += shared > 0 && all > 0 ? (item.known() - item.used()) * shared / all : 0;
                if (stop.isAfter(end)) {
                    break;
                }
                next++;
            }
        }
        return new ZoneUsage(whole, peakAt, bookedTime / MINUTE, empty / MINUTE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
