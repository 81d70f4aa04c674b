package io.foyer.hub.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a history is asked for: a step, and how many of them. A history is answered whole where nobody sets a limit, up to
 * {@link #MOST_STEPS}; beyond that, and where a limit is set, the cursor is the instant at which to go on.
 */
record Steps<S>(S step, String code, int limit, @Nullable Instant cursor) {
    static final int MOST_STEPS = 40_000;

    /** By the step's code in the query, which names its length: minutes, hours, days or months. */
    static <S> Steps<S> of(Call call, Map<String, S> known, String usual) {
        String asked = call.query("step");
        String code = asked == null ? usual : asked;
        S step = known.get(code);
        if (step == null) {
            String codes = String.join(", ", new TreeSet<>(known.keySet()));
            call.fields().wrong("step", "只能是 " + codes, "must be one of " + codes);
            return of(call, known, usual, usual);
        }
        return of(call, known, code, code);
    }

    private static <S> Steps<S> of(Call call, Map<String, S> known, String code, String checked) {
        int limit = call.query("limit") == null ? MOST_STEPS : call.limit();
        S step = java.util.Objects.requireNonNull(known.get(checked), checked);
        return new Steps<>(step, code, limit, call.instant("cursor"));
    }

    /** The part of a range that this answer covers. */
    Range page(Range asked, ZoneId zone) {
        Instant from = cursor != null && cursor.isAfter(asked.from()) ? cursor : asked.from();
        Instant end = end(from, zone);
        return new Range(from, end.isBefore(asked.to()) ? end : asked.to());
    }

    private Instant end(Instant from, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        return switch (code) {
            case "1mo" ->
                day.withDayOfMonth(1).plusMonths(limit).atStartOfDay(zone).toInstant();
            case "1d" -> day.plusDays(limit).atStartOfDay(zone).toInstant();
            default -> {
                Duration length = code.endsWith("h")
                        ? Duration.ofHours(1)
                        : Duration.ofMinutes(Integer.parseInt(code.replace("m", "")));
                yield start(from, length, zone).plus(length.multipliedBy(limit));
            }
        };
    }
}
