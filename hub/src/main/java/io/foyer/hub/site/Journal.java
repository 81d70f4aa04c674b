package io.foyer.hub.site;

import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.house.House;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Where a site's changes become durable, and from where it starts again. */
public interface Journal {

    /**
     * Writes a batch in one transaction. The future succeeds after the commit, with fsync; from then on a crash of
     * anything loses nothing of it. It fails only for a connection or a resource, and then nothing of the batch is
     * written and the same batch may be tried again. Content that the database refuses never fails it: the guilty
     * entry becomes a dead letter and the rest is written.
     */
    Future<Void> commit(Batch batch);

    /** Makes the registry of zones, doors, devices and meters agree with the house; what vanished is retired. */
    Future<Void> register(House house, Instant now, String actor, List<String> difference);

    /** All that a site needs to go on as if it had never stopped. */
    Future<Memory> load(House house, Instant now);

    /**
     * The meter's readings that a late one at {@code at} can touch, in order of time: from the last sound one at or
     * before the beginning of the quarter of the sound reading before it, to the first sound one at or after the end of
     * the quarter of the sound reading after it, or to the newest.
     */
    Future<List<Judged>> readingsAround(String site, String meter, Instant at);
}
