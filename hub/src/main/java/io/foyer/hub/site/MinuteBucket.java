package io.foyer.hub.site;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/** How often somebody may do something: so many times at once, and as many again within a minute. */
public final class MinuteBucket {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private MinuteBucket() {}

    public static Bucket of(int most, InstantSource clock) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .withCustomTimePrecision(new Time(clock))
                .build();
    }

    private record Time(InstantSource clock) implements TimeMeter {
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
