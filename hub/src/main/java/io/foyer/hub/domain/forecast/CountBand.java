package io.foyer.hub.domain.forecast;

import java.time.Instant;

/**
 * The people of one quarter-hour: the number in the middle, and the range that holds it on {@link #SHARE} of days. Never
 * negative; {@code low} to {@code high} holds {@code expected}.
 *
 * @param at the beginning of the quarter-hour
 * @param error how many people such an expectation missed on past days, on average
 */
public record CountBand(Instant at, double expected, double low, double high, double error) {
    /** How often the count lies from {@code low} to {@code high}. */
    public static final double SHARE = 0.8;

    public CountBand {
        if (!(0 <= low && low <= expected && expected <= high)) {
            throw new IllegalArgumentException(low + " to " + high + " is no band around " + expected);
        }
    }
}
