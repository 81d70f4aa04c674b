package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The distance of each device's clock from the hub's clock: the median of arrival minus {@code at} over the last 20
 * live messages.
 *
 * <p>A message teaches the distance only where it is live. A message is not live when it is older than two minutes,
 * when a broker retained it, or when it is a swipe that the hub refuses as stale. A device may also send a backlog
 * after its line was cut. The messages of a backlog come faster than the device made them; a message therefore counts
 * only where its delay differs from the delay of the message before by a second at most. Without these rules late
 * messages would teach the hub that late swipes are fresh. The hub knows nothing of a clock before it has 20 messages.
 */
public final class DeviceClocks {
    /** A message older than this is history: the message changes nothing at a door. */
    public static final Duration LIVE = Duration.ofMinutes(2);

    /** The hub corrects a clock by this much at most. */
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
     * When a device made a message, and whether the message still speaks of the present.
     *
     * @param at the time in the message, or the arrival where the message has no time; never after the arrival
     * @param age the time from making to arrival, without the clock offset; negative where the device's clock runs
     *     ahead of the known offset
     * @param history true where the message is too old, or of unknown age, to speak of the present
     * @param here {@code at} on the hub's clock; the arrival where the message is live and the hub does not know the
     *     device's clock
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

    /** Learns the offset of the device's clock from a live message. */
    public void learn(String device, MessageStamp stamp) {
        if (stamp.at() != null) {
            long sample = Duration.between(stamp.at(), stamp.arrived()).toMillis();
            rings.computeIfAbsent(device, id -> new DelayRing())
                    .hear(Math.max(-MOST.toMillis(), Math.min(MOST.toMillis(), sample)));
        }
    }
}
