package io.foyer.hub.web.wire;

import org.jspecify.annotations.Nullable;

/** Rounds numbers for people to six decimals, so that the errors of floating-point sums do not show. */
public final class Figure {
    private static final double MILLION = 1e6;

    private Figure() {}

    public static double of(double value) {
        double scaled = Math.rint(value * MILLION);
        return Double.isFinite(scaled) ? scaled / MILLION : value;
    }

    public static @Nullable Double ofKnown(@Nullable Double value) {
        return value == null ? null : (Double) of(value);
    }
}
