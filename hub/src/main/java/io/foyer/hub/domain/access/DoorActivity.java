package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened at a door of late.
 *
 * @param contact what its contact said last, or null where it is not known
 * @param grantedUntil until when a grant may still be used that has not been, or null; kept for interlocked doors
 * @param firstIn when the first person came in who lets it stand open, or null
 */
public record DoorActivity(
        String door,
        @Nullable Contact contact,
        @Nullable Instant grantedUntil,
        @Nullable Instant firstIn) {

    /** What a door's contact said, and which device told it. */
    public record Contact(boolean open, Instant asOf, String device) {}

    static DoorActivity none(String door) {
        return new DoorActivity(door, null, null, null);
    }

    boolean isOpen() {
        return contact != null && contact.open();
    }

    DoorActivity with(@Nullable Contact told) {
        return new DoorActivity(door, told, grantedUntil, firstIn);
    }

    DoorActivity grantedUntil(@Nullable Instant until) {
        return new DoorActivity(door, contact, until, firstIn);
    }

    DoorActivity firstIn(@Nullable Instant at) {
        return new DoorActivity(door, contact, grantedUntil, at);
    }
}
