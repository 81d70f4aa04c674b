package io.foyer.hub.domain.occupancy;

import java.time.Instant;

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
        Instant corrected) {

    static BalanceState none(String zone) {
        return new BalanceState(
                zone, 0, LineBalance.FIRST_VARIANCE, 0, 0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    }
}
