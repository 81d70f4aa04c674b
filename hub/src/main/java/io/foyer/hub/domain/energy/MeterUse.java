package io.foyer.hub.domain.energy;

import java.time.DayOfWeek;
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
}
