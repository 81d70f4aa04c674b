package io.foyer.hub.web.login;

import io.foyer.hub.site.MinuteBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each of many may do: so much at once, refilled within a minute. Of the 10,000 who did something last; who is
 * forgotten begins anew. Used on the people's loop only.
 */
final class Budget {
    private static final int MOST_REMEMBERED = 10_000;

    private final int aMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Budget(int aMinute, InstantSource clock) {
        this.aMinute = aMinute;
        this.clock = clock;
    }

    /** Takes one, or tells how long to wait. */
    Optional<Duration> take(String who) {
        var probe = buckets.computeIfAbsent(who, key -> MinuteBucket.of(aMinute, clock))
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(String who) {
        Optional.ofNullable(buckets.get(who)).ifPresent(bucket -> bucket.addTokens(1));
    }
}
