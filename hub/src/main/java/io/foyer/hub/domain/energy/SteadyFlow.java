package io.foyer.hub.domain.energy;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow that does not stop: a row of whole quarter-hours, each with some use.
 *
 * @param quarters how many there are; 0 where the last one had none
 * @param since the beginning of the first one
 * @param lowest the use of the least one, in mWh, ml or bytes
 */
public record SteadyFlow(int quarters, Instant since, long lowest) {

    /**
     * The row that ends at {@code until} and begins at {@code from} at the earliest. A quarter-hour that was spread over a
     * gap ends it, because nobody knows whether the flow stopped in it.
     *
     * @param until the beginning of a quarter-hour
     * @param least the use from which on something flows
     */
    public static SteadyFlow before(Instant until, Instant from, long least, Map<Instant, Quarter> quarters) {
        SteadyFlow flow = new SteadyFlow(0, until, Long.MAX_VALUE);
        while (true) {
            Instant start = flow.since.minus(Quarters.LENGTH);
            @Nullable Quarter quarter = quarters.get(start);
            if (quarter == null || start.isBefore(from) || quarter.estimated() || quarter.quantity() < least) {
                return flow;
            }
            flow = new SteadyFlow(flow.quarters + 1, start, Math.min(flow.lowest, quarter.quantity()));
        }
    }
}
