package io.foyer.hub.web.api;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that is asked for: from the beginning of today on the site's calendar until now, unless told. */
record Range(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(3_700);

    static Range of(Call call) {
        Instant to = call.instant("to");
        Instant from = call.instant("from");
        Instant end = to == null ? call.now() : to;
        Instant start = from == null
                ? end.atZone(call.house().timeZone())
                        .toLocalDate()
                        .atStartOfDay(call.house().timeZone())
                        .toInstant()
                : from;
        if (start.isAfter(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            call.fields().wrong("from", "须早于 to，且不超过十年", "must be before `to`, and by ten years at most");
        }
        return new Range(start, end);
    }
}
