package io.foyer.hub.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole days of the site: those in which the ends of a range lie, and those between them. */
record DayRange(LocalDate from, LocalDate to, ZoneId zone) {
    /** As long as a history by days. */
    static final int LONGEST_DAYS = 3_700;

    static final String WORDS = "Of whole days of the site: those in which `from` and `to` lie, and those between"
            + " them. The day of a `to` that is midnight is left out.";

    static DayRange of(ApiCall call, int longestDays) {
        return of(call, longestDays, "whole days");
    }

    /** {@code whose} says what sets the bound. */
    static DayRange of(ApiCall call, int longestDays, String whose) {
        TimeRange range = TimeRange.of(call, longestDays, whose);
        ZoneId zone = call.definition().timeZone();
        LocalDate last = LocalDate.ofInstant(range.to().minusNanos(1), zone);
        return new DayRange(LocalDate.ofInstant(range.from(), zone), last.plusDays(1), zone);
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The end, or {@code now} where it is earlier. */
    Instant end(Instant now) {
        Instant end = to.atStartOfDay(zone).toInstant();
        return end.isBefore(now) ? end : now;
    }
}
