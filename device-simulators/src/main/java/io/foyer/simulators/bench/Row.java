package io.foyer.simulators.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param bench what was measured: swipe, ingest, start, fanout or abuse
 * @param base the same of the bare server, of {@code abuse} the hub at rest; null where there is nothing to compare
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
        String bench,
        String figure,
        String unit,
        double hub,
        @Nullable Double base) {

    /** How many times the base the hub's figure is; null where there is none. */
    @JsonProperty
    @Nullable Double ratio() {
        return base == null || base == 0 ? null : hub / base;
    }

    static String head() {
        return String.format(Locale.ROOT, "%-64s %-14s %12s %12s %8s", "", "", "hub", "base", "ratio");
    }

    String line() {
        Double ratio = ratio();
        return String.format(
                Locale.ROOT,
                "%-64s %-14s %12s %12s %8s",
                bench + ": " + figure,
                unit,
                number(hub),
                base == null ? "" : number(base),
                ratio == null ? "" : number(ratio));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
