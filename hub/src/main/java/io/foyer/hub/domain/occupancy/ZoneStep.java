package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a zone's step function with at least one point in it. Times are in microseconds. The sums assume that
 * the count of the newest point holds until the end of the step.
 *
 * @param newest the instant of the last point in the step
 * @param count people from the last point on; null where unknown
 * @param people the sum over all people of the time for which each was there
 * @param known the time for which the count is known
 * @param used the time for which the count is known and not zero
 * @param most the highest count before the last point; null where no count was known
 * @param entries people who came in
 * @param exits people who left
 */
public record ZoneStep(
        Instant start,
        StepSize size,
        Instant newest,
        @Nullable Integer count,
        long people,
        long known,
        long used,
        @Nullable Integer most,
        long entries,
        long exits) {

    /** How long a kept step is. A step begins at a whole multiple of its length in UTC. */
    public enum StepSize {
        FIVE_MINUTES(300),
        QUARTER(900),
        HOUR(3_600);

        private final int seconds;

        StepSize(int seconds) {
            this.seconds = seconds;
        }

        public int seconds() {
            return seconds;
        }

        public Duration length() {
            return Duration.ofSeconds(seconds);
        }

        /** The beginning of the step that holds an instant. */
        public Instant startOf(Instant at) {
            return Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), seconds));
        }

        /** The beginning of the first step that begins at an instant or later. */
        public Instant ceiling(Instant at) {
            Instant start = startOf(at);
            return start.isBefore(at) ? start.plusSeconds(seconds) : start;
        }
    }

    public Instant end() {
        return start.plusSeconds(size.seconds());
    }
}
