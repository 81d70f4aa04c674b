package io.foyer.hub.domain.forecast;

import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A zone's past by days and quarter-hours of the site's clock: the mean number of people, NaN where nothing is known. The
 * hour that the end of summer time repeats counts once, as it was the second time; the one that its beginning leaves out
 * is unknown.
 */
public final class CountedDays {
    /** Of a day of the clock. */
    static final int QUARTERS = 96;

    private static final int MINUTES = 15;

    private final TreeMap<LocalDate, double[]> days = new TreeMap<>();
    private final ZoneId zone;

    /** @param items a history in steps of a quarter-hour, in order of time */
    public CountedDays(List<OccupancyItem> items, ZoneId zone) {
        this.zone = zone;
        for (OccupancyItem item : items) {
            Double mean = item.mean();
            if (mean != null) {
                LocalDateTime local = LocalDateTime.ofInstant(item.at(), zone);
                days.computeIfAbsent(local.toLocalDate(), day -> unknown())[quarter(local.toLocalTime())] = mean;
            }
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The first day of which something is known, and {@code otherwise} where none is. */
    LocalDate first(LocalDate otherwise) {
        return days.isEmpty() ? otherwise : days.firstKey();
    }

    /** The days of which something is known, in order, from {@code from} and before {@code until}. */
    SortedMap<LocalDate, double[]> between(LocalDate from, LocalDate until) {
        return days.subMap(from, until);
    }

    double[] on(LocalDate day) {
        return days.getOrDefault(day, unknown());
    }

    /** The beginnings of the quarter-hours from the one that holds an instant to the one before {@code until}. */
    List<Instant> quarters(Instant from, Instant until) {
        int into = LocalTime.ofInstant(from, zone).toSecondOfDay() % (MINUTES * 60);
        List<Instant> quarters = new ArrayList<>();
        for (Instant at = Instant.ofEpochSecond(from.getEpochSecond() - into);
                at.isBefore(until);
                at = at.plusSeconds(MINUTES * 60L)) {
            quarters.add(at);
        }
        return quarters;
    }

    /** Which quarter-hour of its day's clock begins at an instant. */
    int quarter(Instant at) {
        return quarter(LocalTime.ofInstant(at, zone));
    }

    private static int quarter(LocalTime time) {
        return time.toSecondOfDay() / (MINUTES * 60);
    }

    static double[] unknown() {
        double[] counts = new double[QUARTERS];
        Arrays.fill(counts, Double.NaN);
        return counts;
    }
}
