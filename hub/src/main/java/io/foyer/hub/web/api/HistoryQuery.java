package io.foyer.hub.web.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question for a history. Without a limit the answer is whole, up to {@link #MOST_STEPS}. Beyond that, and with a
 * limit, the answer is a page of so many steps. The cursor is the instant at which the next page begins.
 */
record HistoryQuery(
        StepLength length, TimeRange page, @Nullable Instant next) {
    static final int MOST_STEPS = 10_000;
    static final Parameter LIMIT = Parameter.number("limit", "The most steps of the answer", 1, ApiCall.MOST_ITEMS);
    static final String WORDS = "A page has 10,000 steps at most, or `limit` steps."
            + " A range is 400 days at most in steps of 5 or 15 minutes, 1,850 in hours, 3,700 in days and months.";

    static Parameter parameter(Set<StepLength> known, StepLength usual) {
        return Parameter.oneOf(
                "step",
                "The length of a step; the default is " + usual.code(),
                known.stream().map(StepLength::code).toList());
    }

    /** Reads {@code step}, {@code from}, {@code to}, {@code limit} and {@code cursor}. */
    static HistoryQuery of(ApiCall call, EnumSet<StepLength> known, StepLength usual) {
        StepLength length = length(call, known, usual);
        TimeRange asked = range(call, length);
        int limit = call.query("limit") == null ? MOST_STEPS : call.limit();
        Instant cursor = call.instant("cursor");
        ZoneId zone = call.definition().timeZone();
        Instant from = cursor != null && cursor.isAfter(asked.from()) ? cursor : asked.from();
        Instant end = length.end(from, limit, zone);
        return end.isBefore(asked.to())
                ? new HistoryQuery(length, new TimeRange(from, end), end)
                : new HistoryQuery(length, new TimeRange(from, asked.to()), null);
    }

    /** Reads {@code step}, {@code from} and {@code to}, for an answer without pages. */
    static HistoryQuery whole(ApiCall call, EnumSet<StepLength> known, StepLength usual) {
        StepLength length = length(call, known, usual);
        return new HistoryQuery(length, range(call, length), null);
    }

    private static TimeRange range(ApiCall call, StepLength length) {
        return TimeRange.of(call, length.longestDays(), "step " + length.code());
    }

    private static StepLength length(ApiCall call, EnumSet<StepLength> known, StepLength usual) {
        String code = call.query("step");
        for (StepLength one : known) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        if (code != null) {
            String codes = known.stream().map(StepLength::code).collect(Collectors.joining(", "));
            call.fields().wrong("step", "只能是 " + codes, "must be one of " + codes);
        }
        return usual;
    }

    @Nullable String cursor() {
        return next == null ? null : next.toString();
    }
}
