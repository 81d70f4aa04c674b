package io.foyer.hub.domain.occupancy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a zone's step function with at least one point in it. Sums are in microseconds, as if the count that holds
 * from the newest point on held until the step's end.
 *
 * @param newest when its last point begins
 * @param count people from then on; null where unknown
 * @param people people times the time for which they were there
 * @param known the time of which the count is known
 * @param used the time of which it is known and not zero
 * @param most the highest count before the last; null where none was known
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

    /** How long a step is that is kept. It begins at a whole one of UTC. */
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
