package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The present quarter-hour of an electricity meter, and how it will end if the power stays as it is.
 *
 * @param endsAt the end of the quarter-hour
 * @param used mWh that the register has shown since its beginning
 * @param powerW the present power; null where nobody knows it
 * @param projected mWh at its end; null where neither register nor power tell anything
 */
public record DemandOutlook(
        Instant endsAt,
        long used,
        @Nullable Double powerW,
        @Nullable Long projected) {
    private static final double MILLIWATT_SECONDS = 3_600;

    /**
     * Goes on from the newest register with the present power, or else with the mean power since the beginning.
     *
     * @param newest the newest booking of the meter, or null
     */
    static DemandOutlook of(
            Instant now, Map<Instant, Quarter> quarters, @Nullable Consumption newest, @Nullable Double powerW) {
        Instant start = Quarters.startOf(now);
        Instant end = start.plus(Quarters.LENGTH);
        Quarter open = quarters.get(start);
        long used = open == null ? 0 : open.quantity();
        Instant known = newest == null || newest.to().isBefore(start) ? start : newest.to();
        if (!known.isBefore(end)) {
            return new DemandOutlook(end, used, powerW, used);
        }
        Double milliwatts = powerW != null ? Double.valueOf(powerW * 1_000) : mean(used, start, known);
        return new DemandOutlook(end, used, powerW, milliwatts == null ? null : used + energy(milliwatts, known, end));
    }

    private static @Nullable Double mean(long used, Instant start, Instant known) {
        double seconds = Quarters.seconds(start, known);
        return seconds > 0 ? (Double) (used / seconds * MILLIWATT_SECONDS) : null;
    }

    private static long energy(double milliwatts, Instant from, Instant to) {
        return Math.round(milliwatts * Quarters.seconds(from, to) / MILLIWATT_SECONDS);
    }

    /**
     * The W by which the power must fall now and until the end so that the quarter-hour ends at {@code limit} mWh; 0 or
     * less where it need not.
     */
    public double shedW(long limit, Instant now) {
        Long end = projected;
        double seconds = Duration.between(now, endsAt).toMillis() / 1e3;
        return end == null || seconds <= 0 ? 0 : (end - limit) / seconds * MILLIWATT_SECONDS / 1_000;
    }
}
