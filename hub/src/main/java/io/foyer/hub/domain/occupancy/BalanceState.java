package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.List;

/**
 * What the lines at the border of one zone have counted, as the store keeps the count.
 *
 * @param people in the zone by the lines, a fraction where exits weigh more or less than one. The number may be below
 *     zero until the second of the last passage is over
 * @param variance of {@code people}, in people squared
 * @param entries counted since the last sure count; {@code exits} are counted since then too
 * @param sure people at the last sure count
 * @param learnedEntries people who must have left in all periods between two sure counts, at most about 2,000
 * @param learnedExits people whom the lines saw leave in the same periods
 * @param since when the last sure count was true; {@link Instant#EPOCH} where there was none
 * @param passed when somebody last passed a line; {@link Instant#EPOCH} where nobody did
 * @param corrected when other sensors last corrected the balance; {@link Instant#EPOCH} where none did
 * @param lineError by how many people the lines missed a camera's looks lately; {@code stayError} likewise for the look before
 * @param arrivals the people who may still be inside, the oldest hour first
 */
public record BalanceState(
        String zone,
        double people,
        double variance,
        long entries,
        long exits,
        double sure,
        double learnedEntries,
        double learnedExits,
        Instant since,
        Instant passed,
        Instant corrected,
        double lineError,
        double stayError,
        List<HourArrivals> arrivals) {
    public BalanceState {
        arrivals = List.copyOf(arrivals);
    }

    /** People who came in one hour; the hours are counted from the epoch. */
    public record HourArrivals(long hour, long people) {}

    static BalanceState none(String zone) {
        return new BalanceState(
                zone,
                0,
                LineBalance.FIRST_VARIANCE,
                0,
                0,
                0,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                List.of());
    }
}
