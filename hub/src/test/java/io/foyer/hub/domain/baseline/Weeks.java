package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weeks of a meter for tests, from a Monday on. */
final class Weeks {
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final SiteCalendar NO_HOLIDAYS = new SiteCalendar(Set.of(), Set.of());

    private Weeks() {}

    interface HourValue {
        double of(int day, int hour);
    }

    /** What happens on day 0, 1, 2 ... from {@link #MONDAY} on. */
    static HourTable table(int days, HourValue value) {
        double[] values = new double[24 * days];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.of(i / 24, i % 24);
        }
        return new HourTable(MONDAY, values);
    }

    /** An office: 2 at night and at weekends, 10 from 8 to 18. */
    static double office(int day, int hour) {
        return day % 7 < 5 && hour >= 8 && hour < 18 ? 10 : 2;
    }

    /** A deterministic scatter between -1 and 1. */
    static double scatter(int day, int hour) {
        return Math.sin(day * 12.9898 + hour * 78.233);
    }

    static MeterFacts facts(HourTable use, HourTable people, StaticChange... changes) {
        return new MeterFacts(use, Map.of(), people, NO_HOLIDAYS, ZONE, List.of(changes));
    }
}
