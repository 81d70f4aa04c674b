package io.foyer.hub.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A time of day that comes once on each day of a time zone. Where the clock jumps over the time, it comes later. */
public record DailyTime(LocalTime time, ZoneId zone) {

    /** The day on which the time came last, at an instant or before. */
    public LocalDate lastDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return on(today).isAfter(now) ? today.minusDays(1) : today;
    }

    /** When the time comes on a day. */
    public Instant on(LocalDate day) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
