package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A zone at this moment.
 *
 * @param count people: the sum of {@code own} and of the counts of the zones in it; null exactly where the state is unknown
 * @param own those of them who are in none of the zones in it; null where nothing tells
 * @param low the least number that is likely, with nine chances in ten; left out where unknown
 * @param high the greatest such number; left out where the state is unknown or partial
 * @param asOf of the newest observation, or null where nothing was ever heard
 * @param since from when on it is unknown; left out where it is known or was never known
 * @param desks by presence sensor: whether somebody is there; left out where none is known now
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

        @Schema(description = "Only while unknown: since when") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant since,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Boolean> desks) {

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
                new TreeMap<>(now.taken()));
    }

    /** A zone of which nothing was ever heard. */
    public static LiveZone unknown(Zone zone) {
        return of(zone, ZoneCount.unheard(zone.id()));
    }
}
