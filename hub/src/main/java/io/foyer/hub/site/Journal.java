package io.foyer.hub.site;

import io.foyer.hub.domain.energy.ReadingRange;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where a site's changes become durable, and from where it starts again. */
public interface Journal {
    /** How fine times are kept: with finer ones, what is known now is not what will be known after a restart. */
    Duration PRECISION = Duration.ofNanos(1_000);

    /** How long bookings and visits are kept after their end. */
    Duration RESERVATIONS_KEPT = Duration.ofDays(400);

    /**
     * Writes a batch in one transaction. The future succeeds after the commit, with fsync; from then on a crash of
     * anything loses nothing of it. It fails only for a connection or a resource, and then nothing of the batch is
     * written and the same batch may be tried again. Content that the database refuses never fails it: the guilty
     * entry becomes a dead letter, which the answer tells, and the rest is written.
     */
    Future<BatchRefusals> commit(Batch batch);

    /** By site: what the file said when it was last registered, thing by thing. A site that never was is not there. */
    Future<Map<String, Map<String, String>>> registered(Collection<String> sites);

    /**
     * Makes the registry of zones, doors, devices and meters agree with the sites' files; what vanished is retired, never
     * deleted. A difference becomes one line of the audit.
     */
    Future<Void> register(List<SiteFileChange> changed, Instant now, String actor);

    /** By site: all that registered sites need to go on as if they had never stopped. */
    Future<Map<String, SiteMemory>> load(Collection<String> sites, Instant now);

    /**
     * The meter's readings, of every verdict, that late ones in [from, to] can touch. A believed reading is one that is
     * neither held nor an error. Take the believed reading at or before {@code from}, from there the one at or before
     * {@code margin} earlier, and from there the one at or before 15 minutes earlier: the answer begins with it, or with
     * the meter's first reading where there is none. It ends in the same way with a believed reading after {@code to},
     * {@code margin} and 15 minutes later, or with the newest of all.
     */
    Future<ReadingRange> readingsAround(String site, String meter, Instant from, Instant to, Duration margin);
}
