package io.foyer.hub.site;

import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes the changes of sites durable, and gives them back at a start. */
public interface Journal {
    /** The precision of times. A finer time would be different after a restart. */
    Duration PRECISION = Duration.ofNanos(1_000);

    /** The store keeps bookings and visits this long after their end. */
    Duration RESERVATIONS_KEPT = Duration.ofDays(400);

    /**
     * Writes a batch in one transaction. The future succeeds after the commit with fsync; from then on no crash loses
     * any of the batch. The future fails only for a connection or a resource. Then nothing of the batch is written, and
     * the caller may try the same batch again. Content that the database refuses does not fail the future: the refused
     * entry becomes a dead letter, the answer tells which one, and the rest is written.
     */
    Future<BatchRefusals> commit(Batch batch);

    /**
     * By site: the {@link SiteContent#fingerprint} of the file at its last registration. A site without a registration is
     * not there.
     */
    Future<Map<String, String>> fingerprints(Collection<String> sites);

    /**
     * By site: the content of the file at its last registration, thing by thing. A site without a registration is not
     * there.
     */
    Future<Map<String, Map<String, String>>> registered(Collection<String> sites);

    /**
     * Makes the registry of zones, doors, devices and meters agree with the site files. A thing that vanished is
     * retired, never deleted. Each difference becomes one line of the audit.
     */
    Future<Void> register(List<SiteFileChange> changed, Instant now, String actor);

    /** By site: all that registered sites need to go on as if they had never stopped. */
    Future<Map<String, SiteMemory>> load(Collection<String> sites, Instant now);

    /**
     * The readings of a meter, of every verdict, that late readings in [from, to] can affect. A believed reading is
     * neither held nor an error. The answer begins three steps back: at the believed reading at or before {@code from},
     * then at the one at or before {@code margin} earlier, then at the one at or before 15 minutes earlier. Where there
     * is none, the answer begins with the first reading of the meter. It ends in the same way with a believed reading
     * after {@code to}, {@code margin} and 15 minutes later, or with the newest reading.
     */
    Future<ReadingRange> readingsAround(String site, String meter, Instant from, Instant to, Duration margin);

    /**
     * The late readings of a meter that wait for a fold, oldest first: {@code most} at most, and none beyond the first
     * 100,000 readings that the journal has from the oldest of them on.
     */
    Future<List<Reading>> lateReadings(String site, String meter, int most);
}
