package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.CountAccuracy;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A zone at this moment.
 *
 * @param count people: the sum of {@code own} and of the counts of the zones in the zone; null exactly where the state
 *     is unknown
 * @param own the people of the count who are in none of the zones in the zone; null where no sensor tells them
 * @param low the lower end of the range in which the number lies with nine chances in ten; left out where unknown
 * @param high the upper end of this range; left out where the state is unknown or partial
 * @param asOf the time of the newest observation; null where no sensor was ever heard
 * @param since from when on the count is unknown; left out where the count is known or was never known
 * @param accuracy the shares of the time in which the count was within one person, and within a tenth of the people, as
 *     sensors that do not depend on each other say; left out where nothing tells
 * @param desks by presence sensor: whether somebody is there; left out where no sensor's value is known now
 */
public record LiveZone(
        String zone,
        @Nullable Integer count,
        @Nullable Integer own,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer low,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer high,
        @Nullable Integer capacity,
        ZoneCount.CountState state,
        @Schema(minimum = "0", maximum = "1") double confidence,
        @Nullable Instant asOf,

        @Schema(description = "Since when the count is unknown; only while it is unknown")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Instant since,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LiveAccuracy accuracy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Boolean> desks) {

    /** How often the count of a zone is near the truth, in hundredths. */
    public record LiveAccuracy(
            @Schema(minimum = "0", maximum = "1") double withinOne,
            @Schema(minimum = "0", maximum = "1") double withinTenPercent) {

        static @Nullable LiveAccuracy of(@Nullable CountAccuracy now) {
            return now == null ? null : new LiveAccuracy(now.withinOne(), now.withinTenPercent());
        }
    }

    public static LiveZone of(Zone zone, ZoneCount now) {
        boolean unknown = now.state() == ZoneCount.CountState.UNKNOWN;
        return new LiveZone(
                zone.id(),
                now.count(),
                now.own(),
                now.low(),
                now.high(),
                zone.capacity(),
                now.state(),
                now.confidence(),
                now.asOf(),
                unknown ? now.asOf() : null,
                LiveAccuracy.of(now.accuracy()),
                new TreeMap<>(now.taken()));
    }

    /** A zone without any observation so far. */
    public static LiveZone unknown(Zone zone) {
        return of(zone, ZoneCount.unheard(zone.id()));
    }
}
