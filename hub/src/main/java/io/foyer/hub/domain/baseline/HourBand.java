package io.foyer.hub.domain.baseline;

import java.time.Instant;

/**
 * What a meter would use in one hour: the number to expect, and the range that holds it in {@link #SHARE} of hours.
 * Never negative; {@code low} to {@code high} holds {@code expected}. In mWh, ml or bytes.
 */
public record HourBand(Instant at, double expected, double low, double high) {
    /** How often the use lies from {@code low} to {@code high}. */
    public static final double SHARE = 0.9;

    public HourBand {
        if (!(0 <= low && low <= expected && expected <= high)) {
            throw new IllegalArgumentException(low + " to " + high + " is no band around " + expected);
        }
    }
}
