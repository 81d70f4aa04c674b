package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.access.Booking.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a zone stood empty while it was booked, from the steps of its history and so to the length of a step. A time of
 * which the count is not known is no empty time.
 */
public final class Vacancy {
    /** So much of a step may be unknown: a sensor's connection changes now and then. */
    private static final Duration BLINK = Duration.ofSeconds(10);

    private Vacancy() {}

    /**
     * Since when a zone has been empty without a break; null where somebody is there, or where it is not known.
     *
     * @param items up to {@code now}, in order of time
     * @param length of each of them
     * @param from the answer is no earlier than this
     */
    public static @Nullable Instant since(List<OccupancyItem> items, Duration length, Instant from, Instant now) {
        Instant since = null;
        Instant end = from;
        for (OccupancyItem item : items) {
            Instant stop = earlier(item.at().plus(length), now);
            if (stop.isAfter(from)) {
                end = stop;
                if (!isEmpty(item, stop)) {
                    since = null;
                } else if (since == null) {
                    since = item.at().isAfter(from) ? item.at() : from;
                }
            }
        }
        return end.equals(now) ? since : null;
    }

    /**
     * True where nobody was there in any step that lies wholly in a booked time. In the steps at its two ends the people of
     * the bookings before and after may be counted. False where it has no such step.
     *
     * @param items in order of time
     */
    public static boolean isUnused(List<OccupancyItem> items, Duration length, TimeSpan booked) {
        boolean isAny = false;
        for (int i = first(items, booked.from()); i < items.size(); i++) {
            Instant stop = items.get(i).at().plus(length);
            if (stop.isAfter(booked.until())) {
                break;
            }
            if (!isEmpty(items.get(i), stop)) {
                return false;
            }
            isAny = true;
        }
        return isAny;
    }

    /** The first item that does not begin before an instant. */
    private static int first(List<OccupancyItem> items, Instant from) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).at().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isEmpty(OccupancyItem item, Instant stop) {
        double least = item.at().plus(BLINK).until(stop, ChronoUnit.MICROS);
        return item.used() == 0 && item.known() > 0 && item.known() >= least;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
