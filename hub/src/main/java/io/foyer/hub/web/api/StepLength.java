package io.foyer.hub.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The lengths of steps of a history. Days and months follow the site's calendar. */
enum StepLength {
    FIVE_MINUTES("5m", Duration.ofMinutes(5), 400),
    QUARTER("15m", Duration.ofMinutes(15), 400),
    HOUR("1h", Duration.ofHours(1), 1_850),
    DAY("1d", Duration.ofDays(1), 3_700),
    MONTH("1mo", Duration.ofDays(30), 3_700);

    private final String code;
    private final Duration duration;
    private final int longestDays;

    StepLength(String code, Duration duration, int longestDays) {
        this.code = code;
        this.duration = duration;
        this.longestDays = longestDays;
    }

    String code() {
        return code;
    }

    /** The longest range in such steps, in days: over a year in minutes, five years in hours, ten years in days. */
    int longestDays() {
        return longestDays;
    }

    /** The end of the last of {@code steps} steps. The first step holds {@code from}. */
    Instant end(Instant from, int steps, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        return switch (this) {
            case MONTH ->
                day.withDayOfMonth(1).plusMonths(steps).atStartOfDay(zone).toInstant();
            case DAY -> day.plusDays(steps).atStartOfDay(zone).toInstant();
            case FIVE_MINUTES, QUARTER, HOUR -> {
                long offset = zone.getRules().getOffset(from).getTotalSeconds();
                long into = Math.floorMod(from.getEpochSecond() + offset, duration.toSeconds());
                yield Instant.ofEpochSecond(from.getEpochSecond() - into).plus(duration.multipliedBy(steps));
            }
        };
    }
}
