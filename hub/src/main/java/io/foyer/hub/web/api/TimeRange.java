package io.foyer.hub.web.api;

import java.time.Instant;
import java.time.ZoneId;

/** The stretch of time of a question. Unless told otherwise, it is today on the site's calendar until now. */
record TimeRange(Instant from, Instant to) {
    static final Parameter FROM =
            Parameter.instant("from", "The beginning of the range; the default is the beginning of today");
    static final Parameter TO = Parameter.instant("to", "The end of the range; the default is now");

    /**
     * Reads a range of {@code longestDays} at most, by the site's calendar: a day may have 25 hours. {@code whose} says what
     * sets this bound, such as {@code step 5m}.
     */
    static TimeRange of(ApiCall call, int longestDays, String whose) {
        Instant to = call.instant("to");
        Instant from = call.instant("from");
        Instant end = to == null ? call.now() : to;
        ZoneId zone = call.definition().timeZone();
        Instant start =
                from == null ? end.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant() : from;
        if (start.isAfter(end)) {
            call.fields().wrong("from", "须早于 to", "must be before `to`");
        } else if (end.atZone(zone).isAfter(start.atZone(zone).plusDays(longestDays))) {
            call.fields()
                    .wrong(
                            "from",
                            whose + " 最多查询 " + longestDays + " 天",
                            "must be " + longestDays + " days before `to` at most for " + whose);
        }
        return new TimeRange(start, end);
    }

    /** The end, or {@code now} where it is earlier. */
    Instant end(Instant now) {
        return to.isAfter(now) ? now : to;
    }
}
