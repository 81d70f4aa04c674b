package io.foyer.simulators.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param bench what was measured: swipe, ingest or start
 * @param bare the same of the bare server, or null where there is nothing to compare
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
        String bench,
        String figure,
        String unit,
        double hub,
        @Nullable Double bare) {

    /** How many times the bare server's figure the hub's is; null where there is none. */
    @JsonProperty
    @Nullable Double ratio() {
        return bare == null || bare == 0 ? null : hub / bare;
    }

    static String head() {
        return String.format(Locale.ROOT, "%-52s %-14s %12s %12s %8s", "", "", "hub", "bare server", "ratio");
    }

    String line() {
        Double ratio = ratio();
        return String.format(
                Locale.ROOT,
                "%-52s %-14s %12s %12s %8s",
                bench + ": " + figure,
                unit,
                number(hub),
                bare == null ? "" : number(bare),
                ratio == null ? "" : number(ratio));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1_000 ? "%,.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
