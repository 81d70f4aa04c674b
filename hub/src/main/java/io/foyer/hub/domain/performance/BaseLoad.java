package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.occupancy.TimeOrder;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What runs day and night. Each power is in mW, and null where no quarter-hour tells it. A quarter-hour that was spread
 * over a gap tells no power, but counts in the total.
 *
 * @param base the power below which the quietest twentieth of all quarter-hours stays: one odd reading is no base
 * @param night the median of the nights before working days, 00:00 to 05:00
 * @param weekend the median of Saturdays and Sundays
 * @param day the median of working days, 09:00 to 18:00
 * @param total mWh
 * @param quarters how many quarter-hours there are
 */
public record BaseLoad(
        @Nullable Long base,
        @Nullable Long night,
        @Nullable Long weekend,
        @Nullable Long day,
        long total,
        int quarters) {
    /** A twelfth of a year of 365.25 days. */
    private static final long QUARTERS_A_MONTH = 2_922;

    private static final double QUIETEST = 0.05;
    private static final double MIDDLE = 0.5;
    private static final int NIGHT_ENDS = 5;
    private static final int DAY_BEGINS = 9;
    private static final int DAY_ENDS = 18;

    /** The quarter-hours of several meters are added up first. They come in order of time. */
    public static Collector<Quarter, ?, BaseLoad> of(ZoneId zone) {
        return Collector.of(() -> new Sums(zone), Sums::add, TimeOrder.only(), Sums::done);
    }

    /** The part of the total that the base makes, if it runs all the time: 0 to 1; null where nothing was used. */
    public @Nullable Double share() {
        return base == null || total <= 0
                ? null
                : (Double) Math.min(1, (double) base / Quarters.demand(1) * quarters / total);
    }

    /** mWh of the base in a month. */
    public long perMonth() {
        return base == null ? 0 : base / Quarters.demand(1) * QUARTERS_A_MONTH;
    }

    /** A list of numbers, without a box for each. */
    private static final class Powers {
        private long[] all = new long[1_024];
        private int size;

        void add(long power) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = power;
        }

        @Nullable Long below(double share) {
            if (size == 0) {
                return null;
            }
            Arrays.sort(all, 0, size);
            return all[Math.max(0, (int) Math.ceil(share * size) - 1)];
        }
    }

    private static final class Sums {
        private final ZoneId zone;
        private final Powers all = new Powers();
        private final Powers night = new Powers();
        private final Powers weekend = new Powers();
        private final Powers day = new Powers();
        private @Nullable Quarter open;
        private long total;
        private int quarters;

        Sums(ZoneId zone) {
            this.zone = zone;
        }

        void add(Quarter next) {
            Quarter before = open;
            if (before != null && before.start().equals(next.start())) {
                open = new Quarter(
                        before.meter(),
                        before.start(),
                        before.quantity() + next.quantity(),
                        before.estimated() || next.estimated());
            } else {
                close();
                open = next;
            }
        }

        private void close() {
            Quarter quarter = open;
            if (quarter == null) {
                return;
            }
            total += quarter.quantity();
            quarters++;
            if (!quarter.estimated()) {
                sort(quarter.start().atZone(zone), Quarters.demand(quarter.quantity()));
            }
        }

        private void sort(ZonedDateTime at, long power) {
            all.add(power);
            boolean isWeekend = at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            if (isWeekend) {
                weekend.add(power);
            } else if (at.getHour() < NIGHT_ENDS) {
                night.add(power);
            } else if (at.getHour() >= DAY_BEGINS && at.getHour() < DAY_ENDS) {
                day.add(power);
            }
        }

        BaseLoad done() {
            close();
            return new BaseLoad(
                    all.below(QUIETEST),
                    night.below(MIDDLE),
                    weekend.below(MIDDLE),
                    day.below(MIDDLE),
                    total,
                    quarters);
        }
    }
}
