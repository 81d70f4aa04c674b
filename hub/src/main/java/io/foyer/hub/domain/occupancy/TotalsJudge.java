package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.SensorState.DoubtedTotals;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads from a line's totals how many people passed. Totals may be lost, begin again, or be wrong once. */
final class TotalsJudge {
    private TotalsJudge() {}

    /** People who passed. */
    record Passage(int in, int out) {}

    /** People who passed since the last sound totals; null where the hub must wait for the next message. */
    static @Nullable Passage judge(@Nullable SensorState before, long in, long out, Instant at) {
        Long inBefore = before == null ? null : before.totalIn();
        Long outBefore = before == null ? null : before.totalOut();
        if (before == null || inBefore == null || outBefore == null) {
            return new Passage(0, 0);
        }
        Duration time = Duration.between(before.at(), at);
        boolean fell = in < inBefore || out < outBefore;
        if (!fell && isPossible(in - inBefore, out - outBefore, time)) {
            return new Passage((int) (in - inBefore), (int) (out - outBefore));
        }
        DoubtedTotals doubted = before.doubted();
        if (doubted != null && in >= doubted.in() && out >= doubted.out()) {
            boolean fellThen = doubted.in() < inBefore || doubted.out() < outBefore;
            boolean sinceZero = fellThen && isPossible(in, out, time);
            long entered = sinceZero ? in : in - doubted.in();
            long left = sinceZero ? out : out - doubted.out();
            if (isPossible(entered, left, time)) {
                return new Passage((int) entered, (int) left);
            }
        }
        return null;
    }

    private static boolean isPossible(long in, long out, Duration time) {
        return HealthLimits.isPossible((double) in + out, time);
    }
}
