package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened at a door recently.
 *
 * @param grantedUntil until when an unused grant may still open the door, or null; kept for interlocked doors only
 * @param firstIn when the first person came in for whom the door then stands open, or null
 */
public record DoorActivity(
        String door,
        @Nullable Instant grantedUntil,
        @Nullable Instant firstIn) {

    static DoorActivity none(String door) {
        return new DoorActivity(door, null, null);
    }

    DoorActivity grantedUntil(@Nullable Instant until) {
        return new DoorActivity(door, until, firstIn);
    }

    DoorActivity firstIn(@Nullable Instant at) {
        return new DoorActivity(door, grantedUntil, at);
    }
}
