package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened at a door of late.
 *
 * @param contact what its contact said last, or null where it was never heard
 * @param grantedUntil until when a grant may still be used that has not been, or null; kept for interlocked doors
 * @param firstIn when the first person came in who lets it stand open, or null
 */
public record DoorActivity(
        String door,
        @Nullable Contact contact,
        @Nullable Instant grantedUntil,
        @Nullable Instant firstIn) {

    /**
     * What a door's contact said last, and which device told it.
     *
     * @param open null where that is not known any more, since the device is away
     */
    public record Contact(@Nullable Boolean open, Instant asOf, String device) {

        /** The same, fallen silent. */
        public Contact silent() {
            return new Contact(null, asOf, device);
        }

        public boolean isSilent() {
            return open == null;
        }
    }

    static DoorActivity none(String door) {
        return new DoorActivity(door, null, null, null);
    }

    boolean isOpen() {
        return contact != null && Boolean.TRUE.equals(contact.open());
    }

    boolean isSilent() {
        return contact != null && contact.isSilent();
    }

    DoorActivity with(Contact told) {
        return new DoorActivity(door, told, grantedUntil, firstIn);
    }

    DoorActivity grantedUntil(@Nullable Instant until) {
        return new DoorActivity(door, contact, until, firstIn);
    }

    DoorActivity firstIn(@Nullable Instant at) {
        return new DoorActivity(door, contact, grantedUntil, at);
    }
}
