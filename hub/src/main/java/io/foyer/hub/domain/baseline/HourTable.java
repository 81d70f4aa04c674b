package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * A value for each hour of some days of the site's clock; NaN where it is unknown. An hour that a change of clocks
 * leaves out or repeats is unknown.
 */
public final class HourTable {
    static final int HOURS = 24;

    private final LocalDate first;
    private final double[] values;

    /** @param values 24 for each day from {@code first} on; kept as they are */
    public HourTable(LocalDate first, double[] values) {
        this.first = first;
        this.values = values;
    }

    /** Nothing is known. */
    public static HourTable empty() {
        return new HourTable(LocalDate.EPOCH, new double[0]);
    }

    /**
     * What a meter used in mWh, ml or bytes. Nothing is known of a day that {@link MeterDay#isSpread}, nor of one beside a day
     * without quarter-hours, which may have begun or ended in the middle.
     *
     * @param days in order of time, the one before the first that matters too
     * @param until the end of the meter's last quarter-hour
     */
    public static HourTable ofUse(List<MeterDay> days, ZoneId zone, Instant until) {
        if (days.isEmpty()) {
            return empty();
        }
        HourTable table = unknown(days.get(0).day(), days.get(days.size() - 1).day());
        LocalDateTime known = LocalDateTime.ofInstant(until, zone);
        for (int i = 1; i < days.size(); i++) {
            MeterDay day = days.get(i);
            boolean isWhole = days.get(i - 1).day().plusDays(1).equals(day.day())
                    && (i + 1 == days.size()
                            || day.day().plusDays(1).equals(days.get(i + 1).day()));
            for (int hour = 0; hour < HOURS && isWhole && !day.isSpread(); hour++) {
                LocalDateTime start = day.day().atTime(hour, 0);
                if (!start.plusHours(1).isAfter(known)) {
                    table.set(start, day.hours().get(hour), zone);
                }
            }
        }
        return table;
    }

    /** How many people there were on average, in hours whose count was known for half of the time at least. */
    public static HourTable ofPeople(List<OccupancyItem> hours, ZoneId zone) {
        if (hours.isEmpty()) {
            return empty();
        }
        HourTable table = unknown(
                LocalDate.ofInstant(hours.get(0).at(), zone),
                LocalDate.ofInstant(hours.get(hours.size() - 1).at(), zone));
        for (OccupancyItem item : hours) {
            Double mean = item.mean();
            if (mean != null && item.knownHours() >= 0.5) {
                table.set(LocalDateTime.ofInstant(item.at(), zone), mean, zone);
            }
        }
        return table;
    }

    private static HourTable unknown(LocalDate first, LocalDate last) {
        double[] values = new double[HOURS * (int) (ChronoUnit.DAYS.between(first, last) + 1)];
        Arrays.fill(values, Double.NaN);
        return new HourTable(first, values);
    }

    private void set(LocalDateTime hour, double value, ZoneId zone) {
        if (zone.getRules().getValidOffsets(hour).size() == 1) {
            values[index(hour.toLocalDate()) + hour.getHour()] = value;
        }
    }

    HourTable copy() {
        return new HourTable(first, values.clone());
    }

    /** Nothing is known of a day any more. */
    void forget(LocalDate day) {
        double[] unknown = new double[HOURS];
        Arrays.fill(unknown, Double.NaN);
        set(day, unknown);
    }

    void set(LocalDate day, double[] hours) {
        int index = index(day);
        if (index >= 0 && index < values.length) {
            System.arraycopy(hours, 0, values, index, HOURS);
        }
    }

    private int index(LocalDate day) {
        return HOURS * (int) ChronoUnit.DAYS.between(first, day);
    }

    double at(LocalDate day, int hour) {
        int index = index(day) + hour;
        return index < 0 || index >= values.length ? Double.NaN : values[index];
    }

    /** The 24 hours of a day. */
    double[] on(LocalDate day) {
        double[] hours = new double[HOURS];
        Arrays.setAll(hours, hour -> at(day, hour));
        return hours;
    }
}
