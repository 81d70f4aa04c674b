package io.foyer.hub.domain.energy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The use of some meters together, by the calendar and clock of the site. Quantities are mWh, ml or bytes. */
public final class MeterUse {
    private MeterUse() {}

    /**
     * One month.
     *
     * @param estimated true where part of the quantity was spread over a gap
     */
    public record MonthUse(YearMonth month, long quantity, boolean estimated) {}

    /**
     * All days of one name.
     *
     * @param days how many of them have a reading
     * @param hours the quantity of each of the 24 hours of the clock
     */
    public record WeekdayUse(DayOfWeek weekday, int days, List<Long> hours, boolean estimated) {
        public WeekdayUse {
            hours = List.copyOf(hours);
        }
    }

    /**
     * The days of one meter, in order.
     *
     * @param until the end of the meter's last quarter-hour of all
     */
    public record MeterPast(List<MeterDay> days, Instant until) {
        public static final MeterPast NONE = new MeterPast(List.of(), Instant.EPOCH);

        public MeterPast {
            days = List.copyOf(days);
        }
    }

    /**
     * One day.
     *
     * @param hours the quantity of each of the 24 hours of the clock
     * @param estimates how many of its quarter-hours were spread over a gap
     */
    public record MeterDay(LocalDate day, List<Long> hours, int estimates) {
        /** Six hours that were spread tell nothing of when the use was. */
        private static final int MOST_ESTIMATES = 24;

        public MeterDay {
            hours = List.copyOf(hours);
        }

        public boolean isSpread() {
            return estimates > MOST_ESTIMATES;
        }

        public long quantity() {
            return hours.stream().mapToLong(Long::longValue).sum();
        }
    }
}
