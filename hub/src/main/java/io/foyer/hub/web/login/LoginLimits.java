package io.foyer.hub.web.login;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many wrong passwords a name and an address have left: {@link #PER_USER} and {@link #PER_ADDRESS} at once, refilled
 * within a minute. An attempt costs one before it is judged and gets it back if it was right, so many at the same time
 * gain nothing. The address is the connection's own; a header could be anybody's. Used on the people's loop only.
 */
public final class LoginLimits {
    static final int PER_USER = 10;
    static final int PER_ADDRESS = 50;
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Bucket> users = remembered();
    private final Map<String, Bucket> addresses = remembered();

    /** Takes one attempt from both, or tells how long to wait. */
    public Optional<Duration> take(String user, String address) {
        Bucket ofAddress = addresses.computeIfAbsent(address, key -> bucket(PER_ADDRESS));
        Bucket ofUser = users.computeIfAbsent(user, key -> bucket(PER_USER));
        for (Bucket bucket : List.of(ofAddress, ofUser)) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        return Optional.empty();
    }

    /** The attempt was right, or was not judged. */
    public void giveBack(String user, String address) {
        Optional.ofNullable(users.get(user)).ifPresent(bucket -> bucket.addTokens(1));
        Optional.ofNullable(addresses.get(address)).ifPresent(bucket -> bucket.addTokens(1));
    }

    private static Bucket bucket(int attempts) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, Duration.ofMinutes(1)))
                .build();
    }

    private static Map<String, Bucket> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
