package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened at a door of late.
 *
 * @param grantedUntil until when a grant may still be used that has not been, or null; kept for interlocked doors
 * @param firstIn when the first person came in who lets it stand open, or null
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
