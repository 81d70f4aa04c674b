package io.foyer.hub.web.api;

import io.foyer.hub.domain.occupancy.OccupancyHistory;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.occupancy.OccupancyItem;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Reads a zone's past counts from the steps that the store keeps. So it reads no more rows than the range has steps.
 */
final class ZoneHistory {
    private final Archive archive;

    ZoneHistory(Archive archive) {
        this.archive = archive;
    }

    /** The zone's counts in [from, to) and before the present, by steps of the site's clock. */
    Future<List<OccupancyItem>> of(ApiCall call, String zone, OccupancyInterval step, Instant from, Instant to) {
        ZoneId clock = call.definition().timeZone();
        StepSize size = step.parts(clock, from, to);
        return StoreFault.of(archive.steps(
                call.site(),
                zone,
                size,
                size.startOf(from),
                to,
                OccupancyHistory.of(step, clock, from, to, call.now())));
    }
}
