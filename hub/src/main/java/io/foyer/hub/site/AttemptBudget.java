package io.foyer.hub.site;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often each key may do something: a number of times at once, and the same number again within each minute.
 * The budget remembers 10,000 keys at most. A key that it forgets starts anew, like a key that did nothing for a
 * minute.
 */
public final class AttemptBudget<K> {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final LoadingCache<K, Bucket> buckets;

    public AttemptBudget(int aMinute, InstantSource clock) {
        BudgetTime time = new BudgetTime(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(MINUTE)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, MINUTE))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes one attempt. Returns how long to wait where none is left. */
    public Optional<Duration> take(K who) {
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    public void giveBack(K who) {
        Optional.ofNullable(buckets.getIfPresent(who)).ifPresent(bucket -> bucket.addTokens(1));
    }

    /** True where no attempt is left. The question takes no attempt. */
    public boolean isSpent(K who) {
        @Nullable Bucket bucket = buckets.getIfPresent(who);
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    /** Gives all attempts back to some keys. */
    public void forgive(Predicate<K> whom) {
        buckets.asMap().keySet().removeIf(whom);
    }

    private record BudgetTime(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
