package io.foyer.hub.domain.forecast;

import io.foyer.hub.domain.occupancy.OccupancyItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A zone whose past a test says by days and quarter-hours; null is unknown. */
final class CountedZone {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final SiteCalendar NO_HOLIDAYS = new SiteCalendar(Set.of(), Set.of());

    /** A Monday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    interface Counts {
        Double at(LocalDate day, int quarter);
    }

    private CountedZone() {}

    static CountedDays of(ZoneId zone, LocalDate first, Instant end, Counts counts) {
        List<OccupancyItem> items = new ArrayList<>();
        for (Instant at = first.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(900)) {
            ZonedDateTime local = at.atZone(zone);
            Double mean = counts.at(local.toLocalDate(), local.toLocalTime().toSecondOfDay() / 900);
            items.add(
                    mean == null
                            ? new OccupancyItem(at, 0, 0, 0, null, 0, 0)
                            : new OccupancyItem(at, mean, 1, mean > 0 ? 1 : 0, (int) Math.ceil(mean), 0, 0));
        }
        return new CountedDays(items, zone);
    }

    /** So many weeks up to the beginning of today. */
    static CountedDays weeks(int weeks, Counts counts) {
        return of(
                SHANGHAI, TODAY.minusWeeks(weeks), TODAY.atStartOfDay(SHANGHAI).toInstant(), counts);
    }

    /** From 0 at the ends of opening hours to {@code peak} in their middle. */
    static double curve(double peak, int quarter) {
        return quarter < 32 || quarter >= 72 ? 0 : peak * Math.sin(Math.PI * (quarter - 31) / 41);
    }
}
