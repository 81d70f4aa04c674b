package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each device's clock is from the hub's: the median of arrival minus {@code at} over its last 20 live messages.
 *
 * <p>Only what was live teaches: a message of more than two minutes' age, a retained one or a swipe that is refused as
 * stale does not. Nor does a backlog that is sent at once after a cut line, whose messages come faster than they were
 * made: each must be as far behind as the one before it, to a second. Fewer than twenty say nothing yet. Otherwise late
 * messages would teach the hub to take late swipes for fresh.
 */
public final class DeviceClocks {
    /** A message older than this is history: it changes nothing at a door. */
    public static final Duration LIVE = Duration.ofMinutes(2);

    /** The most that is ever taken off. */
    static final Duration MOST = Duration.ofMinutes(10);

    private static final int SAMPLES = 20;
    private static final long AGREES_MS = 1_000;

    private final Map<String, DelayRing> rings = new HashMap<>();

    private static final class DelayRing {
        private final long[] millis = new long[SAMPLES];
        private int count;
        private long median;
        private long last;
        private boolean any;

        void hear(long sample) {
            if (!any || Math.abs(sample - last) <= AGREES_MS) {
                add(sample);
            }
            any = true;
            last = sample;
        }

        private void add(long sample) {
            millis[count % SAMPLES] = sample;
            count = count == 2 * SAMPLES ? SAMPLES + 1 : count + 1;
            if (isKnown()) {
                long[] sorted = millis.clone();
                Arrays.sort(sorted);
                median = (sorted[(SAMPLES - 1) / 2] + sorted[SAMPLES / 2]) / 2;
            }
        }

        boolean isKnown() {
            return count >= SAMPLES;
        }
    }

    /**
     * When a message was made, and whether it still speaks of the present.
     *
     * @param at its own time, or its arrival where it does not say; never after its arrival
     * @param age from its making to its arrival, the clock offset taken off; negative where its clock runs ahead of that
     * @param history true where it is too old, or of unknown age, to speak of the present
     * @param here the same by the hub's clock; its arrival while the device's clock is not known and it speaks of the present
     */
    public record Timing(Instant at, Duration age, boolean history, Instant here) {}

    public Timing judge(String device, MessageStamp stamp) {
        if (stamp.at() == null) {
            return new Timing(stamp.arrived(), Duration.ZERO, stamp.retained(), stamp.arrived());
        }
        DelayRing ring = rings.get(device);
        Duration age = Duration.between(stamp.at(), stamp.arrived())
                .minusMillis(ring == null || stamp.isAhead() ? 0 : ring.median);
        Instant at = stamp.at().isAfter(stamp.arrived()) ? stamp.arrived() : stamp.at();
        boolean history = stamp.retained() || age.compareTo(LIVE) > 0;
        boolean known = ring != null && ring.isKnown();
        Instant here =
                history ? at : known && !age.isNegative() ? stamp.arrived().minus(age) : stamp.arrived();
        return new Timing(at, age, history, here);
    }

    /** Learns from a live message. */
    public void learn(String device, MessageStamp stamp) {
        if (stamp.at() != null) {
            long sample = Duration.between(stamp.at(), stamp.arrived()).toMillis();
            rings.computeIfAbsent(device, id -> new DelayRing())
                    .hear(Math.max(-MOST.toMillis(), Math.min(MOST.toMillis(), sample)));
        }
    }
}
