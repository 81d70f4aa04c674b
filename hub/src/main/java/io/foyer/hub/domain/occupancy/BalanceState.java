package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.List;

/**
 * What one source has counted at the border of one zone, as the store keeps the count.
 *
 * @param people in the zone by this source, a fraction where exits weigh more or less than one. The number may be below
 *     zero until the second of the last passage is over
 * @param variance of {@code people}, in people squared
 * @param entries counted since the last sure count; {@code exits} are counted since then too
 * @param sure people at the last sure count
 * @param seen the most people whom other sensors saw at once, of those who were there while nobody passed before a night's end
 * @param learned from the periods between two sure counts
 * @param since when the last sure count was true; {@link Instant#EPOCH} where there was none
 * @param passed when somebody last passed, or when a line was first heard; {@link Instant#EPOCH} where none was
 * @param lineError by how many people the lines missed a camera's looks lately; {@code stayError} likewise for the look before
 * @param arrivals the people who may still be inside, the oldest hour first
 */
public record BalanceState(
        String zone,
        BalanceSource source,
        double people,
        double variance,
        long entries,
        long exits,
        double sure,
        int seen,
        LearnedErrors learned,
        Instant since,
        Instant passed,
        double lineError,
        double stayError,
        List<HourArrivals> arrivals) {
    public BalanceState {
        arrivals = List.copyOf(arrivals);
    }

    /** People who came in one hour; the hours are counted from the epoch. */
    public record HourArrivals(long hour, long people) {}

    /** Who tells that somebody passes a border. */
    public enum BalanceSource {
        LINES,
        BADGES
    }

    /** What tells the balances of one site apart. */
    public record BalanceKey(String zone, BalanceSource source) {}

    public BalanceKey key() {
        return new BalanceKey(zone, source);
    }

    static BalanceState none(BalanceKey key) {
        return new BalanceState(
                key.zone(),
                key.source(),
                0,
                BorderBalance.FIRST_VARIANCE,
                0,
                0,
                0,
                0,
                LearnedErrors.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                List.of());
    }
}
